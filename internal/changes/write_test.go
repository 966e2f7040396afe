package changes_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestAWriteNeedsAViewer(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		for name, ctx := range map[string]context.Context{
			"none": t.Context(), "an empty one": viewer.With(t.Context(), viewer.Viewer{}),
		} {
			err := w.hub.Write(ctx, func(context.Context, *ent.Client) error { t.Error("it began"); return nil })
			if !fault.Is(err, fault.Unauthenticated) {
				t.Errorf("with %s: %v", name, err)
			}
			if err := w.Client.User.Create().SetLogin("x").SetName("x").Exec(ctx); !fault.Is(err, fault.Unauthenticated) {
				t.Errorf("a user with %s: %v", name, err)
			}
		}
	})
}

func TestOnlyAWriteWrites(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		outside := func(name string, err error) {
			t.Helper()
			if err == nil || !strings.Contains(err.Error(), "outside changes.Write") {
				t.Errorf("%s: %v", name, err)
			}
		}
		_, err := w.release(w.editor, w.Client, "1")
		outside("creation", err)
		outside("update", w.Client.Project.UpdateOneID(w.project.ID).SetName("x").Exec(w.editor))
		_, err = w.Client.Project.Delete().Exec(w.editor)
		outside("deletion", err)
		outside("counter", w.Client.KeyCounter.Create().SetProjectID(w.project.ID).SetKind("R").Exec(w.editor))
		outside("membership", w.Client.Membership.Create().SetProjectID(w.project.ID).SetUserID(w.user).SetRole("ADMIN").Exec(w.editor))
		// The context of a write is not enough: another client is not undone with it, and would wait for ever.
		err = w.hub.Write(w.editor, func(ctx context.Context, _ *ent.Client) error {
			_, err := w.release(ctx, w.Client, "1")
			return err
		})
		outside("another client", err)
		err = w.hub.Write(w.editor, func(ctx context.Context, _ *ent.Client) error {
			return w.hub.Write(ctx, func(context.Context, *ent.Client) error { t.Error("a write began inside a write"); return nil })
		})
		if err == nil || !strings.Contains(err.Error(), "inside a write") {
			t.Errorf("a write inside a write: %v", err)
		}
		if keys := w.keys(t); len(keys) != 0 {
			t.Errorf("there are releases %v", keys)
		}
	})
}

func TestAnErrorOrAPanicUndoesEverything(t *testing.T) {
	failing := errors.New("no")
	each(t, func(t *testing.T, w *workspace) {
		halfway := func(ctx context.Context, tx *ent.Client) error {
			_, err := w.release(ctx, tx, "half")
			return errors.Join(err, tx.Project.UpdateOneID(w.project.ID).SetName("half").Exec(ctx))
		}
		for name, end := range map[string]func() error{
			"an error": func() error { return failing }, "a panic": func() error { panic(failing) },
		} {
			for _, inReaction := range []bool{false, true} {
				act := func(ctx context.Context, tx *ent.Client) error {
					if err := halfway(ctx, tx); err != nil || inReaction {
						return err
					}
					return end()
				}
				w.react = func(context.Context, *ent.Client, []changes.Change) error { return end() }
				if err := caught(func() error { return w.hub.Write(w.editor, act) }); !errors.Is(err, failing) {
					t.Errorf("%s became %v", name, err)
				}
				if keys := w.keys(t); len(keys) != 0 || w.Client.Project.GetX(w.editor, w.project.ID).Name != "Payments" {
					t.Errorf("%s left something: %v", name, keys)
				}
			}
		}
		w.react = nil
		if err := w.hub.Write(w.editor, halfway); err != nil || !slices.Equal(w.keys(t), []string{"half"}) {
			t.Errorf("afterwards nothing can be written: %v", err)
		}
	})
}

// caught turns a panic into an error.
func caught(act func() error) (err error) {
	defer func() {
		if found, ok := recover().(error); ok {
			err = found
		}
	}()
	return act()
}

func TestEveryWriteIsSigned(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		var made *ent.Release
		write := func(ctx context.Context, act func(ctx context.Context, tx *ent.Client) error) {
			t.Helper()
			if err := w.hub.Write(ctx, act); err != nil {
				t.Fatal(err)
			}
		}
		rename := func(ctx context.Context, tx *ent.Client) error {
			return tx.Release.Update().Where(release.Key("1")).SetName("Renamed").Exec(ctx)
		}
		write(w.editor, func(ctx context.Context, tx *ent.Client) (err error) {
			made, err = w.release(ctx, tx, "1")
			return err
		})
		if made.CreatedByID == nil || *made.CreatedByID != w.user || made.UpdatedByID == nil || *made.UpdatedByID != w.user {
			t.Errorf("made by %v, changed by %v", made.CreatedByID, made.UpdatedByID)
		}
		write(viewer.AsSystem(clock.With(t.Context(), midnight)), rename)
		made = w.Client.Release.GetX(w.editor, made.ID)
		if made.UpdatedByID != nil || made.CreatedByID == nil || !made.UpdatedAt.Equal(midnight()) {
			t.Errorf("the system changed it, but the signature says %v at %v", made.UpdatedByID, made.UpdatedAt)
		}
		write(w.editor, rename)
		if made = w.Client.Release.GetX(w.editor, made.ID); made.UpdatedByID == nil || *made.UpdatedByID != w.user {
			t.Errorf("changed by %v", made.UpdatedByID)
		}
		if w.project.CreatedByID != nil || w.project.UpdatedByID != nil {
			t.Errorf("the system made the project, but the signature says %v", w.project.CreatedByID)
		}
	})
}
