package impact

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

// walk is one question under way.
type walk struct {
	ctx     context.Context
	client  *ent.Client
	project ident.ID
	steps   []step
	options Options
	answer  *Answer
}

// station is a thing that the walk has met.
type station struct {
	Node
	// place is where it stands among all stations.
	place int
	key   string
	at    time.Time
}

// level takes one step from the front and gives the next front.
func (w *walk) level(depth int, front []ident.ID) ([]ident.ID, error) {
	byKind := map[ident.Kind][]ident.ID{}
	for _, id := range front {
		byKind[id.Kind()] = append(byKind[id.Kind()], id)
	}
	met := map[ident.ID]*station{}
	for _, s := range w.steps {
		near := byKind[s.from]
		if len(near) == 0 {
			continue
		}
		edges, err := s.load(w, near)
		if err != nil {
			return nil, err
		}
		for _, e := range edges {
			w.meet(met, depth, e)
		}
	}
	return w.take(depth, met), nil
}

// meet notes what an edge leads to, unless a better way to it is known.
func (w *walk) meet(met map[ident.ID]*station, depth int, e edge) {
	near := w.answer.walked[e.Near]
	if near == nil || w.answer.walked[e.Far] != nil {
		return
	}
	suspect := near.Suspect || e.State == "SUSPECT"
	if is := met[e.Far]; is != nil {
		better := cmp.Or(compare(suspect, is.Suspect), cmp.Compare(near.place, w.answer.walked[is.Via].place),
			slices.Compare(e.Link[:], is.Link[:])) < 0
		if !better {
			return
		}
	}
	met[e.Far] = &station{
		Node: Node{Entity: e.Far, Depth: depth, Via: e.Near, Link: e.Link, Suspect: suspect}, key: e.Key, at: e.At.Time,
	}
}

// take puts what was met into the answer, as far as the budget goes.
func (w *walk) take(depth int, met map[ident.ID]*station) []ident.ID {
	sorted := make([]*station, 0, len(met))
	for _, one := range met {
		sorted = append(sorted, one)
	}
	slices.SortFunc(sorted, before)
	var front []ident.ID
	for _, one := range sorted {
		kind := one.Entity.Kind()
		w.answer.Reached[kind]++
		isShown := slices.Contains(w.options.Kinds, kind)
		if isShown && len(w.answer.Nodes) == w.options.Budget || len(w.answer.walked) > maxWalked {
			w.answer.Truncated = true
		}
		if w.answer.Truncated {
			continue
		}
		one.place = len(w.answer.walked)
		w.answer.walked[one.Entity] = one
		w.answer.DepthReached = depth
		front = append(front, one.Entity)
		if isShown {
			w.answer.Nodes = append(w.answer.Nodes, one.Node)
		}
	}
	return front
}

// before orders what is met on one level.
func before(a, b *station) int {
	return cmp.Or(
		cmp.Compare(slices.Index(shown, a.Entity.Kind()), slices.Index(shown, b.Entity.Kind())),
		cmp.Compare(a.key, b.key), b.at.Compare(a.at), slices.Compare(a.Entity[:], b.Entity[:]))
}

// compare puts false before true.
func compare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
