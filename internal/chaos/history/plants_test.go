package history_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

// plant is a mistake: in the feed itself, which then is what everybody sees, or in what is written down of it.
type plant struct {
	name string
	kind history.Kind
	// who must have seen it, where it is planted with one subscriber.
	who string
	// follows are the kinds that such a mistake may bring with it.
	follows   []history.Kind
	inFeed    func(w *world)
	inHistory func(w *world, h *history.History)
}

func plants() []plant { return append(feedPlants(), linePlants()...) }

// linePlants are mistakes with the subscriber called each, or with the guest.
func linePlants() []plant {
	each := func(plant func(w *world, s *history.Subscriber)) func(*world, *history.History) {
		return func(w *world, h *history.History) { plant(w, &h.Subscribers[1]) }
	}
	return []plant{
		{name: "a gap", kind: history.Gap, who: "each", inHistory: each(func(w *world, s *history.Subscriber) {
			at, _ := w.pair(s)
			s.Lines = slices.Delete(s.Lines, at, at+1)
		})},
		{name: "a duplicate with other bytes", kind: history.Altered, who: "each", inHistory: each(func(w *world, s *history.Subscriber) {
			project := s.Feeds[0].Project
			line := w.line(project, "", w.head(project))
			line.Envelope = bytes.Replace(line.Envelope, []byte(`"at":""`), []byte(`"at":"later"`), 1)
			s.Lines = append(s.Lines, history.Line{Resumed: true, Project: project, Seq: line.Seq - 1}, line)
		})},
		{name: "a duplicate that nobody asked for", kind: history.Repeat, who: "each", inHistory: each(func(w *world, s *history.Subscriber) {
			_, at := w.pair(s)
			s.Lines = slices.Insert(s.Lines, at, s.Lines[at])
		})},
		{name: "a line from before the cursor", kind: history.Repeat, who: "each", inHistory: each(func(w *world, s *history.Subscriber) {
			project := s.Feeds[0].Project
			s.Lines = append(s.Lines, history.Line{Resumed: true, Project: project, Seq: w.head(project)}, w.line(project, "", w.head(project)))
		})},
		{name: "a reorder", kind: history.Disorder, who: "each", inHistory: each(func(w *world, s *history.Subscriber) {
			one, two := w.pair(s)
			s.Lines[one], s.Lines[two] = s.Lines[two], s.Lines[one]
		})},
		{name: "a foreign project", kind: history.Foreign, who: "one", inHistory: func(w *world, h *history.History) {
			s := &h.Subscribers[3]
			s.Lines = slices.Insert(s.Lines, w.chance(len(s.Lines)+1), w.line(w.projects[0], "", 1))
		}},
		{name: "a foreign change under the own name", kind: history.Foreign, who: "one", inHistory: func(w *world, h *history.History) {
			s, line := &h.Subscribers[3], w.line(w.projects[0], "", 1)
			line.Project, line.Seq = s.Feeds[0].Project, w.head(s.Feeds[0].Project)+1
			s.Lines = append(s.Lines, line)
		}},
		{name: "a missing tail", kind: history.Tail, who: "each", inHistory: each(func(w *world, s *history.Subscriber) {
			project := s.Feeds[0].Project
			from := int64(1 + w.chance(int(w.head(project))))
			s.Lines = slices.DeleteFunc(s.Lines, func(l history.Line) bool { return l.Project == project && l.Seq >= from })
		})},
		{name: "a change after the removal", kind: history.AfterRemoval, who: "guest", inHistory: func(w *world, h *history.History) {
			s := &h.Subscribers[4]
			project, last := w.projects[0], int64(0)
			for _, l := range s.Lines {
				last = max(last, l.Seq)
			}
			s.Lines = append(s.Lines, history.Line{Resumed: true, Project: project, Seq: last})
			for ; last <= w.removed(); last++ {
				s.Lines = append(s.Lines, w.line(project, "", last+1))
			}
		}},
		{name: "a jump", kind: history.Jump, who: "each", inHistory: each(func(w *world, s *history.Subscriber) {
			project := s.Feeds[0].Project
			s.Lines = slices.DeleteFunc(s.Lines, func(l history.Line) bool { return l.Project == project })
			s.Lines = append(s.Lines, history.Line{Resumed: true, Project: project, Seq: 1})
			for seq := int64(2); seq <= w.head(project); seq++ {
				s.Lines = append(s.Lines, w.line(project, "", seq))
			}
		})},
		{name: "another change under the same number", kind: history.Divergent, inHistory: each(rewritten(func(e []byte) []byte {
			return bytes.Replace(e, []byte(`"at":""`), []byte(`"at":"later"`), 1)
		}))},
		{name: "an envelope that breaks off", kind: history.Unreadable, who: "each", inHistory: each(rewritten(func(e []byte) []byte { return e[:len(e)/2] }))},
		{name: "an unknown operation", kind: history.Unreadable, who: "each", inHistory: each(rewritten(func(e []byte) []byte {
			return bytes.Replace(e, []byte(`"op":"`), []byte(`"op":"UN`), 1)
		}))},
		{name: "another number inside", kind: history.Mislabelled, who: "each", inHistory: each(rewritten(func(e []byte) []byte {
			return bytes.Replace(e, []byte(`"seq":`), []byte(`"seq":9`), 1)
		}))},
		{name: "a head that was taken back", kind: history.Beyond, follows: []history.Kind{history.WrongState}, inHistory: func(_ *world, h *history.History) {
			h.Projects[0].Head--
		}},
		{name: "another final value", kind: history.WrongState, inHistory: func(w *world, h *history.History) {
			entity := h.Projects[0].State[w.entity(0)]
			entity.Fields["title"] = json.RawMessage(`"never written"`)
		}},
		{name: "a final entity of nobody's", kind: history.WrongState, inHistory: func(_ *world, h *history.History) {
			h.Projects[0].State["req_ghost"] = history.Entity{Type: "REQUIREMENT"}
		}},
		{name: "an entity missing in the end", kind: history.WrongState, inHistory: func(w *world, h *history.History) {
			delete(h.Projects[0].State, w.entity(0))
		}},
		{name: "an import of nobody's", kind: history.Unclaimed, inHistory: func(_ *world, h *history.History) { h.Imports = h.Imports[1:] }},
		{name: "an import with too much", kind: history.Surplus, inHistory: func(_ *world, h *history.History) { h.Imports[0].Units-- }},
		{name: "a write in another project", kind: history.Foreign, follows: []history.Kind{history.Lost}, inHistory: func(w *world, h *history.History) {
			h.Writes[0].Project = w.projects[1]
		}},
		{name: "an import in another project", kind: history.Foreign, inHistory: func(w *world, h *history.History) {
			h.Imports[0].Project = w.projects[1]
		}},
	}
}

// entity is something that is there in the end, in the project of this number: the last thing that was made.
func (w *world) entity(project int) string {
	feed := w.feeds[w.projects[project]]
	return feed[len(feed)-1].EntityID
}

// pair finds two neighbouring changes of one project on one connection.
func (w *world) pair(s *history.Subscriber) (one, two int) {
	var pairs [][2]int
	last := map[string]int{} // where the last change of a project is, 0 for none, counted from 1
	for at, line := range s.Lines {
		if before := last[line.Project]; before > 0 && !line.Resumed {
			pairs = append(pairs, [2]int{before - 1, at})
		}
		last[line.Project] = at + 1
		if line.Resumed {
			last[line.Project] = 0
		}
	}
	found := pairs[w.chance(len(pairs))]
	return found[0], found[1]
}

// rewritten changes every copy of one change that a subscriber received.
func rewritten(change func([]byte) []byte) func(*world, *history.Subscriber) {
	return func(w *world, s *history.Subscriber) {
		one, _ := w.pair(s)
		old := s.Lines[one]
		for at, line := range s.Lines {
			if !line.Resumed && line.Project == old.Project && line.Seq == old.Seq {
				s.Lines[at].Envelope = change(line.Envelope)
			}
		}
	}
}

// kinds reads the kinds from the source, so that none is forgotten.
func kinds(t *testing.T) []history.Kind {
	t.Helper()
	syntax, err := parser.ParseFile(token.NewFileSet(), "finding.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []history.Kind
	ast.Inspect(syntax, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for _, value := range spec.Values {
			if literal, ok := value.(*ast.BasicLit); ok {
				if word, err := strconv.Unquote(literal.Value); err == nil {
					all = append(all, history.Kind(word))
				}
			}
		}
		return true
	})
	if len(all) < 10 {
		t.Fatalf("only the kinds %v were found in finding.go", all)
	}
	return all
}
