package changes_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/lib/pq"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
)

func TestWhatAReactionChangesIsNewsInTheNextRound(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		var rounds []int
		w.react = func(ctx context.Context, tx *ent.Client, news []changes.Change) error {
			rounds = append(rounds, len(news))
			if len(rounds) >= 4 {
				return nil
			}
			_, err := w.release(ctx, tx, strings.Repeat("r", len(rounds)))
			return err
		}
		err := w.hub.Write(w.editor, func(ctx context.Context, tx *ent.Client) error {
			_, err := w.release(ctx, tx, "a")
			if err == nil {
				_, err = w.release(ctx, tx, "b")
			}
			return err
		})
		if err != nil || !slices.Equal(rounds, []int{2, 1, 1, 1}) || !slices.Equal(w.keys(t), []string{"a", "b", "r", "rr", "rrr"}) {
			t.Errorf("rounds %v left %v, %v", rounds, w.keys(t), err)
		}
	})
}

func TestReactionsThatNeverRestEndWithNothingWritten(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		rounds := 0
		w.react = func(ctx context.Context, tx *ent.Client, _ []changes.Change) error {
			rounds++
			return tx.Project.UpdateOneID(w.project.ID).AddVersion(1).Exec(ctx)
		}
		err := w.hub.Write(w.editor, func(ctx context.Context, tx *ent.Client) error {
			_, err := w.release(ctx, tx, "1")
			return err
		})
		if err == nil || !strings.Contains(err.Error(), "did not come to rest") || rounds > 20 {
			t.Errorf("after %d rounds: %v", rounds, err)
		}
		if len(w.keys(t)) != 0 || w.Client.Project.GetX(w.editor, w.project.ID).Version != 1 {
			t.Error("something was written")
		}
	})
}

func TestAWriteThatIsTriedAgainTellsItsNewsOnce(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		tries, told := 0, 0
		w.react = func(_ context.Context, _ *ent.Client, news []changes.Change) error {
			told += len(news)
			return nil
		}
		err := w.hub.Write(w.editor, func(ctx context.Context, tx *ent.Client) error {
			if _, err := w.release(ctx, tx, "1"); err != nil {
				return err
			}
			if tries++; tries == 1 { // what PostgreSQL says when another transaction was in the way
				return &pq.Error{Code: "40001"}
			}
			return nil
		})
		if err != nil || tries != 2 || told != 1 || len(w.keys(t)) != 1 {
			t.Errorf("after %d tries %d changes were told and %v is there: %v", tries, told, w.keys(t), err)
		}
	})
}
