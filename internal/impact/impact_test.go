package impact_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/impact"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// say writes an answer as text: each node with its way, a question mark for a suspect one.
func (w *world) say(answer *impact.Answer) string {
	names := map[ident.ID]string{}
	for name, one := range w.things {
		names[one.id] = name
	}
	var lines []string
	for _, node := range answer.Nodes {
		var way []string
		for _, id := range impact.Path(answer, node.Entity) {
			way = append(way, names[id])
		}
		line := strings.Join(way, ">")
		if node.Suspect {
			line += "?"
		}
		lines = append(lines, line)
	}
	if answer.Truncated {
		lines = append(lines, "…")
	}
	return strings.Join(lines, " ")
}

func TestWhatLiesDownstream(t *testing.T) {
	eachHall(t, func(t *testing.T, h *hall) {
		for i, example := range examples {
			t.Run(example.name, func(t *testing.T) {
				w := &world{}
				example.tell(w)
				h.save(t, fmt.Sprint("S", i), w)
				got, err := impact.Of(h.ctx, h.Client, w.id(example.root), example.options)
				if err != nil {
					t.Fatal(err)
				}
				if said := w.say(got); said != example.want {
					t.Errorf("got  %s\nwant %s", said, example.want)
				}
			})
		}
	})
}

func TestTheAnswerCountsWhatWasReached(t *testing.T) {
	eachHall(t, func(t *testing.T, h *hall) {
		w := &world{}
		for i := range 5 {
			w.refine(fmt.Sprint("R1", i), "R1", "REFINES", "VALID")
			w.trace(fmt.Sprint("R1", i), fmt.Sprint("C1", i), "VALID")
		}
		h.save(t, "P", w)
		for _, test := range []struct {
			options      impact.Options
			reached      map[ident.Kind]int
			depth, nodes int
		}{
			{impact.Options{}, map[ident.Kind]int{ident.Requirement: 5, ident.TestCase: 5}, 2, 10},
			{impact.Options{Budget: 3}, map[ident.Kind]int{ident.Requirement: 5}, 1, 3},
			{impact.Options{Budget: 3, Kinds: []ident.Kind{ident.TestCase}}, map[ident.Kind]int{ident.Requirement: 5, ident.TestCase: 5}, 2, 3},
			{impact.Options{Depth: 1, Kinds: []ident.Kind{ident.TestCase}}, map[ident.Kind]int{ident.Requirement: 5}, 1, 0},
		} {
			got, err := impact.Of(h.ctx, h.Client, w.id("R1"), test.options)
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(got.Reached) != fmt.Sprint(test.reached) || got.DepthReached != test.depth || len(got.Nodes) != test.nodes || got.Root != w.id("R1") {
				t.Errorf("%+v: %d nodes, %v to depth %d", test.options, len(got.Nodes), got.Reached, got.DepthReached)
			}
			if impact.Path(got, w.id("C14")) != nil && test.nodes != 10 || impact.Path(got, ident.New(ident.Defect)) != nil {
				t.Errorf("%+v: a path to what was not met", test.options)
			}
			if !slices.Equal(impact.Path(got, got.Root), []ident.ID{got.Root}) {
				t.Errorf("the path to the root is %v", impact.Path(got, got.Root))
			}
		}
		if impact.Path(nil, w.id("R1")) != nil {
			t.Error("a path without an answer")
		}
	})
}

func TestUnfitQuestionsAreRefusedWithWhatToDo(t *testing.T) {
	eachHall(t, func(t *testing.T, h *hall) {
		w := &world{}
		w.thing("R1")
		w.thing("R2").trashed = true
		w.thing("D2").trashed = true
		w.thing("C1")
		h.save(t, "P", w)
		for name, test := range map[string]struct {
			root    ident.ID
			options impact.Options
			code    fault.Code
			fields  string
		}{
			"everything too great":       {w.id("R1"), impact.Options{Depth: 21, Budget: 10_001, Kinds: []ident.Kind{ident.Defect, ident.User}}, fault.Invalid, "[[depth] [budget] [kinds 1]]"},
			"everything too small":       {w.id("R1"), impact.Options{Depth: -1, Budget: -1}, fault.Invalid, "[[depth] [budget]]"},
			"a case":                     {w.id("C1"), impact.Options{}, fault.Invalid, "[[id]]"},
			"nothing":                    {ident.ID{}, impact.Options{}, fault.Invalid, "[[id]]"},
			"an unknown requirement":     {ident.New(ident.Requirement), impact.Options{}, fault.NotFound, "[[id]]"},
			"a requirement in the trash": {w.id("R2"), impact.Options{}, fault.NotFound, "[[id]]"},
			"a defect in the trash":      {w.id("D2"), impact.Options{}, fault.NotFound, "[[id]]"},
		} {
			_, err := impact.Of(h.ctx, h.Client, test.root, test.options)
			var fields [][]string
			for _, one := range fault.All(err) {
				fields = append(fields, one.Field)
			}
			if !fault.Is(err, test.code) || fmt.Sprint(fields) != test.fields {
				t.Errorf("%s: %v at %v", name, err, fields)
			}
		}
		if _, err := impact.Of(context.Background(), h.Client, w.id("R1"), impact.Options{}); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("nobody asked and got %v", err)
		}
	})
}

func TestNobodyLearnsOfTheImpactInAProjectOfOthers(t *testing.T) {
	eachHall(t, func(t *testing.T, h *hall) {
		tell := func() *world {
			w := &world{}
			w.refine("R2", "R1", "REFINES", "VALID")
			w.trace("R2", "C1", "VALID")
			w.executed("X1", "C1", "", "", 1)
			w.flaw("D1", "X1", "VALID")
			return w
		}
		mine, theirs := tell(), tell()
		project := h.save(t, "MINE", mine)
		h.save(t, "THEIRS", theirs)
		var user ident.ID
		err := h.hub.Write(h.ctx, func(ctx context.Context, tx *ent.Client) error {
			user = tx.User.Create().SetLogin("viewer").SetName("Viewer").SaveX(ctx).ID
			return people.Grant(ctx, tx, project, user, membership.RoleVIEWER)
		})
		if err != nil {
			t.Fatal(err)
		}
		ctx := viewer.With(context.Background(), viewer.Viewer{User: user})
		for _, root := range []string{"R1", "D1"} {
			if got, err := impact.Of(ctx, h.Client, mine.id(root), impact.Options{}); err != nil || len(got.Nodes) != 4 {
				t.Errorf("mine from %s: %+v, %v", root, got, err)
			}
			if _, err := impact.Of(ctx, h.Client, theirs.id(root), impact.Options{}); !fault.Is(err, fault.NotFound) {
				t.Errorf("theirs from %s: %v", root, err)
			}
		}
	})
}
