package feed_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
)

// key is one that nothing else has.
func key(word string) string { return word + ident.New(ident.Requirement).String() }

// act is one write.
type act func(context.Context, *ent.Client) error

// turns are neighbourhoods that a single change opens or shuts: each makes a scene, says what is watched, then turns it, and
// then touches something that is heard only on one side of the turn.
var turns = map[string]struct {
	scene func(ctx context.Context, tx *ent.Client, p ident.ID) (watched feed.Filter, turn, touch act)
	heard [2]bool // the touch before the turn and after it
}{
	"a link between requirements that ends": {func(ctx context.Context, tx *ent.Client, p ident.ID) (feed.Filter, act, act) {
		top := tx.Requirement.Create().SetProjectID(p).SetKey(key("top")).SetTitle("t").SaveX(ctx).ID
		below := tx.Requirement.Create().SetProjectID(p).SetKey(key("below")).SetTitle("b").SaveX(ctx).ID
		link := tx.RequirementLink.Create().SetProjectID(p).SetParentID(top).SetChildID(below).SetRole(requirementlink.RoleREFINES).SaveX(ctx).ID
		return feed.Filter{Requirements: []ident.ID{top}}, func(ctx context.Context, tx *ent.Client) error {
				return tx.RequirementLink.UpdateOneID(link).SetState(requirementlink.StateCLOSED).AddVersion(1).Exec(ctx)
			}, func(ctx context.Context, tx *ent.Client) error {
				return tx.Requirement.UpdateOneID(below).SetTitle("touched").AddVersion(1).Exec(ctx)
			}
	}, [2]bool{true, false}},
	"a cycle that goes to a build of the release": {func(ctx context.Context, tx *ent.Client, p ident.ID) (feed.Filter, act, act) {
		target := tx.Release.Create().SetProjectID(p).SetKey("1").SetName("r").SaveX(ctx).ID
		b := tx.Build.Create().SetProjectID(p).SetKey("b").SetName("b").SetReleaseID(target).SaveX(ctx).ID
		cycle := tx.TestCycle.Create().SetProjectID(p).SetKey("night").SetName("n").SaveX(ctx).ID
		c := tx.TestCase.Create().SetProjectID(p).SetKey("C").SetTitle("c").SaveX(ctx).ID
		in := tx.Execution.Create().SetProjectID(p).SetTestCaseID(c).SetTestCaseVersion(1).SetStatus(execution.StatusFAILED).
			SetExecutedAt(clock.Now(ctx)).SetFingerprint("f").SetCycleID(cycle).SaveX(ctx).ID
		return feed.Filter{Releases: []ident.ID{target}}, func(ctx context.Context, tx *ent.Client) error {
				return tx.TestCycle.UpdateOneID(cycle).SetBuildID(b).AddVersion(1).Exec(ctx)
			}, func(ctx context.Context, tx *ent.Client) error {
				return tx.Execution.UpdateOneID(in).SetMessage("touched").AddVersion(1).Exec(ctx)
			}
	}, [2]bool{false, true}},
	"a link to a defect that ends": {func(ctx context.Context, tx *ent.Client, p ident.ID) (feed.Filter, act, act) {
		top := tx.Requirement.Create().SetProjectID(p).SetKey(key("top")).SetTitle("t").SaveX(ctx).ID
		flaw := tx.Defect.Create().SetProjectID(p).SetKey(key("D")).SetTitle("d").SaveX(ctx).ID
		link := tx.DefectLink.Create().SetProjectID(p).SetDefectID(flaw).SetRequirementID(top).SaveX(ctx).ID
		return feed.Filter{Requirements: []ident.ID{top}}, func(ctx context.Context, tx *ent.Client) error {
				return tx.DefectLink.UpdateOneID(link).SetState(defectlink.StateCLOSED).AddVersion(1).Exec(ctx)
			}, func(ctx context.Context, tx *ent.Client) error {
				return tx.Defect.UpdateOneID(flaw).SetTitle("touched").AddVersion(1).Exec(ctx)
			}
	}, [2]bool{true, false}},
}

func TestANeighbourhoodFollowsTheOneChangeThatOpensOrShutsIt(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		for name, one := range turns {
			t.Run(name, func(t *testing.T) {
				var watched feed.Filter
				var turn, touch act
				w.write(t, func(ctx context.Context, tx *ent.Client) error {
					watched, turn, touch = one.scene(ctx, tx, w.project.ID)
					return nil
				})
				matcher := w.feed.Matcher(w.project.ID, watched)
				said := func(what act) bool {
					from, err := w.feed.Now(t.Context(), w.project)
					if err != nil {
						t.Fatal(err)
					}
					w.write(t, what)
					page, err := w.feed.Read(w.editor, w.project, from, feed.Filter{}, 10)
					if err != nil || len(page.Changes) != 1 {
						t.Fatalf("%d changes, %v", len(page.Changes), err)
					}
					got, err := matcher.Match(w.editor, page.Changes)
					if err != nil {
						t.Fatal(err)
					}
					return got[0]
				}
				before := said(touch)
				said(turn)
				if after := said(touch); before != one.heard[0] || after != one.heard[1] {
					t.Errorf("heard before %t and after %t, want %v", before, after, one.heard)
				}
			})
		}
	})
}
