package search_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/searchentry"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/search"
)

func TestEveryTextOfAThingIsSearchedAndNewWordsReplaceOldOnes(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			tx.Requirement.Create().SetID(w.name(ident.Requirement, "R")).SetProjectID(w.ID).SetKey("R-1").SetTitle("rtitle").SetText("rtext").
				SetRationale("rationale").SetType("rtype").SetAttributes(map[string]string{"ASIL": "rvalue"}).ExecX(ctx)
			tx.TestCase.Create().SetID(w.name(ident.TestCase, "T")).SetProjectID(w.ID).SetKey("T-1").SetTitle("ctitle").SetDescription("cabout").
				SetPrecondition("cbefore").SetSteps([]schema.Step{{Action: "press", Data: "button", Expected: "light"}}).
				SetAutomationID("suite.auto").SetAliases([]string{"calias"}).ExecX(ctx)
			return tx.Defect.Create().SetID(w.name(ident.Defect, "D")).SetProjectID(w.ID).SetKey("D-1").SetTitle("dtitle").SetText("dtext").Exec(ctx)
		})
		w.comment("D", "remark")
		for name, words := range map[string][]string{
			"R": {"R-1", "rtitle", "rtext", "rationale", "rtype", "rvalue"}, "D": {"D-1", "dtitle", "dtext"}, "remark": {"remark"},
			"T": {"T-1", "ctitle", "cabout", "cbefore", "press", "button", "light", "suite.auto", "auto", "calias"},
		} {
			for _, word := range words {
				w.want(word, name)
			}
		}
		for _, none := range []string{`"rtext rationale"`, "ASIL", "requirement"} {
			w.want(none, "")
		}
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			tx.Requirement.Update().Where(requirement.Key("R-1")).SetText("fresh").SetStatus(requirement.StatusAPPROVED).ExecX(ctx)
			tx.TestCase.Update().Where(testcase.Key("T-1")).SetSteps([]schema.Step{{Action: "fresh"}}).ExecX(ctx)
			return tx.Comment.Update().SetText("fresh").Exec(ctx)
		})
		w.want("fresh", "R,T,remark")
		for _, old := range []string{"rtext", "press", "remark"} {
			w.want(old, "")
		}
		w.want("rtitle", "R")
	})
}

func TestAnEntryIsMadeAnewOnlyWhenWhatIsSearchedChanged(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-1", "pay", "")
		before := w.Client.SearchEntry.Query().OnlyX(w.Ctx)
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.Update().SetStatus(requirement.StatusAPPROVED).AddVersion(1).Exec(ctx)
		})
		if after := w.Client.SearchEntry.Query().OnlyX(w.Ctx); after.ID != before.ID {
			t.Error("a move made the entry anew")
		}
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.Update().SetTitle("paid").Exec(ctx)
		})
		after := w.Client.SearchEntry.Query().OnlyX(w.Ctx)
		if after.ID == before.ID || after.Row <= 0 || !after.ChangedAt.Equal(projecttest.Now) {
			t.Errorf("a new title left %+v", after)
		}
	})
}

func TestWhatIsInTheTrashIsNotFoundNorCommentsOnIt(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-1", "pay", "")
		w.testCase("T-1", "pay", "")
		w.defect("D-1", "pay", "")
		for _, name := range []string{"R-1", "T-1", "D-1"} {
			w.comment(name, "pay on "+name)
		}
		w.comment("R-1", "pay withdrawn")
		w.trash(false, "pay withdrawn")
		all := "R-1,T-1,D-1,pay on R-1,pay on T-1,pay on D-1"
		w.want("pay", all)
		w.trash(false, "R-1", "T-1", "D-1")
		w.want("pay", "")
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Comment.Update().Where(comment.Text("pay on R-1")).SetText("pay, edited").Exec(ctx)
		})
		w.want("pay", "")
		w.trash(true, "R-1", "T-1", "D-1")
		w.want("pay", all)
		w.want("edited", "pay on R-1")
		w.trash(true, "pay withdrawn")
		w.want("edited", "pay on R-1")
		w.want("withdrawn", "pay withdrawn")
	})
}

func TestCommentsOnExecutionsGoIntoTheTrashWithTheirTestCase(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.testCase("T-1", "case", "")
		w.testCase("T-2", "case", "")
		for _, of := range []string{"T-1", "T-2"} {
			w.execution(of, "first of "+of)
			w.execution(of, "second of "+of)
			w.comment("first of "+of, "pay first "+of)
			w.comment("second of "+of, "pay second "+of)
		}
		all := "pay first T-1,pay second T-1,pay first T-2,pay second T-2"
		w.want("pay", all)
		w.trash(false, "T-1")
		w.want("pay", "pay first T-2,pay second T-2")
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Comment.Update().Where(comment.Text("pay first T-1")).SetText("pay, edited").Exec(ctx)
		})
		w.want("edited", "")
		if made, err := search.Fill(t.Context(), w.hub()); err != nil || made != 0 {
			t.Errorf("%d comments on what is in the trash got an entry: %v", made, err)
		}
		w.trash(true, "T-1")
		w.want("pay", all)
		w.want("edited", "pay first T-1")
	})
}

func TestManyCommentsOnExecutionsGoIntoTheTrashByAsManyStatementsAsOne(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			for i := range 101 {
				test := tx.TestCase.Create().SetProjectID(w.ID).SetKey(fmt.Sprint("T-", i)).SetTitle("case").SaveX(ctx)
				one := tx.Execution.Create().SetProjectID(w.ID).SetTestCaseID(test.ID).SetTestCaseVersion(1).SetStatus(execution.StatusFAILED).
					SetExecutedAt(projecttest.Now).SetFingerprint(test.Key).SaveX(ctx)
				tx.Comment.Create().SetProjectID(w.ID).SetExecutionID(one.ID).SetText("pay").ExecX(ctx)
			}
			return nil
		})
		cost := func(which predicate.TestCase) int64 {
			before := w.store.Statements.Count()
			w.Write(func(ctx context.Context, tx *ent.Client) error {
				return tx.TestCase.Update().Where(which).SetDeletedAt(projecttest.Now).Exec(ctx)
			})
			return w.store.Statements.Count() - before
		}
		if one, many := cost(testcase.Key("T-0")), cost(testcase.KeyNEQ("T-0")); one != many {
			t.Errorf("one into the trash took %d statements, a hundred took %d", one, many)
		}
		w.want("pay", "")
	})
}

func TestAThingIsFoundByItsTagsWhileItHasThem(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-1", "pay", "")
		w.defect("D-1", "pay", "")
		w.tag("R-1", "烟雾-Smoke")
		w.tag("D-1", "other")
		w.want("smoke", "R-1")
		w.want("烟雾", "R-1")
		w.want("pay other", "D-1")
		w.untag("烟雾-Smoke")
		w.want("smoke", "")
		w.want("pay", "R-1,D-1")
		w.want("other", "D-1")
		id := w.Client.Tag.Query().Where(tag.Name("other")).OnlyIDX(w.Ctx)
		for _, part := range []string{id.UUID(), id.UUID()[:8], id.UUID()[:2], "ŧ" + id.UUID()[:8]} {
			w.want(part, "")
		}
	})
}

func TestStatementsOfAReactionDoNotGrowWithTheNumberOfThings(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		cost := func(act func(ctx context.Context, tx *ent.Client) error) int64 {
			before := w.store.Statements.Count()
			w.Write(act)
			return w.store.Statements.Count() - before
		}
		key := 0
		create := func(many int) int64 {
			return cost(func(ctx context.Context, tx *ent.Client) error {
				rs, cs := make([]*ent.RequirementCreate, many), make([]*ent.TestCaseCreate, many)
				for i := range many {
					key++
					rs[i] = tx.Requirement.Create().SetProjectID(w.ID).SetKey(fmt.Sprint("R-", key)).SetTitle("pay")
					cs[i] = tx.TestCase.Create().SetProjectID(w.ID).SetKey(fmt.Sprint("T-", key)).SetTitle("pay")
				}
				tx.Requirement.CreateBulk(rs...).ExecX(ctx)
				return tx.TestCase.CreateBulk(cs...).Exec(ctx)
			})
		}
		if one, many := create(1), create(200); one != many {
			t.Errorf("one of each took %d statements, 200 took %d", one, many)
		}
		move := func(which ...string) int64 {
			return cost(func(ctx context.Context, tx *ent.Client) error {
				return tx.Requirement.Update().Where(requirement.KeyIn(which...)).SetDeletedAt(projecttest.Now).Exec(ctx)
			})
		}
		many := []string{}
		for i := 3; i < 200; i++ {
			many = append(many, fmt.Sprint("R-", i))
		}
		if one, many := move("R-2"), move(many...); one != many {
			t.Errorf("one into the trash took %d statements, many took %d", one, many)
		}
	})
}

func TestFillMakesWhatIsMissingAndNothingElse(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-1", "pay", "")
		w.requirement("R-2", "gone", "")
		w.testCase("T-1", "pay", "")
		w.defect("D-1", "pay", "")
		w.comment("R-1", "pay well")
		w.comment("R-2", "pay less")
		w.trash(false, "R-2")
		var many []string
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			made := make([]*ent.DefectCreate, 1100)
			for i := range made {
				key := fmt.Sprint("B-", i)
				many = append(many, key)
				made[i] = tx.Defect.Create().SetID(w.name(ident.Defect, key)).SetProjectID(w.ID).SetKey(key).SetTitle("bulky")
			}
			return tx.Defect.CreateBulk(made...).Exec(ctx)
		})
		for _, test := range []struct{ lost, made int }{{0, 0}, {1104, 1104}, {1, 1}} {
			w.Write(func(ctx context.Context, tx *ent.Client) error {
				ids := tx.SearchEntry.Query().Limit(max(test.lost, 1)).Order(ent.Asc(searchentry.FieldID)).IDsX(ctx)
				_, err := tx.SearchEntry.Delete().Where(searchentry.IDIn(ids[:min(test.lost, len(ids))]...)).Exec(ctx)
				return err
			})
			before := w.store.Statements.Count()
			made, err := search.Fill(t.Context(), w.hub())
			if err != nil || made != test.made {
				t.Fatalf("after %d were lost, %d were made: %v", test.lost, made, err)
			}
			if took := w.store.Statements.Count() - before; made == 0 && took > 4 {
				t.Errorf("nothing is missing, and it took %d statements to know", took)
			}
			w.want("pay", "R-1,T-1,D-1,pay well")
			if page := w.find(search.Query{Text: "bulky"}); page.Total != len(many) {
				t.Errorf("%d of %d are found", page.Total, len(many))
			}
		}
		if !slices.Equal(w.finds("gone"), []string{}) {
			t.Error("what is in the trash got an entry")
		}
	})
}
