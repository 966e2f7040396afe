package graph_test

import (
	"context"
	"fmt"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/graphtest"
)

// abound fills a project with n cases in a suite, each linked to one requirement and with all that can be said about it.
func abound(s *graphtest.Server, key string, n int) scene {
	s.T.Helper()
	w, c := populate(s, key, 1), scene{key: key, ids: map[string][]string{}}
	s.Write(func(ctx context.Context, tx *ent.Client) error {
		p := w.project.ID
		r := tx.Requirement.Create().SetProjectID(p).SetKey("R-TOP").SetTitle("Top").SaveX(ctx)
		d := tx.Defect.Create().SetProjectID(p).SetKey("D-TOP").SetTitle("Top").SaveX(ctx)
		from := tx.Suite.Create().SetProjectID(p).SetName("From").SaveX(ctx)
		to := tx.Suite.Create().SetProjectID(p).SetName("To").SetParentID(from.ID).SaveX(ctx)
		c.ids["Requirement"], c.ids["Suite"] = []string{r.ID.String()}, []string{from.ID.String(), to.ID.String()}
		for i := range n {
			below := tx.Requirement.Create().SetProjectID(p).SetKey(fmt.Sprintf("R-B%d", i)).SetTitle("Below").SetPosition(i).SaveX(ctx)
			one := tx.TestCase.Create().SetProjectID(p).SetKey(fmt.Sprintf("C-B%d", i)).SetTitle("Case").SetType("MANUAL").SaveX(ctx)
			link := tx.TraceLink.Create().SetProjectID(p).SetRequirementID(r.ID).SetTestCaseID(one.ID).SaveX(ctx)
			tx.SuiteMember.Create().SetProjectID(p).SetSuiteID(from.ID).SetTestCaseID(one.ID).SetPosition(int64(i)).ExecX(ctx)
			c.ids["TestCase"], c.ids["TraceLink"] = append(c.ids["TestCase"], one.ID.String()), append(c.ids["TraceLink"], link.ID.String())
			if i >= 40 {
				continue // enough to ask for
			}
			words := tx.FailureSignature.Create().SetProjectID(p).SetHash(fmt.Sprint(i)).SetText("words").SetFirstSeenAt(start).SetLastSeenAt(start).SetDefectID(d.ID).SaveX(ctx)
			done := tx.Execution.Create().SetProjectID(p).SetTestCaseID(one.ID).SetTestCaseVersion(1).SetStatus("FAILED").SetExecutedAt(start).SetFingerprint("b" + fmt.Sprint(i)).SetSignatureID(words.ID).SaveX(ctx)
			tx.DefectLink.Create().SetProjectID(p).SetDefectID(d.ID).SetExecutionID(done.ID).ExecX(ctx)
			for _, version := range []int{1, 2} {
				tx.RequirementVersion.Create().SetProjectID(p).SetRequirementID(below.ID).SetNumber(version).SetTitle("Below").SetContentHash(fmt.Sprint(version)).ExecX(ctx)
				tx.TestCaseVersion.Create().SetProjectID(p).SetTestCaseID(one.ID).SetNumber(version).SetTitle("Case").SetContentHash(fmt.Sprint(version)).ExecX(ctx)
			}
			tx.Comment.Create().SetProjectID(p).SetRequirementID(below.ID).SetText("Said").ExecX(ctx)
			tx.Comment.Create().SetProjectID(p).SetTestCaseID(one.ID).SetText("Said").ExecX(ctx)
			tx.Comment.Create().SetProjectID(p).SetExecutionID(done.ID).SetText("Said").ExecX(ctx)
			tx.Tag.Create().SetProjectID(p).SetRequirementID(below.ID).SetName("smoke").SetFolded("smoke").ExecX(ctx)
			tx.Tag.Create().SetProjectID(p).SetTestCaseID(one.ID).SetName("smoke").SetFolded("smoke").ExecX(ctx)
			tx.Attachment.Create().SetProjectID(p).SetTestCaseID(one.ID).SetName("a.png").SetMediaType("image/png").SetSizeBytes(1).SetContentHash("00").ExecX(ctx)
			tx.Attachment.Create().SetProjectID(p).SetRequirementID(below.ID).SetName("a.png").SetMediaType("image/png").SetSizeBytes(1).SetContentHash("00").ExecX(ctx)
		}
		return nil
	})
	return c
}
