package search_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/search"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// workspace is a project whose things are searched.
type workspace struct {
	*projecttest.Project
	t     testing.TB
	store *store.Store
	// names say what an id is, so that tests can speak of hits by keys and comments by their texts.
	names map[ident.ID]string
	ids   map[string]ident.ID
	made  int
}

func open(t testing.TB, s *store.Store) *workspace {
	return &workspace{
		Project: projecttest.New(t, s, search.React), t: t, store: s, names: map[ident.ID]string{}, ids: map[string]ident.ID{},
	}
}

// hub is one to which nobody reacts.
func (w *workspace) hub() *changes.Hub { return changes.NewHub(w.store) }

// each runs a test on both databases.
func each(t *testing.T, test func(t *testing.T, w *workspace)) {
	storetest.Each(t, func(t *testing.T, s *store.Store) { test(t, open(t, s)) })
}

func (w *workspace) name(kind ident.Kind, name string) ident.ID {
	id := ident.New(kind)
	w.names[id], w.ids[name] = name, id
	return id
}

// next is a time later than those before it, so that hits have an order of their own.
func (w *workspace) next() time.Time {
	w.made++
	return projecttest.Now.Add(time.Duration(w.made) * time.Second)
}

func (w *workspace) requirement(key, title, text string) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		return tx.Requirement.Create().SetID(w.name(ident.Requirement, key)).SetProjectID(w.ID).SetKey(key).SetTitle(title).SetText(text).
			SetUpdatedAt(w.next()).Exec(ctx)
	})
}

func (w *workspace) testCase(key, title, text string) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		return tx.TestCase.Create().SetID(w.name(ident.TestCase, key)).SetProjectID(w.ID).SetKey(key).SetTitle(title).SetDescription(text).
			SetUpdatedAt(w.next()).Exec(ctx)
	})
}

func (w *workspace) defect(key, title, text string) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		return tx.Defect.Create().SetID(w.name(ident.Defect, key)).SetProjectID(w.ID).SetKey(key).SetTitle(title).SetText(text).
			SetUpdatedAt(w.next()).Exec(ctx)
	})
}

// execution is one of a test case.
func (w *workspace) execution(of, name string) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		return tx.Execution.Create().SetID(w.name(ident.Execution, name)).SetProjectID(w.ID).SetTestCaseID(w.ids[of]).SetTestCaseVersion(1).
			SetStatus(execution.StatusFAILED).SetExecutedAt(w.next()).SetFingerprint(name).Exec(ctx)
	})
}

// comment is called by its text.
func (w *workspace) comment(about, text string) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		create := tx.Comment.Create().SetID(w.name(ident.Comment, text)).SetProjectID(w.ID).SetText(text).SetUpdatedAt(w.next())
		put(create.Mutation(), w.ids[about])
		return create.Exec(ctx)
	})
}

func (w *workspace) tag(about, word string) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		create := tx.Tag.Create().SetProjectID(w.ID).SetName(word).SetFolded(strings.ToLower(word))
		put(create.Mutation(), w.ids[about])
		return create.Exec(ctx)
	})
}

func (w *workspace) untag(word string) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		_, err := tx.Tag.Delete().Where(tag.Name(word)).Exec(ctx)
		return err
	})
}

// put says what a remark is about.
func put(m interface {
	SetRequirementID(ident.ID)
	SetTestCaseID(ident.ID)
	SetDefectID(ident.ID)
	SetExecutionID(ident.ID)
}, about ident.ID) {
	switch about.Kind() {
	case ident.Requirement:
		m.SetRequirementID(about)
	case ident.TestCase:
		m.SetTestCaseID(about)
	case ident.Defect:
		m.SetDefectID(about)
	case ident.Execution:
		m.SetExecutionID(about)
	}
}

// trash puts things into the trash, or takes them back.
func (w *workspace) trash(back bool, names ...string) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		at := projecttest.Now
		deleted := &at
		if back {
			deleted = nil
		}
		for _, name := range names {
			id := w.ids[name]
			var err error
			switch id.Kind() {
			case ident.Requirement:
				u := tx.Requirement.Update().Where(requirement.ID(id)).SetNillableDeletedAt(deleted)
				if back {
					u.ClearDeletedAt()
				}
				err = u.Exec(ctx)
			case ident.TestCase:
				u := tx.TestCase.Update().Where(testcase.ID(id)).SetNillableDeletedAt(deleted)
				if back {
					u.ClearDeletedAt()
				}
				err = u.Exec(ctx)
			case ident.Defect:
				u := tx.Defect.Update().Where(defect.ID(id)).SetNillableDeletedAt(deleted)
				if back {
					u.ClearDeletedAt()
				}
				err = u.Exec(ctx)
			default:
				u := tx.Comment.Update().Where(comment.ID(id)).SetNillableDeletedAt(deleted)
				if back {
					u.ClearDeletedAt()
				}
				err = u.Exec(ctx)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// find gives the page of a query, which must be answered.
func (w *workspace) find(q search.Query) search.Page {
	w.t.Helper()
	page, err := search.Find(w.Ctx, w.Client, q)
	if err != nil {
		w.t.Fatalf("find %q: %v", q.Text, err)
	}
	return page
}

// finds tells what a text finds, in order.
func (w *workspace) finds(text string) []string {
	w.t.Helper()
	page := w.find(search.Query{Text: text, First: 100})
	found := w.called(page)
	if !page.HasNext && page.Total != len(found) {
		w.t.Errorf("%q finds %q but counts %d", text, found, page.Total)
	}
	return found
}

func (w *workspace) called(page search.Page) []string {
	found := []string{}
	for _, hit := range page.Hits {
		found = append(found, w.names[hit.Entity])
	}
	return found
}

// want compares what a text finds, in any order, with names separated by commas.
func (w *workspace) want(text, names string) {
	w.t.Helper()
	want := []string{}
	if names != "" {
		want = strings.Split(names, ",")
	}
	found := w.finds(text)
	slices.Sort(found)
	slices.Sort(want)
	if !slices.Equal(found, want) {
		w.t.Errorf("%q finds %q, want %q", text, found, want)
	}
}

// shown spells pieces with the hits in square brackets.
func shown(pieces []search.Piece) string {
	var b strings.Builder
	for _, piece := range pieces {
		if piece.Hit {
			fmt.Fprintf(&b, "[%s]", piece.Text)
		} else {
			b.WriteString(piece.Text)
		}
	}
	return b.String()
}
