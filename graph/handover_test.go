package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/changelog"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// theMoment asks for more than one thing, so that the parts would be of different moments if they could.
const theMoment = `query { project(key: "PAY") { requirements(first: 200) { totalCount nodes { id version } } }
  ... on Query { at: snapshot(project: "PAY") { seq } } again: project(key: "PAY") { requirements(first: 200) { nodes { id version } } } }`

// taken is a snapshot: the number of its last change, and the version of each requirement.
type taken struct {
	seq      int64
	versions map[string]int
}

type requirementsOf struct {
	Requirements struct {
		TotalCount int
		Nodes      []struct {
			ID      string
			Version int
		}
	}
}

func (r requirementsOf) versions() map[string]int {
	versions := map[string]int{}
	for _, one := range r.Requirements.Nodes {
		versions[one.ID] = one.Version
	}
	return versions
}

func take(s *graphtest.Server) (taken, error) {
	var data struct {
		Project, Again requirementsOf
		At             struct{ Seq int64 }
	}
	answer := s.Ask(theMoment, nil)
	if len(answer.Errors) > 0 {
		return taken{}, fmt.Errorf("got %s", answer.Raw)
	}
	if err := json.Unmarshal(answer.Data, &data); err != nil {
		return taken{}, err
	}
	versions := data.Project.versions()
	if !maps.Equal(versions, data.Again.versions()) || data.Project.Requirements.TotalCount != len(versions) {
		return taken{}, fmt.Errorf("the parts are of different moments: %s", answer.Raw)
	}
	return taken{data.At.Seq, versions}, nil
}

// write commits n times; each time a requirement comes and the first one changes.
func write(s *graphtest.Server, project, first ident.ID, name string, n int) error {
	for i := range n {
		err := s.Hub.Write(s.Context(), func(ctx context.Context, tx *ent.Client) error {
			if err := tx.Requirement.UpdateOneID(first).SetTitle(fmt.Sprint(name, i)).AddVersion(1).Exec(ctx); err != nil {
				return err
			}
			return tx.Requirement.Create().SetProjectID(project).SetKey(fmt.Sprintf("R-%s-%d", name, i)).SetTitle("New").Exec(ctx)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// replayed is the state after a change, as the log tells it: what was created, at the version that its changes lead to.
func replayed(log []changelog.Record, seq int64) map[string]int {
	versions := map[string]int{}
	for _, one := range log {
		if one.Seq <= seq && one.Entity.Kind() == ident.Requirement {
			versions[one.Entity.String()]++
		}
	}
	return versions
}

func TestASnapshotShowsExactlyTheStateAtItsCursorWhileOthersWrite(t *testing.T) {
	const writers, commits, takers = 3, 12, 2
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		var project, first ident.ID
		s.Write(func(ctx context.Context, tx *ent.Client) error {
			p := tx.Project.Create().SetKey("PAY").SetName("Payments").SaveX(ctx)
			project = p.ID
			first = tx.Requirement.Create().SetProjectID(p.ID).SetKey("R-1").SetTitle("Pay").SaveX(ctx).ID
			return people.Grant(ctx, tx, p.ID, s.Viewer.User, membership.RoleADMIN)
		})
		var writing, taking sync.WaitGroup
		over := make(chan struct{})
		for i := range writers {
			writing.Go(func() {
				if err := write(s, project, first, fmt.Sprint(i), commits); err != nil {
					t.Errorf("write: %v", err)
				}
			})
		}
		all := make([][]taken, takers)
		for i := range takers {
			taking.Go(func() {
				for last := false; !last; {
					select {
					case <-over:
						last = true // one more, of the end
					default:
					}
					one, err := take(s)
					if err != nil {
						t.Errorf("take a snapshot: %v", err)
						return
					}
					all[i] = append(all[i], one)
				}
			})
		}
		writing.Wait()
		close(over)
		taking.Wait()
		log, err := changelog.Read(viewer.AsSystem(t.Context()), db.Client, db.Dialect(), project, 0, 10_000)
		if err != nil {
			t.Fatal(err)
		}
		moments := map[int64]bool{}
		for _, some := range all {
			for _, one := range some {
				moments[one.seq] = true
				if want := replayed(log, one.seq); !maps.Equal(one.versions, want) {
					t.Errorf("at change %d there are %v, want %v", one.seq, one.versions, want)
				}
			}
		}
		if end := log[len(log)-1].Seq; !moments[end] || len(log) < 2*writers*commits {
			t.Errorf("%d changes up to %d, snapshots of %d moments", len(log), end, len(moments))
		}
		t.Logf("%d moments of %d changes", len(moments), len(log))
	})
}
