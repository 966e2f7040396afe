package search_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/search"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// canary stands in everything of the project that the viewer is no member of.
const canary = "canary7f3a9"

// plant makes that project, with a user who is its only member.
func plant(t *testing.T, w *workspace) (other *ent.Project, stranger context.Context) {
	t.Helper()
	hub := changes.NewHub(w.store, search.React)
	err := hub.Write(viewer.AsSystem(t.Context()), func(ctx context.Context, tx *ent.Client) error {
		other = tx.Project.Create().SetKey("OTHER").SetName("Other").SaveX(ctx)
		user := tx.User.Create().SetLogin("stranger").SetName("A stranger").SaveX(ctx)
		stranger = viewer.With(t.Context(), viewer.Viewer{User: user.ID})
		r := tx.Requirement.Create().SetProjectID(other.ID).SetKey(canary).SetTitle(canary + " 登录").SetText("pay").SaveX(ctx)
		tx.TestCase.Create().SetProjectID(other.ID).SetKey("T-1").SetTitle("pay " + canary).ExecX(ctx)
		tx.Defect.Create().SetProjectID(other.ID).SetKey("D-1").SetTitle("pay").SetText(canary).ExecX(ctx)
		tx.Comment.Create().SetProjectID(other.ID).SetRequirementID(r.ID).SetText("pay " + canary).ExecX(ctx)
		tx.Tag.Create().SetProjectID(other.ID).SetRequirementID(r.ID).SetName("tagged").SetFolded("tagged").ExecX(ctx)
		return people.Grant(ctx, tx, other.ID, user.ID, membership.RoleVIEWER)
	})
	if err != nil {
		t.Fatal(err)
	}
	return other, stranger
}

func TestNothingIsFoundOrCountedBehindAWall(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-1", "pay 登录", "")
		other, stranger := plant(t, w)
		for text, want := range map[string]string{"pay": "R-1", "登录": "R-1", "登": "R-1", canary: "", canary[:4]: "", "tagged": "", `"pay"`: "R-1"} {
			w.want(text, want)
			for name, project := range map[string]ident.ID{"there": other.ID, "absent": ident.New(ident.Project)} {
				page, err := search.Find(w.Ctx, w.Client, search.Query{Text: text, Project: project})
				if !fault.Is(err, fault.NotFound) || len(page.Hits) != 0 || page.Total != 0 || fault.Of(err).Message != "there is no such project, or you may not see it" {
					t.Errorf("%q in a project that is %s: %+v, %v", text, name, page, err)
				}
			}
		}
		for text, want := range map[string]int{"pay": 4, canary: 4, "tagged": 1, "登录": 1} {
			page, err := search.Find(stranger, w.Client, search.Query{Text: text})
			if err != nil || page.Total != want || len(page.Hits) != want {
				t.Errorf("a member of it finds %d and counts %d of %d for %q: %v", len(page.Hits), page.Total, want, text, err)
			}
		}
		// A cursor from behind the wall shows nothing that lies there.
		page, err := search.Find(stranger, w.Client, search.Query{Text: "pay", First: 1})
		if err != nil {
			t.Fatal(err)
		}
		for _, hit := range w.find(search.Query{Text: "pay", After: page.EndCursor}).Hits {
			if w.names[hit.Entity] != "R-1" {
				t.Error("the cursor leads behind the wall")
			}
		}
	})
}

func TestNothingIsFoundInAProjectThatIsInTheTrash(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-1", "pay", "")
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Project.UpdateOneID(w.ID).SetDeletedAt(projecttest.Now).Exec(ctx)
		})
		w.want("pay", "")
	})
}

func TestStatementsOfASearchDoNotGrowWithWhatItFinds(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-0", "one", "")
		for _, key := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
			w.requirement("R-"+key, "many", "many")
			w.testCase("T-"+key, "many", "many")
			w.defect("D-"+key, "many", "many")
			w.comment("D-"+key, "many"+key)
		}
		for text, most := range map[string]int64{"nowhere": 2, "one": 5, "many": 8} {
			before := w.store.Statements.Count()
			found := w.find(search.Query{Text: text, First: 100})
			if took := w.store.Statements.Count() - before; took > most {
				t.Errorf("%d hits took %d statements, at most %d are needed", len(found.Hits), took, most)
			}
		}
	})
}
