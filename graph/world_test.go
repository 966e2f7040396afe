package graph_test

import (
	"context"
	"fmt"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/people"
)

// world is a project of n requirements with two cases each, every case executed on two builds, every second failing with
// a defect. Requirement i+1 refines requirement i.
type world struct{ project *ent.Project }

var start = time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)

func populate(s *graphtest.Server, key string, n int) world {
	s.T.Helper()
	w := world{}
	s.Write(func(ctx context.Context, tx *ent.Client) (err error) {
		if w.project, err = tx.Project.Create().SetKey(key).SetName("Project " + key).Save(ctx); err != nil {
			return err
		}
		if err := people.Grant(ctx, tx, w.project.ID, s.Viewer.User, membership.RoleADMIN); err != nil {
			return err
		}
		return w.fill(ctx, tx, n)
	})
	return w
}

func (w *world) fill(ctx context.Context, tx *ent.Client, n int) error {
	p := w.project.ID
	release := tx.Release.Create().SetProjectID(p).SetKey("2026.1").SetName("2026.1").SaveX(ctx)
	first := tx.Build.Create().SetProjectID(p).SetKey("b1").SetName("b1").SetReleaseID(release.ID).SaveX(ctx)
	second := tx.Build.Create().SetProjectID(p).SetKey("b2").SetName("b2").SetReleaseID(release.ID).SaveX(ctx)
	sit := tx.Environment.Create().SetProjectID(p).SetKey("sit").SetName("sit").SaveX(ctx)
	var above *ent.Requirement
	for i := range n {
		r := tx.Requirement.Create().SetProjectID(p).SetKey(fmt.Sprintf("R-%03d", i)).SetTitle(fmt.Sprintf("Requirement %d 需求", i)).
			SetReleaseID(release.ID).SetPosition(i + 1).SaveX(ctx)
		if above != nil {
			tx.RequirementLink.Create().SetProjectID(p).SetChildID(r.ID).SetParentID(above.ID).SaveX(ctx)
		}
		above = r
		for j := range 2 {
			c := tx.TestCase.Create().SetProjectID(p).SetKey(fmt.Sprintf("C-%03d-%d", i, j)).SetTitle("Case").SetType(testcase.TypeAUTOMATED).SaveX(ctx)
			tx.TraceLink.Create().SetProjectID(p).SetRequirementID(r.ID).SetTestCaseID(c.ID).SaveX(ctx)
			var last *ent.Execution
			for k, build := range []*ent.Build{first, second} {
				status := execution.StatusPASSED
				if j == 1 && k == 1 {
					status = execution.StatusFAILED
				}
				last = tx.Execution.Create().SetProjectID(p).SetTestCaseID(c.ID).SetTestCaseVersion(1).SetBuildID(build.ID).SetEnvironmentID(sit.ID).
					SetStatus(status).SetExecutedAt(start.Add(time.Duration(i*100+k) * time.Minute)).
					SetFingerprint(fmt.Sprintf("%d-%d-%d", i, j, k)).SaveX(ctx)
			}
			tx.TestCase.UpdateOne(c).SetLastExecutionID(last.ID).SetLastStatus(testcase.LastStatus(last.Status)).ExecX(ctx)
			if j == 1 {
				d := tx.Defect.Create().SetProjectID(p).SetKey(fmt.Sprintf("D-%03d", i)).SetTitle("Defect").SetSeverity(defect.SeverityMAJOR).SaveX(ctx)
				tx.DefectLink.Create().SetProjectID(p).SetDefectID(d.ID).SetExecutionID(last.ID).SaveX(ctx)
			}
		}
	}
	return nil
}
