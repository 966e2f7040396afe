package people_test

import (
	"context"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	entgo "entgo.io/ent"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/migrate"
	"github.com/asterism-qa/asterism/ent/gen/ent/searchentry"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhookdelivery"
	entschema "github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// canary is a word that stands in every text of the planted project and nowhere else.
const canary = "canary-7f3a9"

// workspace is a store with its walls up, one planted project, and a member of it and a stranger to it.
type workspace struct {
	*store.Store
	hub              *changes.Hub
	project          *ent.Project
	member, stranger context.Context
	memberID         ident.ID
}

func plant(t *testing.T, s *store.Store) *workspace {
	t.Helper()
	people.RaiseWalls(s.Client)
	w := &workspace{Store: s, hub: changes.NewHub(s)}
	w.write(t, func(ctx context.Context, tx *ent.Client) error {
		member := tx.User.Create().SetLogin("member").SetName("A member").SaveX(ctx)
		stranger := tx.User.Create().SetLogin("stranger").SetName("A stranger").SaveX(ctx)
		w.memberID = member.ID
		w.member = viewer.With(t.Context(), viewer.Viewer{User: member.ID})
		w.stranger = viewer.With(t.Context(), viewer.Viewer{User: stranger.ID})
		own := tx.Project.Create().SetKey("OWN").SetName("The stranger's own").SaveX(ctx)
		if err := people.Grant(ctx, tx, own.ID, stranger.ID, membership.RoleADMIN); err != nil {
			return err
		}
		w.project = everything(ctx, tx)
		sing(tx.Receipt.Create().SetUserID(member.ID).SetOutcome(entschema.ReceiptOutcome{IDs: []string{canary}})).ExecX(ctx)
		return people.Grant(ctx, tx, w.project.ID, member.ID, membership.RoleEDITOR)
	})
	return w
}

// write writes as the system.
func (w *workspace) write(t *testing.T, act func(ctx context.Context, tx *ent.Client) error) {
	t.Helper()
	if err := w.hub.Write(viewer.AsSystem(t.Context()), act); err != nil {
		t.Fatalf("prepare the workspace: %v", err)
	}
}

// everything makes a project with one of each thing that a project can own.
func everything(ctx context.Context, tx *ent.Client) *ent.Project {
	p := sing(tx.Project.Create()).SaveX(ctx)
	release := sing(tx.Release.Create().SetProjectID(p.ID)).SaveX(ctx)
	build := sing(tx.Build.Create().SetProjectID(p.ID).SetReleaseID(release.ID)).SaveX(ctx)
	environment := sing(tx.Environment.Create().SetProjectID(p.ID)).SaveX(ctx)
	cycle := sing(tx.TestCycle.Create().SetProjectID(p.ID).SetBuildID(build.ID).SetEnvironmentID(environment.ID)).SaveX(ctx)
	parent := sing(tx.Requirement.Create().SetProjectID(p.ID).SetReleaseID(release.ID)).SaveX(ctx)
	child := sing(tx.Requirement.Create().SetProjectID(p.ID).SetParentID(parent.ID))
	child.SetKey(canary + "-child")
	requirement := child.SaveX(ctx)
	sing(tx.RequirementVersion.Create().SetProjectID(p.ID).SetRequirementID(parent.ID).SetNumber(1)).ExecX(ctx)
	sing(tx.RequirementLink.Create().SetProjectID(p.ID).SetChildID(requirement.ID).SetParentID(parent.ID)).ExecX(ctx)
	test := sing(tx.TestCase.Create().SetProjectID(p.ID)).SaveX(ctx)
	sing(tx.TestCaseVersion.Create().SetProjectID(p.ID).SetTestCaseID(test.ID).SetNumber(1)).ExecX(ctx)
	sing(tx.TraceLink.Create().SetProjectID(p.ID).SetRequirementID(parent.ID).SetTestCaseID(test.ID)).ExecX(ctx)
	intake := sing(tx.ImportRun.Create().SetProjectID(p.ID).SetFiles(1).SetCounts(map[string]int{canary: 1}).SetCreated(0).SetUpdated(0).
		SetUnchanged(0).SetWarningCount(0)).SaveX(ctx)
	done := sing(tx.Execution.Create().SetProjectID(p.ID).SetTestCaseID(test.ID).SetTestCaseVersion(1).SetStatus(execution.StatusFAILED).
		SetExecutedAt(time.Date(2025, 3, 4, 12, 0, 0, 0, time.UTC)).SetBuildID(build.ID).SetEnvironmentID(environment.ID).
		SetCycleID(cycle.ID).SetImportRunID(intake.ID)).SaveX(ctx)
	defect := sing(tx.Defect.Create().SetProjectID(p.ID).SetFoundInBuildID(build.ID)).SaveX(ctx)
	sing(tx.DefectLink.Create().SetProjectID(p.ID).SetDefectID(defect.ID).SetExecutionID(done.ID)).ExecX(ctx)
	sing(tx.ExternalReference.Create().SetProjectID(p.ID).SetEntityID(parent.ID)).ExecX(ctx)
	sing(tx.KeyCounter.Create().SetProjectID(p.ID)).ExecX(ctx)
	suite := sing(tx.Suite.Create().SetProjectID(p.ID)).SaveX(ctx)
	tx.SuiteMember.Create().SetProjectID(p.ID).SetSuiteID(suite.ID).SetTestCaseID(test.ID).ExecX(ctx)
	sing(tx.Comment.Create().SetProjectID(p.ID).SetRequirementID(parent.ID)).ExecX(ctx)
	sing(tx.Attachment.Create().SetProjectID(p.ID).SetExecutionID(done.ID).SetSizeBytes(1)).ExecX(ctx)
	sing(tx.ContentPiece.Create().SetProjectID(p.ID).SetNumber(0).SetBytes([]byte(canary))).ExecX(ctx)
	sing(tx.Tag.Create().SetProjectID(p.ID).SetDefectID(defect.ID)).ExecX(ctx)
	seen := time.Date(2025, 3, 4, 12, 0, 0, 0, time.UTC)
	sing(tx.FailureSignature.Create().SetProjectID(p.ID).SetFirstSeenAt(seen).SetLastSeenAt(seen).SetDefectID(defect.ID)).ExecX(ctx)
	sing(tx.SearchEntry.Create().SetProjectID(p.ID).SetEntityID(parent.ID).SetRow(1).SetKind(searchentry.KindREQUIREMENT).SetChangedAt(seen)).ExecX(ctx)
	follower := sing(tx.Consumer.Create().SetProjectID(p.ID).SetKind(consumer.KindWEBHOOK)).SaveX(ctx)
	sing(tx.ConsumerPosition.Create().SetProjectID(p.ID).SetConsumerID(follower.ID).SetAcked(0)).ExecX(ctx)
	hook := sing(tx.Webhook.Create().SetProjectID(p.ID).SetConsumerID(follower.ID)).SaveX(ctx)
	sing(tx.WebhookDelivery.Create().SetProjectID(p.ID).SetWebhookID(hook.ID).SetSeq(1).SetAttempt(1).SetStatus(200).SetLatencyMs(1).
		SetOutcome(webhookdelivery.OutcomeDELIVERED)).ExecX(ctx)
	return p
}

// sing puts the canary into every text of something about to be made, whatever columns it will have.
func sing[C interface{ Mutation() M }, M entgo.Mutation](create C) C {
	m := create.Mutation()
	for _, column := range texts(m.Type()) {
		if err := m.SetField(column, canary); err != nil {
			panic(err)
		}
	}
	return create
}

// texts are the columns of a type that hold free text.
func texts(kind string) []string {
	var found []string
	for _, column := range tableOf(kind).Columns {
		if column.Type == field.TypeString {
			found = append(found, column.Name)
		}
	}
	return found
}

// sensitive is how many texts of a type are not even printed: secrets.
var sensitive = map[string]int{ent.TypeWebhook: 3}

func tableOf(kind string) *schema.Table {
	for _, table := range migrate.Tables {
		if table.Name == tables[kind] {
			return table
		}
	}
	panic("no table for " + kind)
}

// tables are where the types live; a type that is missing here makes the tests fail.
var tables = map[string]string{
	ent.TypeUser: "users", ent.TypeProject: "projects", ent.TypeMembership: "memberships", ent.TypeKeyCounter: "key_counters", ent.TypeRelease: "releases",
	ent.TypeExternalReference: "external_references", ent.TypeImportRun: "import_runs", ent.TypeBuild: "builds",
	ent.TypeEnvironment: "environments", ent.TypeTestCycle: "test_cycles", ent.TypeRequirement: "requirements",
	ent.TypeRequirementVersion: "requirement_versions", ent.TypeRequirementLink: "requirement_links", ent.TypeTestCase: "test_cases",
	ent.TypeTestCaseVersion: "test_case_versions", ent.TypeTraceLink: "trace_links", ent.TypeExecution: "executions",
	ent.TypeDefect: "defects", ent.TypeDefectLink: "defect_links", ent.TypeSuite: "suites", ent.TypeSuiteMember: "suite_members",
	ent.TypeComment: "comments", ent.TypeAttachment: "attachments", ent.TypeContentPiece: "content_pieces", ent.TypeTag: "tags",
	ent.TypeConsumer: "consumers", ent.TypeConsumerPosition: "consumer_positions", ent.TypeWebhook: "webhooks", ent.TypeWebhookDelivery: "webhook_deliveries",
	ent.TypeFailureSignature: "failure_signatures", ent.TypeSearchEntry: "search_entries", ent.TypeReceipt: "receipts",
}
