package coverage

import "github.com/asterism-qa/asterism/internal/ident"

// refinement says that one requirement refines another.
type refinement struct {
	Parent ident.ID `sql:"parent_id"`
	Child  ident.ID `sql:"child_id"`
}

// climb carries the words of requirements up to those that they refine. It starts from what their own cases say and
// raises parents until nothing changes. It ends even in circles, since a word can only rise, and at most four times:
// from UNCOVERED by way of NOT_RUN, STALE and PARTIAL to FAILED.
func climb(direct map[ident.ID]Status, refinements []refinement) map[ident.ID]Status {
	words := make(map[ident.ID]Status, len(direct))
	parents := make(map[ident.ID][]ident.ID, len(direct))
	for _, r := range refinements {
		parents[r.Child] = append(parents[r.Child], r.Parent)
	}
	var news []ident.ID
	for id, word := range direct {
		words[id] = word
		if word != Uncovered {
			news = append(news, id)
		}
	}
	for len(news) > 0 {
		child := news[len(news)-1]
		news = news[:len(news)-1]
		for _, parent := range parents[child] {
			if raised := raise(direct[parent], words[parent], words[child]); raised != words[parent] {
				words[parent] = raised
				news = append(news, parent)
			}
		}
	}
	return words
}

// raise is the word of a parent once it has heard a child: its own cases outweigh whatever is not a failure.
func raise(direct, present, child Status) Status {
	if direct != Uncovered && child != Failed {
		return present
	}
	return present.join(child)
}
