package changes_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// line is what the log holds of one change.
type line struct {
	changelog.Record
	EntityKey     *string
	EntityVersion int
	Cause         struct {
		Kind      string
		ImportRun *string
	}
	Fields []struct {
		Field         string
		Before, After any
		Omitted       bool
	}
	Refs []string
}

// field gives both values of a field, and whether it changed.
func (l line) field(name string) (before, after any, found bool) {
	for _, f := range l.Fields {
		if f.Field == name {
			return f.Before, f.After, true
		}
	}
	return nil, nil, false
}

// lines reads the log of the workspace's project after a number.
func (w *workspace) lines(t *testing.T, after int64) []line {
	t.Helper()
	records, err := changelog.Read(t.Context(), w.Client, w.Dialect(), w.project.ID, after, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	all := make([]line, len(records))
	for i, r := range records {
		if err := json.Unmarshal([]byte("{"+r.Data+"}"), &all[i]); err != nil {
			t.Fatalf("%s: %v", r.Data, err)
		}
		all[i].Record = r
		if r.Seq != after+int64(i)+1 {
			t.Fatalf("after %d comes %d", after+int64(i), r.Seq)
		}
	}
	return all
}

// logged is what a write adds to the log.
func logged(t *testing.T, w *workspace, act func(ctx context.Context, tx *ent.Client) error) []line {
	t.Helper()
	heads, err := changelog.Heads(t.Context(), w.Client, w.Dialect(), []ident.ID{w.project.ID})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.hub.Write(w.editor, act); err != nil {
		t.Fatal(err)
	}
	return w.lines(t, heads[w.project.ID].Head)
}

func TestTheFeedOfAProjectBeginsWithTheProject(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		all := w.lines(t, 0)
		if len(all) != 2 || all[0].Entity != w.project.ID || all[0].Op != "CREATE" || all[0].Cause.Kind != "SYSTEM" || !all[0].Actor.IsZero() {
			t.Fatalf("the log begins with %+v", all)
		}
		if _, name, _ := all[0].field("name"); name != "Payments" || *all[0].EntityKey != "PAY" {
			t.Errorf("the project is told as %+v", all[0])
		}
		if _, role, _ := all[1].field("role"); role != "EDITOR" || all[1].Tx != all[0].Tx || !slices.Contains(all[1].Refs, w.user.String()) {
			t.Errorf("the membership is told as %+v", all[1])
		}
	})
}

func TestAnEntityIsToldOnceATransactionWithWhatCameOfIt(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		var one, gone *ent.Requirement
		made := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			one = tx.Requirement.Create().SetProjectID(w.project.ID).SetKey("R-1").SetTitle("Pay").SaveX(ctx)
			gone = tx.Requirement.Create().SetProjectID(w.project.ID).SetKey("R-2").SetTitle("Gone").SaveX(ctx)
			tx.Requirement.UpdateOneID(one.ID).SetTitle("Pay at once").AddVersion(1).ExecX(ctx)
			return tx.Requirement.DeleteOneID(gone.ID).Exec(ctx)
		})
		if len(made) != 1 || made[0].Op != "CREATE" || made[0].EntityVersion != 2 || *made[0].EntityKey != "R-1" || made[0].Actor != w.user {
			t.Fatalf("told %+v", made)
		}
		if before, title, _ := made[0].field("title"); before != nil || title != "Pay at once" {
			t.Errorf("it was made as %v", title)
		}
		changed := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			tx.Requirement.UpdateOneID(one.ID).SetTitle("x").AddVersion(1).ExecX(ctx)
			return tx.Requirement.UpdateOneID(one.ID).SetTitle("Pay later").SetText("x <b>&").AddVersion(1).Exec(ctx)
		})
		if len(changed) != 1 || changed[0].Op != "UPDATE" || changed[0].EntityVersion != 4 || len(changed[0].Fields) != 2 {
			t.Fatalf("told %+v", changed)
		}
		if before, after, _ := changed[0].field("title"); before != "Pay at once" || after != "Pay later" {
			t.Errorf("the title went from %v to %v", before, after)
		}
		if _, after, _ := changed[0].field("text"); after != "x <b>&" {
			t.Errorf("the text became %v", after)
		}
		if same := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.UpdateOneID(one.ID).SetTitle("Pay later").Exec(ctx)
		}); len(same) != 0 {
			t.Errorf("of nothing was told %+v", same)
		}
		deleted := logged(t, w, func(ctx context.Context, tx *ent.Client) error { return tx.Requirement.DeleteOneID(one.ID).Exec(ctx) })
		if len(deleted) != 1 || deleted[0].Op != "DELETE" || deleted[0].EntityVersion != 4 || *deleted[0].EntityKey != "R-1" {
			t.Fatalf("told %+v", deleted)
		}
		if before, after, _ := deleted[0].field("title"); before != "Pay later" || after != nil {
			t.Errorf("what is gone was %v and is %v", before, after)
		}
	})
}

func TestAChangeSaysWhatItIsAboutAndWhyItHappened(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		run := ident.New(ident.ImportRun)
		w.react = func(ctx context.Context, tx *ent.Client, news []changes.Change) error {
			if len(news) != 1 || news[0].Entity.Kind() != ident.Requirement {
				return nil
			}
			_, err := w.release(ctx, tx, "by rule")
			return err
		}
		all := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			ctx = changes.Importing(ctx, run)
			return tx.Requirement.Create().SetProjectID(w.project.ID).SetKey("R-1").SetTitle("Pay").Exec(ctx)
		})
		if len(all) != 2 || all[0].Cause.Kind != "IMPORT" || all[1].Cause.Kind != "RULE" || *all[0].Cause.ImportRun != run.String() || *all[1].Cause.ImportRun != run.String() {
			t.Fatalf("told %+v", all)
		}
		w.react = nil
		parent := w.Client.Requirement.Query().OnlyIDX(w.editor)
		child := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.Create().SetProjectID(w.project.ID).SetKey("R-2").SetTitle("Pay").SetParentID(parent).Exec(ctx)
		})
		if len(child) != 1 || child[0].Cause.Kind != "API" || child[0].Cause.ImportRun != nil || !slices.Contains(child[0].Refs, parent.String()) {
			t.Errorf("told %+v", child)
		}
		moved := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.UpdateOneID(child[0].Entity).ClearParentID().Exec(ctx)
		})
		if len(moved) != 1 || !slices.Contains(moved[0].Refs, parent.String()) {
			t.Errorf("what it was under before is not among what it is about: %+v", moved)
		}
	})
}

func TestAnUndoneWriteLeavesNoHole(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		last := len(w.lines(t, 0))
		err := w.hub.Write(w.editor, func(ctx context.Context, tx *ent.Client) error {
			_, err := w.release(ctx, tx, "1")
			return errors.Join(err, errors.New("no"))
		})
		if err == nil || len(w.lines(t, 0)) != last {
			t.Errorf("an undone write was told: %v", err)
		}
		if told := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			_, err := w.release(ctx, tx, "1")
			return err
		}); len(told) != 1 || told[0].Seq != int64(last)+1 {
			t.Errorf("after %d comes %+v", last, told)
		}
	})
}

func TestAWriteOverSeveralProjectsIsToldToEach(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		var heard []ident.ID
		w.hub.Watch(func(projects []ident.ID) { heard = projects })
		var other *ent.Project
		err := w.hub.Write(viewer.AsSystem(clock.With(t.Context(), midnight)), func(ctx context.Context, tx *ent.Client) error {
			other = tx.Project.Create().SetKey("CARDS").SetName("Cards").SaveX(ctx)
			return tx.Membership.Update().Where(membership.UserID(w.user)).SetRole(membership.RoleADMIN).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		heads, err := changelog.Heads(t.Context(), w.Client, w.Dialect(), []ident.ID{w.project.ID, other.ID})
		if err != nil || heads[other.ID].Head != 1 || heads[w.project.ID].Head != 3 || heads[other.ID].Epoch == heads[w.project.ID].Epoch {
			t.Errorf("the heads are %+v, %v", heads, err)
		}
		all, err := changelog.All(t.Context(), w.Client)
		if err != nil || len(all) != 2 {
			t.Errorf("there are the feeds %+v, %v; users belong to no project", all, err)
		}
		if len(heard) != 2 || slices.Compare(heard[0][:], heard[1][:]) >= 0 {
			t.Errorf("of the commit was heard %v", heard)
		}
		last := w.lines(t, 2)[0]
		if before, after, _ := last.field("role"); before != "EDITOR" || after != "ADMIN" || !last.At.Equal(midnight()) {
			t.Errorf("told %+v", last)
		}
	})
}
