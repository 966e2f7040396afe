package coverage_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// wide is a project with a tree of requirements two levels deep, two cases at each leaf, and a defect at every tenth
// execution.
func wide(parents, children, repeats int) *world {
	w := &world{}
	b, d := w.build(0), w.defect("NEW")
	for range parents {
		parent := w.requirement()
		for range children {
			child := w.refine(parent)
			for range 2 {
				c := w.tested(child)
				for i := range repeats {
					made := w.executed(execution{of: c, status: "PASSED", build: b + 1, environment: i%2 + 1, cycle: i%2 + 1})
					if made%10 == 0 {
						w.execDefects = append(w.execDefects, join{d, made, "", "VALID"})
					}
				}
			}
		}
	}
	return w
}

func TestStatementsDoNotGrowWithTheNumberOfRequirements(t *testing.T) {
	everywhere := coverage.Scope{Release: "REL-1", Build: "B-1", Cycle: "CY-1", Environment: "E-1"}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		hub, ctx := changes.NewHub(s), viewer.AsSystem(context.Background())
		for i, size := range []int{1, 40} {
			l := save(ctx, t, hub, fmt.Sprintf("WIDE%d", i), wide(size, size, 2))
			for name, scope := range map[string]coverage.Scope{"latest": {}, "narrowed": everywhere} {
				before := s.Statements.Count()
				got, err := coverage.Of(ctx, s.Client, l.requirements, scope)
				if err != nil {
					t.Fatal(err)
				}
				if took := s.Statements.Count() - before; took != 5 {
					t.Errorf("%s, %d requirements: %d statements, want 5", name, len(l.requirements), took)
				}
				for id, answer := range got {
					if answer.Status != coverage.Passed {
						t.Fatalf("%s: %s is %+v", name, id, answer)
					}
				}
			}
		}
	})
}

func TestNobodyLearnsAboutAProjectOfOthers(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		hub, system := changes.NewHub(s), viewer.AsSystem(context.Background())
		told := func(build bool) *world {
			w := &world{}
			c := w.tested(w.requirement(), "PASSED")
			if build {
				w.executed(execution{of: c, status: "PASSED", build: w.build(0) + 1})
			}
			return w
		}
		mine, theirs := save(system, t, hub, "MINE", told(false)), save(system, t, hub, "THEIRS", told(true))
		ctx := member(system, t, hub, mine.project)

		both := append(append([]ident.ID{}, mine.requirements...), theirs.requirements...)
		got, err := coverage.Of(ctx, s.Client, both, coverage.Scope{})
		if err != nil {
			t.Fatal(err)
		}
		_, leaked := got[theirs.requirements[0]]
		if _, found := got[mine.requirements[0]]; leaked || !found {
			t.Errorf("got %v", got)
		}
		words, err := coverage.CaseWords(ctx, s.Client, append(append([]ident.ID{}, mine.cases...), theirs.cases...), coverage.Scope{})
		if err != nil {
			t.Fatal(err)
		}
		if _, leaked := words[theirs.cases[0]]; leaked {
			t.Errorf("words %v", words)
		}
		// Requirements of several projects in one question: a key is looked up in the project of each.
		got, err = coverage.Of(system, s.Client, both, coverage.Scope{Build: "B-1"})
		if err != nil || got[mine.requirements[0]].Status != coverage.Unknown || got[theirs.requirements[0]].Status != coverage.Passed {
			t.Errorf("a build that only one of two projects has: %+v, %v", got, err)
		}
		if _, err := coverage.Of(context.Background(), s.Client, mine.requirements, coverage.Scope{}); err == nil {
			t.Error("nobody asked and got an answer")
		}
	})
}

// member is the context of a user who may see one project.
func member(system context.Context, t *testing.T, hub *changes.Hub, project ident.ID) context.Context {
	t.Helper()
	var user ident.ID
	err := hub.Write(system, func(ctx context.Context, tx *ent.Client) error {
		made, err := tx.User.Create().SetLogin("tester").SetName("Tester").Save(ctx)
		if err != nil {
			return err
		}
		user = made.ID
		return people.Grant(ctx, tx, project, user, membership.RoleVIEWER)
	})
	if err != nil {
		t.Fatal(err)
	}
	return viewer.With(context.Background(), viewer.Viewer{User: user})
}

// BenchmarkOf asks about 100 parents with 500 children, 1 000 cases and 10 000 executions.
func BenchmarkOf(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *store.Store{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		b.Run(name, func(b *testing.B) {
			s := open(b)
			people.RaiseWalls(s.Client)
			hub, ctx := changes.NewHub(s), viewer.AsSystem(context.Background())
			l := save(ctx, b, hub, "WIDE", wide(100, 5, 10))
			for scoping, scope := range map[string]coverage.Scope{
				"latest": {}, "release": {Release: "REL-1"}, "build": {Build: "B-1"}, "cycle": {Cycle: "CY-1"}, "environment": {Environment: "E-1"},
			} {
				for asked, ids := range map[string][]ident.ID{"all": l.requirements, "page": l.requirements[:50]} {
					b.Run(scoping+"/"+asked, func(b *testing.B) {
						for b.Loop() {
							if _, err := coverage.Of(ctx, s.Client, ids, scope); err != nil {
								b.Fatal(err)
							}
						}
					})
				}
			}
		})
	}
}
