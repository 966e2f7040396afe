package graph_test

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// elaborate adds to a world what makes every field of the API hold something.
func elaborate(s *graphtest.Server, w world) {
	s.T.Helper()
	s.Write(func(ctx context.Context, tx *ent.Client) error {
		p, day := w.project.ID, start.Add(1500*time.Microsecond)
		r := tx.Requirement.Query().Order(ent.Asc("id")).FirstX(ctx)
		c := tx.TestCase.Query().Order(ent.Asc("id")).FirstX(ctx)
		e := tx.Execution.Query().Order(ent.Asc("id")).FirstX(ctx)
		d := tx.Defect.Query().Order(ent.Asc("key")).AllX(ctx)
		b := tx.Build.Query().Order(ent.Asc("id")).FirstX(ctx)
		n := tx.Environment.Query().Order(ent.Asc("id")).FirstX(ctx)
		cycle := tx.TestCycle.Create().SetProjectID(p).SetKey("cycle").SetName("Cycle").SetBuildID(b.ID).SetEnvironmentID(n.ID).SaveX(ctx)
		run := tx.ImportRun.Create().SetProjectID(p).SetFormat("junit").SetSource("report.xml").SetDigest("00").SetIdempotencyKey("00").SetFiles(1).
			SetCounts(map[string]int{"executions": 1}).SetCreated(1).SetUpdated(0).SetUnchanged(0).SetWarningCount(1).
			SetWarnings([]schema.ImportWarning{{File: "report.xml", Line: 3, Field: "time", Message: "is missing"}}).SaveX(ctx)
		tx.Requirement.UpdateOne(r).SetText("The **text**").SetAttributes(map[string]string{"b": "2", "a": "1"}).ExecX(ctx)
		tx.Requirement.Create().SetProjectID(p).SetKey("R-CHILD").SetTitle("").SetParentID(r.ID).ExecX(ctx)
		tx.RequirementVersion.Create().SetProjectID(p).SetRequirementID(r.ID).SetNumber(1).SetTitle("Before").SetContentHash("00").
			SetAttributes(map[string]string{"a": "1"}).ExecX(ctx)
		steps := []schema.Step{{Action: "Pay", Data: "10 €", Expected: "It is paid"}}
		tx.TestCase.UpdateOne(c).SetSteps(steps).SetParameters([]string{"amount"}).SetDataRows([]map[string]string{{"amount": "10"}}).
			SetAliases([]string{"pays"}).SetAttributes(map[string]string{"owner": "team"}).ExecX(ctx)
		tx.TestCaseVersion.Create().SetProjectID(p).SetTestCaseID(c.ID).SetNumber(1).SetTitle("Before").SetSteps(steps).
			SetParameters([]string{"amount"}).SetContentHash("00").ExecX(ctx)
		tx.TraceLink.Create().SetProjectID(p).SetTestCaseID(c.ID).SetUnresolvedKey("R-MISSING").SetState(tracelink.StateORPHANED).
			SetAffirmedByID(s.Viewer.User).SetAffirmedAt(day).ExecX(ctx)
		tx.Execution.Create().SetProjectID(p).SetTestCaseID(c.ID).SetTestCaseVersion(1).SetStatus("ERROR").SetExecutedAt(day).SetCycleID(cycle.ID).
			SetImportRunID(run.ID).SetFingerprint("more").SetProperties(map[string]string{"host": "one"}).
			SetStepResults([]schema.StepResult{{}}).ExecX(ctx)
		tx.Defect.UpdateOne(d[0]).SetFoundInBuildID(b.ID).SetFoundInEnvironmentID(n.ID).SetFixedInBuildID(b.ID).
			SetAttributes(map[string]string{"votes": "3"}).ExecX(ctx)
		tx.Defect.UpdateOne(d[1]).SetDuplicateOfID(d[0].ID).ExecX(ctx)
		tx.DefectLink.Create().SetProjectID(p).SetDefectID(d[0].ID).SetTestCaseID(c.ID).ExecX(ctx)
		tx.DefectLink.Create().SetProjectID(p).SetDefectID(d[0].ID).SetRequirementID(r.ID).ExecX(ctx)
		tx.DefectLink.Create().SetProjectID(p).SetExecutionID(e.ID).SetUnresolvedDefect("D-MISSING").SetState(defectlink.StateORPHANED).ExecX(ctx)
		for _, one := range []struct {
			kind string
			id   ident.ID
		}{{"requirement", r.ID}, {"test case", c.ID}, {"defect", d[0].ID}} {
			tx.ExternalReference.Create().SetProjectID(p).SetSystem("jira").SetKind(one.kind).SetExternalID("X-1").
				SetURL("https://example.org/X-1").SetEntityID(one.id).ExecX(ctx)
		}
		w.remark(ctx, tx, r, c, e, d[0])
		return w.follow(ctx, tx)
	})
}

// remark adds what people say about things, where cases stand, and how failures look.
func (w world) remark(ctx context.Context, tx *ent.Client, r *ent.Requirement, c *ent.TestCase, e *ent.Execution, d *ent.Defect) {
	p := w.project.ID
	top := tx.Suite.Create().SetProjectID(p).SetName("Payments").SetDescription("All of them.").SetPosition(1).SaveX(ctx)
	below := tx.Suite.Create().SetProjectID(p).SetName("Limits").SetParentID(top.ID).SetPosition(1).SaveX(ctx)
	tx.SuiteMember.Create().SetProjectID(p).SetSuiteID(below.ID).SetTestCaseID(c.ID).SetPosition(1).ExecX(ctx)
	tx.SuiteMember.Create().SetProjectID(p).SetSuiteID(top.ID).SetTestCaseID(c.ID).SetPosition(1).ExecX(ctx)
	words := tx.FailureSignature.Create().SetProjectID(p).SetHash("00").SetText("expected N but was N").SetClass("PRODUCT").SetNote("Seen before.").
		SetMuteUntil(start).SetFirstSeenAt(start).SetLastSeenAt(start).SetDefectID(d.ID).SaveX(ctx)
	tx.Execution.UpdateOne(e).SetSignatureID(words.ID).ExecX(ctx)
	tx.Comment.Create().SetProjectID(p).SetRequirementID(r.ID).SetText("About the requirement").SetEditedAt(start).ExecX(ctx)
	tx.Comment.Create().SetProjectID(p).SetTestCaseID(c.ID).SetText("About the case").ExecX(ctx)
	tx.Comment.Create().SetProjectID(p).SetExecutionID(e.ID).SetText("About the execution").ExecX(ctx)
	tx.Comment.Create().SetProjectID(p).SetDefectID(d.ID).SetText("About the defect").ExecX(ctx)
	file := func() *ent.AttachmentCreate {
		return tx.Attachment.Create().SetProjectID(p).SetName("screen.png").SetMediaType("image/png").SetSizeBytes(3).SetContentHash("00")
	}
	file().SetRequirementID(r.ID).ExecX(ctx)
	file().SetTestCaseID(c.ID).ExecX(ctx)
	file().SetExecutionID(e.ID).ExecX(ctx)
	file().SetDefectID(d.ID).ExecX(ctx)
	tag := func() *ent.TagCreate { return tx.Tag.Create().SetProjectID(p).SetName("Smoke").SetFolded("smoke") }
	tag().SetRequirementID(r.ID).ExecX(ctx)
	tag().SetTestCaseID(c.ID).ExecX(ctx)
	tag().SetExecutionID(e.ID).ExecX(ctx)
	tag().SetDefectID(d.ID).ExecX(ctx)
}

// anyID is the id of the first entity of a type in the world; empty when there is none.
func anyID(s *graphtest.Server, name string) string {
	s.T.Helper()
	c, first := s.Store.Client, ent.Asc("id")
	find := map[string]func(context.Context) (ident.ID, error){
		"Project":            c.Project.Query().Order(first).FirstID,
		"User":               c.User.Query().Order(first).FirstID,
		"Requirement":        c.Requirement.Query().Order(first).FirstID,
		"RequirementVersion": c.RequirementVersion.Query().Order(first).FirstID,
		"RequirementLink":    c.RequirementLink.Query().Order(first).FirstID,
		"TestCase":           c.TestCase.Query().Order(first).FirstID,
		"TestCaseVersion":    c.TestCaseVersion.Query().Order(first).FirstID,
		"TraceLink":          c.TraceLink.Query().Order(first).FirstID,
		"Release":            c.Release.Query().Order(first).FirstID,
		"Build":              c.Build.Query().Order(first).FirstID,
		"Environment":        c.Environment.Query().Order(first).FirstID,
		"TestCycle":          c.TestCycle.Query().Order(first).FirstID,
		"Execution":          c.Execution.Query().Order(first).FirstID,
		"Defect":             c.Defect.Query().Order(first).FirstID,
		"DefectLink":         c.DefectLink.Query().Order(first).FirstID,
		"ImportRun":          c.ImportRun.Query().Order(first).FirstID,
		"ExternalReference":  c.ExternalReference.Query().Order(first).FirstID,
		"Suite":              c.Suite.Query().Order(first).FirstID,
		"SuiteMember":        c.SuiteMember.Query().Order(first).FirstID,
		"Comment":            c.Comment.Query().Order(first).FirstID,
		"Attachment":         c.Attachment.Query().Order(first).FirstID,
		"Tag":                c.Tag.Query().Order(first).FirstID,
		"FailureSignature":   c.FailureSignature.Query().Order(first).FirstID,
	}[name]
	if find == nil {
		return ""
	}
	id, err := find(s.Context())
	if err != nil {
		s.T.Fatalf("find a %s: %v", name, err)
	}
	return id.String()
}

// follow lets somebody fetch the changes of the project, and has them sent to an address that takes none.
func (w *world) follow(ctx context.Context, tx *ent.Client) error {
	wanted := schema.ChangeFilter{EntityTypes: []string{"DEFECT"}}
	if _, err := consumers.Make(ctx, tx, w.project, consumer.KindPULL, "follower", &wanted, nil); err != nil {
		return err
	}
	served, err := consumers.Make(ctx, tx, w.project, consumer.KindWEBHOOK, "hook", nil, nil)
	if err != nil {
		return err
	}
	hook := tx.Webhook.Create().SetProjectID(w.project.ID).SetConsumerID(served.ID).SetURL("http://127.0.0.1:9/changes").SetSecret(wire.NewSecret().Reveal()).SaveX(ctx)
	for i := range 3 {
		tx.WebhookDelivery.Create().SetProjectID(w.project.ID).SetWebhookID(hook.ID).SetSeq(1).SetEventID("one").SetAttempt(i + 1).SetOutcome("FAILED").
			SetStatus(500).SetLatencyMs(10 * i).SetError("the endpoint answered 500").SetAnswer("no").ExecX(ctx)
	}
	return nil
}
