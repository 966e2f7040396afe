package coverage_test

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestAnySmallProjectIsAnsweredAsTheRuleSays(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { checkProjects(t, storetest.SQLite(t), 200) })
	t.Run("postgres", func(t *testing.T) { checkProjects(t, storetest.Postgres(t), 30) })
}

func checkProjects(t *testing.T, s *store.Store, times int) {
	setFlag(t, "rapid.checks", strconv.Itoa(times))
	if flag.Lookup("rapid.seed").Value.String() == "0" {
		setFlag(t, "rapid.seed", "20260301") // the same projects every time, unless somebody asks for others
	}
	people.RaiseWalls(s.Client)
	hub, ctx, number := changes.NewHub(s), viewer.AsSystem(context.Background()), 0
	rapid.Check(t, func(r *rapid.T) {
		number++
		w := someWorld(r)
		var l *loaded
		err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
			l, err = load(ctx, tx, fmt.Sprintf("P%d", number), w)
			return err
		})
		if err != nil {
			r.Fatal(err)
		}
		for range 3 {
			scope := someScope(r, w)
			got, err := coverage.Of(ctx, s.Client, l.requirements, scope)
			if err != nil {
				r.Fatal(err)
			}
			for i, id := range l.requirements {
				answer, found := got[id]
				if found == w.requirements[i].trashed {
					r.Fatalf("requirement %d in %+v: answered %v, in the trash %v", i, scope, found, w.requirements[i].trashed)
				}
				if want := w.answer(i, scope); found && answer != want {
					r.Fatalf("requirement %d in %+v: %+v, want %+v", i, scope, answer, want)
				}
			}
		}
	})
}

// setFlag sets a flag for the time of the test.
func setFlag(t *testing.T, name, value string) {
	t.Helper()
	before := flag.Lookup(name).Value.String()
	if err := flag.Set(name, value); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = flag.Set(name, before) })
}

// someWorld draws a project with everything that the rule speaks of, circles and repetitions included.
func someWorld(r *rapid.T) *world {
	w := &world{}
	trashed := rapid.Custom(func(r *rapid.T) bool { return rapid.IntRange(0, 6).Draw(r, "trash") == 6 })
	things := func(name string, least, most int) []thing {
		return rapid.SliceOfN(rapid.Custom(func(r *rapid.T) thing {
			return thing{trashed: trashed.Draw(r, "trashed"), status: rapid.SampledFrom([]string{"NEW", "RESOLVED", "DEFERRED",
				"REOPENED", "VERIFIED", "CLOSED", "REJECTED", "DUPLICATE"}).Draw(r, "status")}
		}), least, most).Draw(r, name)
	}
	w.requirements, w.cases, w.defects = things("requirements", 1, 6), things("cases", 1, 4), things("defects", 1, 4)
	w.builds = rapid.SliceOfN(rapid.IntRange(none, releases-1), 1, 3).Draw(r, "builds")
	last := func(n int) int { return n - 1 }
	w.refinements = joins(r, "refinements", 10, last(len(w.requirements)), last(len(w.requirements)), "REFINES", "REFINES", "REFINES", "DERIVES")
	w.links = joins(r, "links", 8, last(len(w.requirements)), last(len(w.cases)), "VERIFIES", "VALIDATES", "RELATES")
	w.executions = rapid.SliceOfN(rapid.Custom(func(r *rapid.T) execution {
		return execution{
			of: rapid.IntRange(0, len(w.cases)-1).Draw(r, "case"),
			status: rapid.SampledFrom([]string{"PASSED", "PASSED", "PASSED", "FAILED", "ERROR", "SKIPPED", "BLOCKED",
				"NOT_RUN", "IN_PROGRESS", "INCONCLUSIVE", "NOT_APPLICABLE", "WAIVED"}).Draw(r, "status"),
			scenario:    rapid.SampledFrom([]string{"", "", "a"}).Draw(r, "scenario"),
			build:       rapid.IntRange(none, len(w.builds)-1).Draw(r, "build"),
			cycle:       rapid.IntRange(none, cycles-1).Draw(r, "cycle"),
			environment: rapid.IntRange(none, environments-1).Draw(r, "environment"),
			at:          rapid.IntRange(0, 3).Draw(r, "at"),
		}
	}), 0, 12).Draw(r, "executions")
	w.caseDefects = joins(r, "defects of cases", 3, last(len(w.defects)), last(len(w.cases)), "")
	if len(w.executions) > 0 {
		w.execDefects = joins(r, "defects of executions", 4, last(len(w.defects)), last(len(w.executions)), "")
	}
	return w
}

// joins draws links; of those that are open, no two have the same ends and role, as the database demands.
func joins(r *rapid.T, name string, most, from, to int, roles ...string) []join {
	var kept []join
	for _, j := range rapid.SliceOfN(rapid.Custom(func(r *rapid.T) join {
		return join{
			from: rapid.IntRange(0, from).Draw(r, "from"), to: rapid.IntRange(0, to).Draw(r, "to"),
			role:  rapid.SampledFrom(roles).Draw(r, "role"),
			state: rapid.SampledFrom([]string{"VALID", "VALID", "SUSPECT", "ORPHANED", "CLOSED"}).Draw(r, "state"),
		}
	}), 0, most).Draw(r, name) {
		if j.state == "CLOSED" || !slices.ContainsFunc(kept, func(other join) bool {
			return other.from == j.from && other.to == j.to && other.role == j.role && other.state != "CLOSED"
		}) {
			kept = append(kept, j)
		}
	}
	return kept
}

// someScope draws a scope, now and then with a key that is not there.
func someScope(r *rapid.T, w *world) coverage.Scope {
	some := func(prefix string, n int) string {
		switch i := rapid.IntRange(0, 12).Draw(r, prefix); {
		case i == 12:
			return prefix + "-99"
		case i > 8:
			return key(prefix, i%n)
		}
		return ""
	}
	return coverage.Scope{
		Release: some("REL", releases), Build: some("B", len(w.builds)),
		Cycle: some("CY", cycles), Environment: some("E", environments),
	}
}
