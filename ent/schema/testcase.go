package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// TestCase is what a tester or an automation executes to gather evidence for requirements.
type TestCase struct{ ent.Schema }

// Fields of TestCase.
func (TestCase) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").SchemaType(keyColumn).Annotations(entgql.OrderField("TITLE")).
			Comment("One line that says what the case shows."),
		field.Enum("type").Values("MANUAL", "GHERKIN", "AUTOMATED").Default("MANUAL").
			Comment("How the case is written and executed."),
		field.Enum("status").Values("DRAFT", "IN_REVIEW", "REWORK", "APPROVED", "DEPRECATED").Default("DRAFT").
			Comment("Where the case stands in its lifecycle."),
		field.Enum("priority").Values(priorities...).Optional().Nillable().
			Comment("How soon the case is executed when time is short, P0 first; empty when nobody decided."),
		field.Enum("level").Values("COMPONENT", "INTEGRATION", "SYSTEM", "ACCEPTANCE").Optional().Nillable().
			Comment("Test level in the sense of ISTQB; empty when unknown."),
		field.Text("description").Default("").Comment("What the case is about, in Markdown; may be empty."),
		field.Text("precondition").Default("").Comment("What must hold before the first step; may be empty."),
		field.JSON("steps", []Step{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Actions with data and expected results, in order; empty for automated cases."),
		field.JSON("parameters", []string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Names of the parameters of a data-driven case; empty otherwise."),
		field.JSON("data_rows", []map[string]string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Values for the parameters, one row for each way to execute the case."),
		field.String("automation_id").Default("").
			Comment("Name under which an automation reports this case; empty for manual cases."),
		field.JSON("aliases", []string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Further names under which results report this case."),
		field.Int("estimate_ms").Default(0).NonNegative().
			Comment("Planned effort for one execution in milliseconds; 0 when nobody estimated."),
		field.JSON("attributes", map[string]string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Further fields of the source, by its own names."),
		field.Int("content_version").Default(1).Positive().Comment("Number of the newest content version, from 1."),
		field.Enum("last_status").Values(executionStatuses...).Default("NOT_RUN").
			Comment("Status of the latest execution, the one with the greatest time; NOT_RUN while there is none."),
		optional("last_execution_id", "Latest execution: the one with the greatest (executedAt, id); empty while there is none."),
	}
}

// Edges of TestCase.
func (TestCase) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("versions", TestCaseVersion.Type).Ref("test_case").Annotations(hidden).
			Comment("Frozen contents, one for each version."),
		edge.From("trace_links", TraceLink.Type).Ref("test_case").Annotations(hidden).
			Comment("Links to the requirements that this verifies."),
		edge.From("executions", Execution.Type).Ref("test_case").Annotations(hidden).
			Comment("Every execution of this case, on any build and environment."),
		edge.From("suite_members", SuiteMember.Type).Ref("test_case").Annotations(hidden).Comment("Places of this case in suites."),
		edge.From("comments", Comment.Type).Ref("test_case").Annotations(hidden).Comment("What people say about this."),
		edge.From("attachments", Attachment.Type).Ref("test_case").Annotations(hidden).Comment("Files that belong to this."),
		edge.From("tags", Tag.Type).Ref("test_case").Annotations(hidden).Comment("Words that people put on this."),
		edge.From("defect_links", DefectLink.Type).Ref("test_case").Annotations(hidden).
			Comment("Links to defects reported against the case itself."),
	}
}

// Indexes of TestCase.
func (TestCase) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "automation_id"),
		index.Fields("project_id", "last_status"),
	}
}

// Mixin of TestCase.
func (TestCase) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.TestCase}, Owned{}, Keyed{}, Versioned{}, Trashed{}, Reviewed{}}
}

// Annotations of TestCase.
func (TestCase) Annotations() []schema.Annotation {
	return table("test_cases", "A test case: what is executed to gather evidence for requirements. Its content is kept in immutable numbered versions.")
}
