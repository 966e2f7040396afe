package remarks_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/remarks"
)

func TestManyThingsCostAsManyStatementsAsOne(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		var cases, comments []ident.ID
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			for i := range 200 {
				id := tx.TestCase.Create().SetProjectID(w.ID).SetKey(fmt.Sprint("N-", i)).SetTitle("x").SaveX(ctx).ID
				one, err := remarks.AddComment(ctx, tx, remarks.CommentInput{About: id, Text: "x"})
				if err != nil {
					return err
				}
				cases, comments = append(cases, id), append(comments, one.ID)
			}
			return nil
		})
		for name, act := range map[string]func(ctx context.Context, tx *ent.Client, n int, word string) error{
			"tags": func(ctx context.Context, tx *ent.Client, n int, word string) error {
				if _, err := remarks.AddTags(ctx, tx, remarks.TagInput{About: cases[:n], Names: []string{word}}); err != nil {
					return err
				}
				_, err := remarks.RemoveTags(ctx, tx, remarks.TagInput{About: cases[:n], Names: []string{word}})
				return err
			},
			"imported tags": func(ctx context.Context, tx *ent.Client, n int, word string) error {
				tags := map[ident.ID][]string{}
				for _, id := range cases[:n] {
					tags[id] = []string{word, "p" + word}
				}
				return remarks.PutTags(ctx, tx, w.Project.Project, tags)
			},
			"comments": func(ctx context.Context, tx *ent.Client, n int, _ string) error {
				if _, err := remarks.TrashComments(ctx, tx, comments[:n]); err != nil {
					return err
				}
				_, err := remarks.RestoreComments(ctx, tx, comments[:n])
				return err
			},
		} {
			cost := func(n int, word string) int64 {
				before := w.store.Statements.Count()
				w.Write(func(ctx context.Context, tx *ent.Client) error { return act(ctx, tx, n, word) })
				return w.store.Statements.Count() - before
			}
			if one, many := cost(1, "a"), cost(200, "b"); many != one {
				t.Errorf("%s: one costs %d statements, 200 cost %d", name, one, many)
			}
		}
		before := w.store.Statements.Count()
		owners, err := remarks.Owners(w.Ctx, w.Client, append(w.things(), cases...))
		if cost := w.store.Statements.Count() - before; err != nil || len(owners) != 204 || cost != 4 {
			t.Errorf("%d things were found by %d statements: %v", len(owners), cost, err)
		}
	})
}
