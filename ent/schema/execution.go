package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Execution is running one version of a test case once: an attempt, never overwritten.
type Execution struct{ ent.Schema }

// Fields of Execution.
func (Execution) Fields() []ent.Field {
	return []ent.Field{
		required("test_case_id", "Test case that was executed."),
		field.Int("test_case_version").Positive().Immutable().Comment("Content version of the test case that was executed."),
		field.Int("attempt").Default(1).Positive().Immutable().
			Comment("Counts executions of the same case on the same build, environment and scenario, from 1."),
		field.Enum("status").Values(executionStatuses...).Comment("Outcome of the execution."),
		field.String("raw_status").Default("").Comment("The source's own word for the outcome; empty for executions recorded here."),
		field.String("scenario").Default("").Immutable().
			Comment("Variant or parameters under which the case was executed; empty when there is only one."),
		field.String("name").Default("").Immutable().Comment("Name of the result as the source writes it; empty for executions recorded here."),
		field.String("class_name").Default("").Immutable().Comment("Class or group of the result as the source writes it; may be empty."),
		field.Text("message").Default("").Comment("One line: why it failed or was skipped; empty when it passed."),
		field.Text("failure_text").Default("").Comment("Details of a failure such as a stack trace; empty when it passed."),
		field.String("failure_type").Default("").Comment("Class of the failure as the source names it; may be empty."),
		field.Int64("duration_ms").Default(0).NonNegative().Annotations(entgql.OrderField("DURATION_MS")).
			Comment("How long it took, in milliseconds; 0 when unknown."),
		field.Time("executed_at").Annotations(entgql.OrderField("EXECUTED_AT")).
			Comment("When it was executed, in UTC; never empty: the time of the case, its suite, the build or the import."),
		field.String("executor").Default("").Comment("Who or what executed it, in the source's words; may be empty."),
		field.JSON("step_results", []StepResult{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("What happened in each step; empty when the source does not say."),
		field.JSON("properties", map[string]string{}).Optional().Immutable().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Further facts of the source, by its own names."),
		field.String("source_file").Default("").Immutable().Comment("Imported file it came from; empty for executions recorded here."),
		field.Int("source_line").Default(0).NonNegative().Immutable().Comment("Line in that file, from 1; 0 when there is none."),
		field.String("fingerprint").Immutable().Annotations(entgql.Skip(entgql.SkipType, entgql.SkipWhereInput)).
			Comment("Recognises the same result when a file is imported again."),
		optional("build_id", "Build that was tested; empty when unknown."),
		optional("environment_id", "Environment it was executed in; empty when unknown."),
		optional("cycle_id", "Cycle it belongs to; empty when it came without one."),
		optional("signature_id", "Failure signature that groups it with executions that failed in the same words; empty when it did not fail."),
		optional("import_run_id", "Import that brought it; empty for executions recorded here."),
	}
}

// Edges of Execution.
func (Execution) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("test_case", TestCase.Type).Field("test_case_id").Unique().Required().Immutable().Annotations(hidden).
			Comment("Test case that was executed."),
		edge.To("build", Build.Type).Field("build_id").Unique().Annotations(hidden).Comment("Build that was tested."),
		edge.To("environment", Environment.Type).Field("environment_id").Unique().Annotations(hidden).
			Comment("Environment it was executed in."),
		edge.To("cycle", TestCycle.Type).Field("cycle_id").Unique().Annotations(hidden).Comment("Cycle it belongs to."),
		edge.To("import_run", ImportRun.Type).Field("import_run_id").Unique().Annotations(hidden).Comment("Import that brought it."),
		edge.To("signature", FailureSignature.Type).Field("signature_id").Unique().Annotations(hidden).
			Comment("Failure signature that groups it with executions that failed in the same words."),
		edge.From("comments", Comment.Type).Ref("execution").Annotations(hidden).Comment("What people say about this."),
		edge.From("attachments", Attachment.Type).Ref("execution").Annotations(hidden).Comment("Files that belong to this."),
		edge.From("tags", Tag.Type).Ref("execution").Annotations(hidden).Comment("Words that people put on this."),
		edge.From("defect_links", DefectLink.Type).Ref("execution").Annotations(hidden).
			Comment("Links to defects that this execution showed."),
	}
}

// Indexes of Execution.
func (Execution) Indexes() []ent.Index {
	newest := entsql.DescColumns("executed_at", "id")
	return []ent.Index{
		index.Fields("project_id", "fingerprint").Unique(),
		index.Fields("test_case_id", "executed_at", "id").Annotations(newest),
		index.Fields("project_id", "executed_at", "id").Annotations(newest),
		index.Fields("build_id", "test_case_id", "executed_at"),
		index.Fields("environment_id", "executed_at", "id").Annotations(newest),
		index.Fields("cycle_id", "executed_at", "id").Annotations(newest),
		index.Fields("import_run_id"),
		index.Fields("signature_id", "executed_at", "id").Annotations(newest),
		index.Fields("project_id", "name"),
	}
}

// Mixin of Execution.
func (Execution) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Execution}, Owned{}, Versioned{}}
}

// Annotations of Execution.
func (Execution) Annotations() []schema.Annotation {
	return table("executions", "An execution: running one version of a test case once. Doing it again is a new execution.")
}
