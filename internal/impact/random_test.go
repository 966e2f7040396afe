package impact_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/impact"
)

// arrow is a step of the simple model, read off the facts one by one.
type arrow struct {
	from, to string
	link     ident.ID
	suspect  bool
}

// arrows are all steps downstream of requirements, or of defects.
func (w *world) arrows(ofDefects bool) []arrow {
	var all []arrow
	add := func(from, to string, l *link) {
		if from == "" || to == "" || w.gone(from) || w.gone(to) {
			return
		}
		one := arrow{from: from, to: to}
		if l != nil {
			one.link, one.suspect = l.id, l.state == "SUSPECT"
		}
		all = append(all, one)
	}
	for _, l := range w.links {
		switch {
		case l.state == "CLOSED" || l.role == "RELATES":
		case ofDefects:
			if l.kind == ident.TraceLink {
				add(l.to, l.from, l)
			} else {
				add(l.from, l.to, l)
			}
		case l.kind == ident.TraceLink:
			add(l.from, l.to, l)
		case l.kind == ident.DefectLink && l.to != "" && l.to[0] == 'X' && !w.speaks(l.to):
			add(w.things[l.to].of, l.from, l)
		default:
			add(l.to, l.from, l)
		}
	}
	for name, one := range w.things {
		switch {
		case name[0] == 'X' && ofDefects:
			add(name, one.of, nil)
		case name[0] == 'X' && w.speaks(name):
			add(one.of, name, nil)
		case name[0] == 'R' && ofDefects:
			add(name, one.release, nil)
		}
	}
	return all
}

// gone tells whether a thing is in the trash, an execution with its case.
func (w *world) gone(name string) bool {
	one := w.things[name]
	return one.trashed || one.of != "" && w.things[one.of].trashed
}

// speaks tells whether no other execution replaces this one.
func (w *world) speaks(name string) bool {
	x := w.things[name]
	for _, y := range w.things {
		if y.of == x.of && y.environment == x.environment && y.scenario == x.scenario &&
			cmp.Or(cmp.Compare(y.at, x.at), slices.Compare(y.id[:], x.id[:])) > 0 {
			return false
		}
	}
	return true
}

// model walks arrow by arrow, level by level.
func (w *world) model(root string, depth int) []impact.Node {
	arrows := w.arrows(root[0] == 'D')
	met := map[string]impact.Node{root: {Entity: w.id(root)}}
	order := []string{root}
	var nodes []impact.Node
	for level := 1; level <= depth; level++ {
		best := map[string]impact.Node{}
		for _, from := range order { // nearer stations first, so that only a better way replaces one
			for _, a := range arrows {
				if _, known := met[a.to]; known || a.from != from || met[from].Depth != level-1 {
					continue
				}
				node := impact.Node{Entity: w.id(a.to), Depth: level, Via: w.id(from), Link: a.link, Suspect: met[from].Suspect || a.suspect}
				is, found := best[a.to]
				switch {
				case !found, is.Suspect && !node.Suspect,
					is.Suspect == node.Suspect && is.Via == node.Via && slices.Compare(node.Link[:], is.Link[:]) < 0:
					best[a.to] = node
				}
			}
		}
		var names []string
		for name, node := range best {
			met[name] = node
			names = append(names, name)
		}
		slices.SortFunc(names, func(a, b string) int {
			x, y := w.things[a], w.things[b]
			byName := cmp.Compare(a, b)
			if a[0] == 'X' {
				byName = 0
			}
			return cmp.Or(cmp.Compare(slices.Index([]byte("RCXDV"), a[0]), slices.Index([]byte("RCXDV"), b[0])), byName,
				cmp.Compare(y.at, x.at), slices.Compare(x.id[:], y.id[:]))
		})
		order = append(order, names...)
		for _, name := range names {
			nodes = append(nodes, best[name])
		}
	}
	return nodes
}

// someWorld draws a project with circles, repetitions, trash and links of every state.
func someWorld(r *rand.Rand) *world {
	w := &world{}
	some := func(letter string, n int) string { return fmt.Sprint(letter, r.IntN(n)) }
	state := func() string { return []string{"VALID", "VALID", "VALID", "SUSPECT", "CLOSED"}[r.IntN(5)] }
	requirements, cases, executions, defects := 1+r.IntN(8), 1+r.IntN(6), 1+r.IntN(12), 1+r.IntN(5)
	for _, kind := range []struct {
		letter string
		n      int
	}{{"R", requirements}, {"C", cases}, {"D", defects}} {
		for i := range kind.n {
			w.thing(fmt.Sprint(kind.letter, i)).trashed = r.IntN(9) == 0
		}
	}
	for i := range requirements {
		if r.IntN(3) == 0 {
			w.things[fmt.Sprint("R", i)].release = w.thing(some("V", 2)).name
		}
	}
	for i := range executions {
		w.executed(fmt.Sprint("X", i), some("C", cases), []string{"", "E0", "E1"}[r.IntN(3)], []string{"", "dark"}[r.IntN(2)], r.IntN(4))
	}
	open := map[string]bool{} // two open links never join the same things in the same role
	join := func(kind ident.Kind, from, to, role string) {
		is := state()
		name := fmt.Sprint(kind, from, " ", to, " ", role)
		if is != "CLOSED" && open[name] {
			return
		}
		open[name] = open[name] || is != "CLOSED"
		w.link(kind, from, to, role, is)
	}
	for range r.IntN(3 * requirements) {
		join(ident.RequirementLink, some("R", requirements), some("R", requirements), []string{"REFINES", "SATISFIES", "DERIVES", "RELATES"}[r.IntN(4)])
	}
	for range r.IntN(3 * cases) {
		join(ident.TraceLink, some("R", requirements), some("C", cases), []string{"VERIFIES", "VALIDATES"}[r.IntN(2)])
	}
	for range r.IntN(5 * defects) {
		to := []string{some("R", requirements), some("C", cases), some("X", executions), some("X", executions)}[r.IntN(4)]
		join(ident.DefectLink, some("D", defects), to, "")
	}
	return w
}

func TestAnySmallProjectIsWalkedAsTheSimpleModelWalksIt(t *testing.T) {
	const seed, worlds = 20260301, 60
	eachHall(t, func(t *testing.T, h *hall) {
		longest := 0
		for i := range uint64(worlds) {
			r := rand.New(rand.NewPCG(seed, i))
			w := someWorld(r)
			h.save(t, fmt.Sprint("W", i), w)
			for _, root := range w.names {
				if root[0] != 'R' && root[0] != 'D' || w.gone(root) {
					continue
				}
				depth := 1 + r.IntN(20)
				got, err := impact.Of(h.ctx, h.Client, w.id(root), impact.Options{Depth: depth})
				if err != nil {
					t.Fatalf("seed %d, world %d, from %s: %v", seed, i, root, err)
				}
				want := w.model(root, depth)
				if !slices.Equal(got.Nodes, want) {
					t.Fatalf("seed %d, world %d, from %s to depth %d:\ngot  %s\n%+v\nwant %+v", seed, i, root, depth, w.say(got), got.Nodes, want)
				}
				for _, node := range got.Nodes {
					if way := impact.Path(got, node.Entity); len(way) != node.Depth+1 || way[0] != got.Root || way[node.Depth] != node.Entity {
						t.Fatalf("seed %d, world %d, from %s: the way to %s is %v", seed, i, root, node.Entity, way)
					}
				}
				longest = max(longest, len(want))
			}
		}
		if longest < 10 {
			t.Errorf("the greatest of all answers has %d nodes: the worlds of seed %d say too little", longest, seed)
		}
	})
}
