package requirements_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// On SQLite one writer waits for the other, so that there is nothing to see.
func TestALinkThatIsMadeWhileItsParentChangesIsPinnedToTheNewContent(t *testing.T) {
	s := storetest.Postgres(t)
	var last func()
	p := projecttest.New(t, s, requirements.Suspect, requirements.Trashed, requirements.Adopt, func(context.Context, *ent.Client, []changes.Change) error {
		if act := last; act != nil {
			last = nil
			act()
		}
		return nil
	})
	created(t, p, "A", "B", "C", "D")
	parent := get(p, "A").ID
	for name, link := range map[string]func(ctx context.Context, tx *ent.Client) error{
		"stated": func(ctx context.Context, tx *ent.Client) error {
			_, err := requirements.LinkCreate(ctx, tx, requirements.LinkCreateInput{Child: get(p, "B").ID, Parent: parent})
			return err
		},
		"by moving": func(ctx context.Context, tx *ent.Client) error {
			_, err := requirements.Move(ctx, tx, requirements.MoveInput{ID: get(p, "C").ID, ExpectedVersion: 1, Parent: &parent})
			return err
		},
		"by writing down": func(ctx context.Context, tx *ent.Client) error {
			_, err := requirements.Create(ctx, tx, requirements.CreateInput{Project: "P", Title: "new", Parent: &parent})
			return err
		},
		"by an import": func(ctx context.Context, tx *ent.Client) error {
			_, err := requirements.Link(ctx, tx, p.Project, []requirements.LinkDraft{{Child: "D", Parent: "A"}}, projecttest.Now)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				_, err := tx.RequirementLink.Delete().Exec(ctx)
				return err
			})
			var linking sync.WaitGroup
			var failed error
			last = func() { // all reactions to the change have run, and it is not committed yet
				reached := make(chan struct{})
				var once sync.Once
				trace := func(statement string) {
					if strings.Contains(statement, "ORDER BY") && strings.Contains(statement, "NO KEY UPDATE") && strings.Contains(statement, `FROM "requirements"`) { // both ends
						once.Do(func() { close(reached) })
					}
				}
				s.Statements.Trace.Store(&trace)
				linking.Go(func() {
					failed = p.Try(link)
					once.Do(func() { close(reached) })
				})
				<-reached
			}
			revise(t, p, "A", requirements.ReviseInput{Text: ptr(get(p, "A").Text + "x")})
			linking.Wait()
			s.Statements.Trace.Store(nil)
			if failed != nil {
				t.Fatal(failed)
			}
			one := p.Client.RequirementLink.Query().OnlyX(p.Ctx)
			if now := get(p, "A").ContentVersion; one.State != requirementlink.StateVALID || one.ParentVersion != now {
				t.Errorf("the link is %s for v%d, the parent is at v%d", one.State, one.ParentVersion, now)
			}
		})
	}
}

func TestALinkForAVersionThatNobodyHasIsSuspect(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B")
		link := linked(t, p, "B", "A")
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.RequirementLink.Update().SetParentVersion(7).Exec(ctx)
		})
		revise(t, p, "A", requirements.ReviseInput{Text: ptr("x")})
		if got := spelled(p, link.ID); got != "SUSPECT [] parent v7 → v2" {
			t.Errorf("the link: %s", got)
		}
	})
}

func TestWhatOnlyMakesRoomIsChangedByNobody(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		var heard []changes.Change
		p := projecttest.New(t, s, func(_ context.Context, _ *ent.Client, news []changes.Change) error {
			heard = append(heard, news...)
			return nil
		})
		created(t, p, "A", "B", "C")
		editing, editor := member(t, p, "editor", "EDITOR")
		other := as(p, editing)
		before := []*ent.Requirement{get(p, "A"), get(p, "B"), get(p, "C")}
		for name, act := range map[string]func() *ent.Requirement{
			"a new one": func() *ent.Requirement {
				return must(t, other, requirements.Create, requirements.CreateInput{Project: "P", Title: "new", Parent: &before[0].ID})
			},
			"a moved one": func() *ent.Requirement {
				return must(t, other, requirements.Move, requirements.MoveInput{ID: before[2].ID, ExpectedVersion: 1, Before: &before[0].ID})
			},
		} {
			heard = nil
			one := act()
			if one.UpdatedByID == nil || *one.UpdatedByID != editor {
				t.Errorf("%s was changed by %v", name, one.UpdatedByID)
			}
			told := false
			for _, c := range heard {
				if c.Entity == before[0].ID || c.Entity == before[1].ID {
					t.Errorf("%s: of one that makes room was told %+v", name, c.Shape)
				}
				told = told || c.Entity == one.ID && c.Touches(requirement.FieldPosition)
			}
			if !told {
				t.Errorf("%s: nobody was told of its place", name)
			}
			for _, was := range before[:2] {
				if is := get(p, was.Key); !is.UpdatedAt.Equal(was.UpdatedAt) || is.UpdatedByID == nil || *is.UpdatedByID != *was.UpdatedByID || is.Version != 1 {
					t.Errorf("%s: %s was changed at %v by %v", name, was.Key, is.UpdatedAt, is.UpdatedByID)
				}
			}
		}
		if got := document(p); !strings.HasPrefix(got, "C A ") || !strings.HasSuffix(got, "<A B") {
			t.Errorf("the document: %s", got)
		}
	})
}
