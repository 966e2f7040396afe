-- +goose Up
-- create "receipts" table
CREATE TABLE "receipts" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "user_id" uuid NOT NULL, "idempotency_key" character varying NOT NULL, "mutation" character varying NOT NULL, "digest" character varying NOT NULL, "outcome" jsonb NOT NULL, PRIMARY KEY ("id"));
-- create index "receipt_created_at" to table: "receipts"
CREATE INDEX "receipt_created_at" ON "receipts" ("created_at");
-- create index "receipt_user_id_idempotency_key" to table: "receipts"
CREATE UNIQUE INDEX "receipt_user_id_idempotency_key" ON "receipts" ("user_id", "idempotency_key");
-- set comment to table: "receipts"
COMMENT ON TABLE "receipts" IS 'What came of a mutation that carried an idempotency key.';
-- set comment to column: "id" on table: "receipts"
COMMENT ON COLUMN "receipts"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "receipts"
COMMENT ON COLUMN "receipts"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "receipts"
COMMENT ON COLUMN "receipts"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "receipts"
COMMENT ON COLUMN "receipts"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "receipts"
COMMENT ON COLUMN "receipts"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "user_id" on table: "receipts"
COMMENT ON COLUMN "receipts"."user_id" IS 'User whose key it is; keys of different users have nothing to do with each other.';
-- set comment to column: "idempotency_key" on table: "receipts"
COMMENT ON COLUMN "receipts"."idempotency_key" IS 'The key that the client made up.';
-- set comment to column: "mutation" on table: "receipts"
COMMENT ON COLUMN "receipts"."mutation" IS 'Name of the mutation, for example linkAffirm.';
-- set comment to column: "digest" on table: "receipts"
COMMENT ON COLUMN "receipts"."digest" IS 'SHA-256 of the input: the same key with another input is refused.';
-- set comment to column: "outcome" on table: "receipts"
COMMENT ON COLUMN "receipts"."outcome" IS 'What the mutation changed; enough to answer again.';
-- modify "test_cycles" table
ALTER TABLE "test_cycles" ADD COLUMN "status_note" text NOT NULL DEFAULT '';
-- set comment to column: "status_note" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."status_note" IS 'What was said with the last move of its lifecycle, in Markdown; may be empty.';
-- modify "releases" table
ALTER TABLE "releases" ADD COLUMN "status_note" text NOT NULL DEFAULT '';
-- set comment to column: "status_note" on table: "releases"
COMMENT ON COLUMN "releases"."status_note" IS 'What was said with the last move of its lifecycle, in Markdown; may be empty.';
-- modify "requirement_versions" table
ALTER TABLE "requirement_versions" ADD COLUMN "reason" text NOT NULL DEFAULT '';
-- set comment to column: "reason" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."reason" IS 'Why this version was made; may be empty, as for imported ones.';
-- modify "test_case_versions" table
ALTER TABLE "test_case_versions" ADD COLUMN "reason" text NOT NULL DEFAULT '';
-- set comment to column: "reason" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."reason" IS 'Why this version was made; may be empty, as for imported ones.';
-- modify "defects" table
ALTER TABLE "defects" ADD COLUMN "ended_at" timestamptz NULL, ADD COLUMN "reopened" bigint NOT NULL DEFAULT 0, ADD COLUMN "assignee_id" uuid NULL, ADD CONSTRAINT "defects_users_assignee" FOREIGN KEY ("assignee_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- create index "defect_assignee_id" to table: "defects"
CREATE INDEX "defect_assignee_id" ON "defects" ("assignee_id");
-- create index "defect_duplicate_of_id" to table: "defects"
CREATE INDEX "defect_duplicate_of_id" ON "defects" ("duplicate_of_id");
-- set comment to column: "ended_at" on table: "defects"
COMMENT ON COLUMN "defects"."ended_at" IS 'When nothing was left to do: it was closed, rejected or marked a duplicate; empty while it is open.';
-- set comment to column: "reopened" on table: "defects"
COMMENT ON COLUMN "defects"."reopened" IS 'How often it was reopened.';
-- set comment to column: "assignee_id" on table: "defects"
COMMENT ON COLUMN "defects"."assignee_id" IS 'User who is to fix it; empty while nobody is.';
-- modify "projects" table
ALTER TABLE "projects" ADD COLUMN "requirement_fields_that_count" jsonb NULL, ADD COLUMN "case_fields_that_count" jsonb NULL;
-- set comment to column: "requirement_fields_that_count" on table: "projects"
COMMENT ON COLUMN "projects"."requirement_fields_that_count" IS 'Fields of a requirement whose change makes links SUSPECT; empty means all.';
-- set comment to column: "case_fields_that_count" on table: "projects"
COMMENT ON COLUMN "projects"."case_fields_that_count" IS 'Fields of a test case whose change makes links SUSPECT; empty means all.';
-- create "failure_signatures" table
CREATE TABLE "failure_signatures" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "hash" character varying NOT NULL, "text" text NOT NULL, "class" character varying NOT NULL DEFAULT 'TO_INVESTIGATE', "note" text NOT NULL DEFAULT '', "mute_until" timestamptz NULL, "first_seen_at" timestamptz NOT NULL, "last_seen_at" timestamptz NOT NULL, "project_id" uuid NOT NULL, "defect_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "failure_signatures_defects_defect" FOREIGN KEY ("project_id", "defect_id") REFERENCES "defects" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "failure_signatures_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "failure_signatures_project_id_id" to table: "failure_signatures"
CREATE UNIQUE INDEX "failure_signatures_project_id_id" ON "failure_signatures" ("project_id", "id");
-- create index "failuresignature_defect_id" to table: "failure_signatures"
CREATE INDEX "failuresignature_defect_id" ON "failure_signatures" ("defect_id");
-- create index "failuresignature_project_id_hash" to table: "failure_signatures"
CREATE UNIQUE INDEX "failuresignature_project_id_hash" ON "failure_signatures" ("project_id", "hash");
-- create index "failuresignature_project_id_last_seen_at" to table: "failure_signatures"
CREATE INDEX "failuresignature_project_id_last_seen_at" ON "failure_signatures" ("project_id", "last_seen_at");
-- set comment to table: "failure_signatures"
COMMENT ON TABLE "failure_signatures" IS 'A failure signature: all executions that failed in the same words, with the defect that is known for them.';
-- set comment to column: "id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "hash" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."hash" IS 'SHA-256 of the normalised failure text, in hexadecimal; unique in the project.';
-- set comment to column: "text" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."text" IS 'The normalised failure text: numbers, addresses, times and paths are replaced by what they are.';
-- set comment to column: "class" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."class" IS 'Where the failures come from, as somebody decided.';
-- set comment to column: "note" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."note" IS 'Why it was classified so; may be empty.';
-- set comment to column: "mute_until" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."mute_until" IS 'Until when nobody wants to hear of it; empty when it is not muted.';
-- set comment to column: "first_seen_at" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."first_seen_at" IS 'When an execution first failed so.';
-- set comment to column: "last_seen_at" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."last_seen_at" IS 'When an execution last failed so.';
-- set comment to column: "project_id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "defect_id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."defect_id" IS 'Known defect that these failures show; empty while nobody named one.';
-- modify "executions" table
ALTER TABLE "executions" ADD COLUMN "signature_id" uuid NULL, ADD CONSTRAINT "executions_failure_signatures_signature" FOREIGN KEY ("project_id", "signature_id") REFERENCES "failure_signatures" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- create index "execution_signature_id_executed_at_id" to table: "executions"
CREATE INDEX "execution_signature_id_executed_at_id" ON "executions" ("signature_id", "executed_at" DESC, "id" DESC);
-- set comment to column: "signature_id" on table: "executions"
COMMENT ON COLUMN "executions"."signature_id" IS 'Failure signature that groups it with executions that failed in the same words; empty when it did not fail.';
-- modify "requirements" table
ALTER TABLE "requirements" ADD COLUMN "review_verdict" character varying NULL, ADD COLUMN "review_note" text NOT NULL DEFAULT '', ADD COLUMN "reviewed_at" timestamptz NULL, ADD COLUMN "approved_version" bigint NOT NULL DEFAULT 0, ADD COLUMN "reviewer_id" uuid NULL, ADD CONSTRAINT "requirements_users_reviewer" FOREIGN KEY ("reviewer_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- set comment to column: "review_verdict" on table: "requirements"
COMMENT ON COLUMN "requirements"."review_verdict" IS 'What the last review came to; empty before the first and while one is open.';
-- set comment to column: "review_note" on table: "requirements"
COMMENT ON COLUMN "requirements"."review_note" IS 'What the reviewer wrote with the verdict, in Markdown; may be empty.';
-- set comment to column: "reviewed_at" on table: "requirements"
COMMENT ON COLUMN "requirements"."reviewed_at" IS 'When the verdict was given; empty while there is none.';
-- set comment to column: "approved_version" on table: "requirements"
COMMENT ON COLUMN "requirements"."approved_version" IS 'Number of the newest content version that was approved; 0 when none ever was.';
-- set comment to column: "reviewer_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."reviewer_id" IS 'User who is asked to review, or who reviewed last; empty before the first review.';
-- modify "test_cases" table
ALTER TABLE "test_cases" ADD COLUMN "review_verdict" character varying NULL, ADD COLUMN "review_note" text NOT NULL DEFAULT '', ADD COLUMN "reviewed_at" timestamptz NULL, ADD COLUMN "approved_version" bigint NOT NULL DEFAULT 0, ADD COLUMN "reviewer_id" uuid NULL, ADD CONSTRAINT "test_cases_users_reviewer" FOREIGN KEY ("reviewer_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- set comment to column: "review_verdict" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."review_verdict" IS 'What the last review came to; empty before the first and while one is open.';
-- set comment to column: "review_note" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."review_note" IS 'What the reviewer wrote with the verdict, in Markdown; may be empty.';
-- set comment to column: "reviewed_at" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."reviewed_at" IS 'When the verdict was given; empty while there is none.';
-- set comment to column: "approved_version" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."approved_version" IS 'Number of the newest content version that was approved; 0 when none ever was.';
-- set comment to column: "reviewer_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."reviewer_id" IS 'User who is asked to review, or who reviewed last; empty before the first review.';
-- create "attachments" table
CREATE TABLE "attachments" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "deleted_at" timestamptz NULL, "name" text NOT NULL COLLATE "C", "media_type" character varying NOT NULL, "size_bytes" bigint NOT NULL, "content_hash" character varying NOT NULL, "project_id" uuid NOT NULL, "requirement_id" uuid NULL, "test_case_id" uuid NULL, "execution_id" uuid NULL, "defect_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "attachments_defects_defect" FOREIGN KEY ("project_id", "defect_id") REFERENCES "defects" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "attachments_executions_execution" FOREIGN KEY ("project_id", "execution_id") REFERENCES "executions" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "attachments_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "attachments_requirements_requirement" FOREIGN KEY ("project_id", "requirement_id") REFERENCES "requirements" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "attachments_test_cases_test_case" FOREIGN KEY ("project_id", "test_case_id") REFERENCES "test_cases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "attachment_defect_id_id" to table: "attachments"
CREATE INDEX "attachment_defect_id_id" ON "attachments" ("defect_id", "id");
-- create index "attachment_execution_id_id" to table: "attachments"
CREATE INDEX "attachment_execution_id_id" ON "attachments" ("execution_id", "id");
-- create index "attachment_project_id_content_hash" to table: "attachments"
CREATE INDEX "attachment_project_id_content_hash" ON "attachments" ("project_id", "content_hash");
-- create index "attachment_requirement_id_id" to table: "attachments"
CREATE INDEX "attachment_requirement_id_id" ON "attachments" ("requirement_id", "id");
-- create index "attachment_test_case_id_id" to table: "attachments"
CREATE INDEX "attachment_test_case_id_id" ON "attachments" ("test_case_id", "id");
-- set comment to table: "attachments"
COMMENT ON TABLE "attachments" IS 'An attachment: a file that belongs to a requirement, test case, execution or defect.';
-- set comment to column: "id" on table: "attachments"
COMMENT ON COLUMN "attachments"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "attachments"
COMMENT ON COLUMN "attachments"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "attachments"
COMMENT ON COLUMN "attachments"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "attachments"
COMMENT ON COLUMN "attachments"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "deleted_at" on table: "attachments"
COMMENT ON COLUMN "attachments"."deleted_at" IS 'When this was put into the trash; empty while it is in use.';
-- set comment to column: "name" on table: "attachments"
COMMENT ON COLUMN "attachments"."name" IS 'Name of the file as it was given, without the path to it.';
-- set comment to column: "media_type" on table: "attachments"
COMMENT ON COLUMN "attachments"."media_type" IS 'Media type as found in the content, for example image/png.';
-- set comment to column: "size_bytes" on table: "attachments"
COMMENT ON COLUMN "attachments"."size_bytes" IS 'Size of the content in bytes.';
-- set comment to column: "content_hash" on table: "attachments"
COMMENT ON COLUMN "attachments"."content_hash" IS 'SHA-256 of the content, in hexadecimal: equal hashes mean equal content.';
-- set comment to column: "project_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "requirement_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."requirement_id" IS 'Requirement that this is about; empty when it is about something else.';
-- set comment to column: "test_case_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."test_case_id" IS 'Test case that this is about; empty when it is about something else.';
-- set comment to column: "execution_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."execution_id" IS 'Execution that this is about; empty when it is about something else.';
-- set comment to column: "defect_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."defect_id" IS 'Defect that this is about; empty when it is about something else.';
-- create "comments" table
CREATE TABLE "comments" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "deleted_at" timestamptz NULL, "text" text NOT NULL, "edited_at" timestamptz NULL, "project_id" uuid NOT NULL, "requirement_id" uuid NULL, "test_case_id" uuid NULL, "execution_id" uuid NULL, "defect_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "comments_defects_defect" FOREIGN KEY ("project_id", "defect_id") REFERENCES "defects" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "comments_executions_execution" FOREIGN KEY ("project_id", "execution_id") REFERENCES "executions" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "comments_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "comments_requirements_requirement" FOREIGN KEY ("project_id", "requirement_id") REFERENCES "requirements" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "comments_test_cases_test_case" FOREIGN KEY ("project_id", "test_case_id") REFERENCES "test_cases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "comment_defect_id_id" to table: "comments"
CREATE INDEX "comment_defect_id_id" ON "comments" ("defect_id", "id");
-- create index "comment_execution_id_id" to table: "comments"
CREATE INDEX "comment_execution_id_id" ON "comments" ("execution_id", "id");
-- create index "comment_requirement_id_id" to table: "comments"
CREATE INDEX "comment_requirement_id_id" ON "comments" ("requirement_id", "id");
-- create index "comment_test_case_id_id" to table: "comments"
CREATE INDEX "comment_test_case_id_id" ON "comments" ("test_case_id", "id");
-- set comment to table: "comments"
COMMENT ON TABLE "comments" IS 'A comment: what somebody says about a requirement, test case, execution or defect.';
-- set comment to column: "id" on table: "comments"
COMMENT ON COLUMN "comments"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "comments"
COMMENT ON COLUMN "comments"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "comments"
COMMENT ON COLUMN "comments"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "comments"
COMMENT ON COLUMN "comments"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "comments"
COMMENT ON COLUMN "comments"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "comments"
COMMENT ON COLUMN "comments"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "deleted_at" on table: "comments"
COMMENT ON COLUMN "comments"."deleted_at" IS 'When this was put into the trash; empty while it is in use.';
-- set comment to column: "text" on table: "comments"
COMMENT ON COLUMN "comments"."text" IS 'What is said, in Markdown.';
-- set comment to column: "edited_at" on table: "comments"
COMMENT ON COLUMN "comments"."edited_at" IS 'When the author last changed the text; empty when never.';
-- set comment to column: "project_id" on table: "comments"
COMMENT ON COLUMN "comments"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "requirement_id" on table: "comments"
COMMENT ON COLUMN "comments"."requirement_id" IS 'Requirement that this is about; empty when it is about something else.';
-- set comment to column: "test_case_id" on table: "comments"
COMMENT ON COLUMN "comments"."test_case_id" IS 'Test case that this is about; empty when it is about something else.';
-- set comment to column: "execution_id" on table: "comments"
COMMENT ON COLUMN "comments"."execution_id" IS 'Execution that this is about; empty when it is about something else.';
-- set comment to column: "defect_id" on table: "comments"
COMMENT ON COLUMN "comments"."defect_id" IS 'Defect that this is about; empty when it is about something else.';
-- create "content_pieces" table
CREATE TABLE "content_pieces" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "content_hash" character varying NOT NULL, "number" bigint NOT NULL, "bytes" bytea NOT NULL, "project_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "content_pieces_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "contentpiece_project_id_content_hash_number" to table: "content_pieces"
CREATE UNIQUE INDEX "contentpiece_project_id_content_hash_number" ON "content_pieces" ("project_id", "content_hash", "number");
-- set comment to table: "content_pieces"
COMMENT ON TABLE "content_pieces" IS 'A part of the content of attachments.';
-- set comment to column: "id" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "content_hash" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."content_hash" IS 'SHA-256 of the whole content that this is a piece of.';
-- set comment to column: "number" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."number" IS 'Place of the piece in the content, from 0.';
-- set comment to column: "bytes" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."bytes" IS 'The bytes of this piece.';
-- set comment to column: "project_id" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."project_id" IS 'Project that owns this; never changes.';
-- modify "requirement_links" table
ALTER TABLE "requirement_links" ADD COLUMN "from_document" boolean NOT NULL DEFAULT false, ADD COLUMN "changed_fields" jsonb NULL, ADD COLUMN "before_trash" jsonb NULL, ADD COLUMN "reason" text NOT NULL DEFAULT '', ADD COLUMN "affirmed_at" timestamptz NULL, ADD COLUMN "affirmed_by_id" uuid NULL, ADD CONSTRAINT "requirement_links_users_affirmed_by" FOREIGN KEY ("affirmed_by_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- set comment to column: "from_document" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."from_document" IS 'Whether the link was made because the child stands under the parent in the document; moving the child then moves it.';
-- set comment to column: "changed_fields" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."changed_fields" IS 'What has changed since the link was made or affirmed, as END.FIELD, for example PARENT.TEXT; empty unless it is SUSPECT.';
-- set comment to column: "before_trash" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."before_trash" IS 'How the link stood when an end went into the trash; empty while both ends are there.';
-- set comment to column: "reason" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."reason" IS 'Why the link has its state; empty while it is VALID from the start.';
-- set comment to column: "affirmed_at" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."affirmed_at" IS 'When somebody last confirmed that the link holds; empty when nobody had to.';
-- set comment to column: "affirmed_by_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."affirmed_by_id" IS 'User who last confirmed that the link holds; empty when nobody had to.';
-- create "search_entries" table
CREATE TABLE "search_entries" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "entity_id" uuid NOT NULL, "row" bigint NOT NULL, "kind" character varying NOT NULL, "key" character varying NOT NULL DEFAULT '' COLLATE "C", "title" text NOT NULL DEFAULT '' COLLATE "C", "body" text NOT NULL DEFAULT '', "terms" tsvector NOT NULL, "changed_at" timestamptz NOT NULL, "project_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "search_entries_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "searchentry_entity_id" to table: "search_entries"
CREATE INDEX "searchentry_entity_id" ON "search_entries" ("entity_id");
-- create index "searchentry_project_id_entity_id" to table: "search_entries"
CREATE UNIQUE INDEX "searchentry_project_id_entity_id" ON "search_entries" ("project_id", "entity_id");
-- create index "searchentry_project_id_kind_key" to table: "search_entries"
CREATE INDEX "searchentry_project_id_kind_key" ON "search_entries" ("project_id", "kind", "key");
-- create index "searchentry_row" to table: "search_entries"
CREATE INDEX "searchentry_row" ON "search_entries" ("row");
-- create index "searchentry_terms" to table: "search_entries"
CREATE INDEX "searchentry_terms" ON "search_entries" USING gin ("terms");
-- set comment to table: "search_entries"
COMMENT ON TABLE "search_entries" IS 'What the search knows about one thing.';
-- set comment to column: "id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "entity_id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."entity_id" IS 'Requirement, test case, defect or comment that this describes; its kind is readable from the id.';
-- set comment to column: "row" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."row" IS 'Number by which the full-text table of SQLite names this entry; made at random.';
-- set comment to column: "kind" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."kind" IS 'Kind of the thing.';
-- set comment to column: "key" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."key" IS 'Key of the thing, folded; empty for comments.';
-- set comment to column: "title" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."title" IS 'Title, folded for comparing; empty for comments.';
-- set comment to column: "body" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."body" IS 'Everything else that is searched, folded for comparing.';
-- set comment to column: "terms" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."terms" IS 'Distinct terms of key, title and body, separated by blanks.';
-- set comment to column: "changed_at" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."changed_at" IS 'When the thing last changed: newer things come first among equals.';
-- set comment to column: "project_id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."project_id" IS 'Project that owns this; never changes.';
-- create "suites" table
CREATE TABLE "suites" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "deleted_at" timestamptz NULL, "name" text NOT NULL COLLATE "C", "description" text NOT NULL DEFAULT '', "position" bigint NOT NULL DEFAULT 0, "project_id" uuid NOT NULL, "parent_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "suites_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "suites_suites_children" FOREIGN KEY ("parent_id") REFERENCES "suites" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "suite_project_id_parent_id_position" to table: "suites"
CREATE INDEX "suite_project_id_parent_id_position" ON "suites" ("project_id", "parent_id", "position");
-- create index "suites_project_id_id" to table: "suites"
CREATE UNIQUE INDEX "suites_project_id_id" ON "suites" ("project_id", "id");
-- set comment to table: "suites"
COMMENT ON TABLE "suites" IS 'A suite: test cases that belong together, in a tree. A case may be a member of several suites.';
-- set comment to column: "id" on table: "suites"
COMMENT ON COLUMN "suites"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "suites"
COMMENT ON COLUMN "suites"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "suites"
COMMENT ON COLUMN "suites"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "suites"
COMMENT ON COLUMN "suites"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "suites"
COMMENT ON COLUMN "suites"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "suites"
COMMENT ON COLUMN "suites"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "deleted_at" on table: "suites"
COMMENT ON COLUMN "suites"."deleted_at" IS 'When this was put into the trash; empty while it is in use.';
-- set comment to column: "name" on table: "suites"
COMMENT ON COLUMN "suites"."name" IS 'Name of the suite as people read it; suites under the same parent have different names.';
-- set comment to column: "description" on table: "suites"
COMMENT ON COLUMN "suites"."description" IS 'What the suite is for, in Markdown; may be empty.';
-- set comment to column: "position" on table: "suites"
COMMENT ON COLUMN "suites"."position" IS 'Place among the suites under the same parent; only the order of the numbers means something.';
-- set comment to column: "project_id" on table: "suites"
COMMENT ON COLUMN "suites"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "parent_id" on table: "suites"
COMMENT ON COLUMN "suites"."parent_id" IS 'Suite above this one; empty at the top.';
-- create "suite_members" table
CREATE TABLE "suite_members" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "position" bigint NOT NULL DEFAULT 0, "project_id" uuid NOT NULL, "suite_id" uuid NOT NULL, "test_case_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "suite_members_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "suite_members_suites_suite" FOREIGN KEY ("project_id", "suite_id") REFERENCES "suites" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "suite_members_test_cases_test_case" FOREIGN KEY ("project_id", "test_case_id") REFERENCES "test_cases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "suitemember_project_id_suite_id_test_case_id" to table: "suite_members"
CREATE UNIQUE INDEX "suitemember_project_id_suite_id_test_case_id" ON "suite_members" ("project_id", "suite_id", "test_case_id");
-- create index "suitemember_suite_id_position_id" to table: "suite_members"
CREATE INDEX "suitemember_suite_id_position_id" ON "suite_members" ("suite_id", "position", "id");
-- create index "suitemember_test_case_id_suite_id" to table: "suite_members"
CREATE INDEX "suitemember_test_case_id_suite_id" ON "suite_members" ("test_case_id", "suite_id");
-- set comment to table: "suite_members"
COMMENT ON TABLE "suite_members" IS 'One place of a test case in a suite.';
-- set comment to column: "id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "position" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."position" IS 'Place among the members of the suite; only the order of the numbers means something.';
-- set comment to column: "project_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "suite_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."suite_id" IS 'Suite in which the case stands; another one when it is moved.';
-- set comment to column: "test_case_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."test_case_id" IS 'Test case that stands here.';
-- create "tags" table
CREATE TABLE "tags" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "name" text NOT NULL COLLATE "C", "folded" character varying NOT NULL, "project_id" uuid NOT NULL, "requirement_id" uuid NULL, "test_case_id" uuid NULL, "execution_id" uuid NULL, "defect_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "tags_defects_defect" FOREIGN KEY ("project_id", "defect_id") REFERENCES "defects" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "tags_executions_execution" FOREIGN KEY ("project_id", "execution_id") REFERENCES "executions" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "tags_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "tags_requirements_requirement" FOREIGN KEY ("project_id", "requirement_id") REFERENCES "requirements" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "tags_test_cases_test_case" FOREIGN KEY ("project_id", "test_case_id") REFERENCES "test_cases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "tag_defect_id_id" to table: "tags"
CREATE INDEX "tag_defect_id_id" ON "tags" ("defect_id", "id");
-- create index "tag_execution_id_id" to table: "tags"
CREATE INDEX "tag_execution_id_id" ON "tags" ("execution_id", "id");
-- create index "tag_project_id_defect_id_folded" to table: "tags"
CREATE UNIQUE INDEX "tag_project_id_defect_id_folded" ON "tags" ("project_id", "defect_id", "folded") WHERE (defect_id IS NOT NULL);
-- create index "tag_project_id_execution_id_folded" to table: "tags"
CREATE UNIQUE INDEX "tag_project_id_execution_id_folded" ON "tags" ("project_id", "execution_id", "folded") WHERE (execution_id IS NOT NULL);
-- create index "tag_project_id_folded" to table: "tags"
CREATE INDEX "tag_project_id_folded" ON "tags" ("project_id", "folded");
-- create index "tag_project_id_requirement_id_folded" to table: "tags"
CREATE UNIQUE INDEX "tag_project_id_requirement_id_folded" ON "tags" ("project_id", "requirement_id", "folded") WHERE (requirement_id IS NOT NULL);
-- create index "tag_project_id_test_case_id_folded" to table: "tags"
CREATE UNIQUE INDEX "tag_project_id_test_case_id_folded" ON "tags" ("project_id", "test_case_id", "folded") WHERE (test_case_id IS NOT NULL);
-- create index "tag_requirement_id_id" to table: "tags"
CREATE INDEX "tag_requirement_id_id" ON "tags" ("requirement_id", "id");
-- create index "tag_test_case_id_id" to table: "tags"
CREATE INDEX "tag_test_case_id_id" ON "tags" ("test_case_id", "id");
-- set comment to table: "tags"
COMMENT ON TABLE "tags" IS 'A tag: a word on a requirement, test case, execution or defect, by which people find it again.';
-- set comment to column: "id" on table: "tags"
COMMENT ON COLUMN "tags"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "tags"
COMMENT ON COLUMN "tags"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "tags"
COMMENT ON COLUMN "tags"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "tags"
COMMENT ON COLUMN "tags"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "tags"
COMMENT ON COLUMN "tags"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "name" on table: "tags"
COMMENT ON COLUMN "tags"."name" IS 'The word, without @ or #; capitals are kept and do not matter for whether it is the same.';
-- set comment to column: "folded" on table: "tags"
COMMENT ON COLUMN "tags"."folded" IS 'The word in small letters: what makes it the same.';
-- set comment to column: "project_id" on table: "tags"
COMMENT ON COLUMN "tags"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "requirement_id" on table: "tags"
COMMENT ON COLUMN "tags"."requirement_id" IS 'Requirement that this is about; empty when it is about something else.';
-- set comment to column: "test_case_id" on table: "tags"
COMMENT ON COLUMN "tags"."test_case_id" IS 'Test case that this is about; empty when it is about something else.';
-- set comment to column: "execution_id" on table: "tags"
COMMENT ON COLUMN "tags"."execution_id" IS 'Execution that this is about; empty when it is about something else.';
-- set comment to column: "defect_id" on table: "tags"
COMMENT ON COLUMN "tags"."defect_id" IS 'Defect that this is about; empty when it is about something else.';
-- modify "trace_links" table
ALTER TABLE "trace_links" ADD COLUMN "changed_fields" jsonb NULL, ADD COLUMN "before_trash" jsonb NULL, ADD CONSTRAINT "trace_links_users_affirmed_by" FOREIGN KEY ("affirmed_by_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- set comment to column: "changed_fields" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."changed_fields" IS 'What has changed since the link was made or affirmed, as END.FIELD, for example REQUIREMENT.TEXT; empty unless it is SUSPECT.';
-- set comment to column: "before_trash" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."before_trash" IS 'How the link stood when an end went into the trash; empty while both ends are there.';

-- +goose Down
-- reverse: set comment to column: "before_trash" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."before_trash" IS '';
-- reverse: set comment to column: "changed_fields" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."changed_fields" IS '';
-- reverse: modify "trace_links" table
ALTER TABLE "trace_links" DROP CONSTRAINT "trace_links_users_affirmed_by", DROP COLUMN "before_trash", DROP COLUMN "changed_fields";
-- reverse: set comment to column: "defect_id" on table: "tags"
COMMENT ON COLUMN "tags"."defect_id" IS '';
-- reverse: set comment to column: "execution_id" on table: "tags"
COMMENT ON COLUMN "tags"."execution_id" IS '';
-- reverse: set comment to column: "test_case_id" on table: "tags"
COMMENT ON COLUMN "tags"."test_case_id" IS '';
-- reverse: set comment to column: "requirement_id" on table: "tags"
COMMENT ON COLUMN "tags"."requirement_id" IS '';
-- reverse: set comment to column: "project_id" on table: "tags"
COMMENT ON COLUMN "tags"."project_id" IS '';
-- reverse: set comment to column: "folded" on table: "tags"
COMMENT ON COLUMN "tags"."folded" IS '';
-- reverse: set comment to column: "name" on table: "tags"
COMMENT ON COLUMN "tags"."name" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "tags"
COMMENT ON COLUMN "tags"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "tags"
COMMENT ON COLUMN "tags"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "tags"
COMMENT ON COLUMN "tags"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "tags"
COMMENT ON COLUMN "tags"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "tags"
COMMENT ON COLUMN "tags"."id" IS '';
-- reverse: set comment to table: "tags"
COMMENT ON TABLE "tags" IS '';
-- reverse: create index "tag_test_case_id_id" to table: "tags"
DROP INDEX "tag_test_case_id_id";
-- reverse: create index "tag_requirement_id_id" to table: "tags"
DROP INDEX "tag_requirement_id_id";
-- reverse: create index "tag_project_id_test_case_id_folded" to table: "tags"
DROP INDEX "tag_project_id_test_case_id_folded";
-- reverse: create index "tag_project_id_requirement_id_folded" to table: "tags"
DROP INDEX "tag_project_id_requirement_id_folded";
-- reverse: create index "tag_project_id_folded" to table: "tags"
DROP INDEX "tag_project_id_folded";
-- reverse: create index "tag_project_id_execution_id_folded" to table: "tags"
DROP INDEX "tag_project_id_execution_id_folded";
-- reverse: create index "tag_project_id_defect_id_folded" to table: "tags"
DROP INDEX "tag_project_id_defect_id_folded";
-- reverse: create index "tag_execution_id_id" to table: "tags"
DROP INDEX "tag_execution_id_id";
-- reverse: create index "tag_defect_id_id" to table: "tags"
DROP INDEX "tag_defect_id_id";
-- reverse: create "tags" table
DROP TABLE "tags";
-- reverse: set comment to column: "test_case_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."test_case_id" IS '';
-- reverse: set comment to column: "suite_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."suite_id" IS '';
-- reverse: set comment to column: "project_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."project_id" IS '';
-- reverse: set comment to column: "position" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."position" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "suite_members"
COMMENT ON COLUMN "suite_members"."id" IS '';
-- reverse: set comment to table: "suite_members"
COMMENT ON TABLE "suite_members" IS '';
-- reverse: create index "suitemember_test_case_id_suite_id" to table: "suite_members"
DROP INDEX "suitemember_test_case_id_suite_id";
-- reverse: create index "suitemember_suite_id_position_id" to table: "suite_members"
DROP INDEX "suitemember_suite_id_position_id";
-- reverse: create index "suitemember_project_id_suite_id_test_case_id" to table: "suite_members"
DROP INDEX "suitemember_project_id_suite_id_test_case_id";
-- reverse: create "suite_members" table
DROP TABLE "suite_members";
-- reverse: set comment to column: "parent_id" on table: "suites"
COMMENT ON COLUMN "suites"."parent_id" IS '';
-- reverse: set comment to column: "project_id" on table: "suites"
COMMENT ON COLUMN "suites"."project_id" IS '';
-- reverse: set comment to column: "position" on table: "suites"
COMMENT ON COLUMN "suites"."position" IS '';
-- reverse: set comment to column: "description" on table: "suites"
COMMENT ON COLUMN "suites"."description" IS '';
-- reverse: set comment to column: "name" on table: "suites"
COMMENT ON COLUMN "suites"."name" IS '';
-- reverse: set comment to column: "deleted_at" on table: "suites"
COMMENT ON COLUMN "suites"."deleted_at" IS '';
-- reverse: set comment to column: "version" on table: "suites"
COMMENT ON COLUMN "suites"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "suites"
COMMENT ON COLUMN "suites"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "suites"
COMMENT ON COLUMN "suites"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "suites"
COMMENT ON COLUMN "suites"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "suites"
COMMENT ON COLUMN "suites"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "suites"
COMMENT ON COLUMN "suites"."id" IS '';
-- reverse: set comment to table: "suites"
COMMENT ON TABLE "suites" IS '';
-- reverse: create index "suites_project_id_id" to table: "suites"
DROP INDEX "suites_project_id_id";
-- reverse: create index "suite_project_id_parent_id_position" to table: "suites"
DROP INDEX "suite_project_id_parent_id_position";
-- reverse: create "suites" table
DROP TABLE "suites";
-- reverse: set comment to column: "project_id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."project_id" IS '';
-- reverse: set comment to column: "changed_at" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."changed_at" IS '';
-- reverse: set comment to column: "terms" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."terms" IS '';
-- reverse: set comment to column: "body" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."body" IS '';
-- reverse: set comment to column: "title" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."title" IS '';
-- reverse: set comment to column: "key" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."key" IS '';
-- reverse: set comment to column: "kind" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."kind" IS '';
-- reverse: set comment to column: "row" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."row" IS '';
-- reverse: set comment to column: "entity_id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."entity_id" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "search_entries"
COMMENT ON COLUMN "search_entries"."id" IS '';
-- reverse: set comment to table: "search_entries"
COMMENT ON TABLE "search_entries" IS '';
-- reverse: create index "searchentry_terms" to table: "search_entries"
DROP INDEX "searchentry_terms";
-- reverse: create index "searchentry_row" to table: "search_entries"
DROP INDEX "searchentry_row";
-- reverse: create index "searchentry_project_id_kind_key" to table: "search_entries"
DROP INDEX "searchentry_project_id_kind_key";
-- reverse: create index "searchentry_project_id_entity_id" to table: "search_entries"
DROP INDEX "searchentry_project_id_entity_id";
-- reverse: create index "searchentry_entity_id" to table: "search_entries"
DROP INDEX "searchentry_entity_id";
-- reverse: create "search_entries" table
DROP TABLE "search_entries";
-- reverse: set comment to column: "affirmed_by_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."affirmed_by_id" IS '';
-- reverse: set comment to column: "affirmed_at" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."affirmed_at" IS '';
-- reverse: set comment to column: "reason" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."reason" IS '';
-- reverse: set comment to column: "before_trash" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."before_trash" IS '';
-- reverse: set comment to column: "changed_fields" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."changed_fields" IS '';
-- reverse: set comment to column: "from_document" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."from_document" IS '';
-- reverse: modify "requirement_links" table
ALTER TABLE "requirement_links" DROP CONSTRAINT "requirement_links_users_affirmed_by", DROP COLUMN "affirmed_by_id", DROP COLUMN "affirmed_at", DROP COLUMN "reason", DROP COLUMN "before_trash", DROP COLUMN "changed_fields", DROP COLUMN "from_document";
-- reverse: set comment to column: "project_id" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."project_id" IS '';
-- reverse: set comment to column: "bytes" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."bytes" IS '';
-- reverse: set comment to column: "number" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."number" IS '';
-- reverse: set comment to column: "content_hash" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."content_hash" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "content_pieces"
COMMENT ON COLUMN "content_pieces"."id" IS '';
-- reverse: set comment to table: "content_pieces"
COMMENT ON TABLE "content_pieces" IS '';
-- reverse: create index "contentpiece_project_id_content_hash_number" to table: "content_pieces"
DROP INDEX "contentpiece_project_id_content_hash_number";
-- reverse: create "content_pieces" table
DROP TABLE "content_pieces";
-- reverse: set comment to column: "defect_id" on table: "comments"
COMMENT ON COLUMN "comments"."defect_id" IS '';
-- reverse: set comment to column: "execution_id" on table: "comments"
COMMENT ON COLUMN "comments"."execution_id" IS '';
-- reverse: set comment to column: "test_case_id" on table: "comments"
COMMENT ON COLUMN "comments"."test_case_id" IS '';
-- reverse: set comment to column: "requirement_id" on table: "comments"
COMMENT ON COLUMN "comments"."requirement_id" IS '';
-- reverse: set comment to column: "project_id" on table: "comments"
COMMENT ON COLUMN "comments"."project_id" IS '';
-- reverse: set comment to column: "edited_at" on table: "comments"
COMMENT ON COLUMN "comments"."edited_at" IS '';
-- reverse: set comment to column: "text" on table: "comments"
COMMENT ON COLUMN "comments"."text" IS '';
-- reverse: set comment to column: "deleted_at" on table: "comments"
COMMENT ON COLUMN "comments"."deleted_at" IS '';
-- reverse: set comment to column: "version" on table: "comments"
COMMENT ON COLUMN "comments"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "comments"
COMMENT ON COLUMN "comments"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "comments"
COMMENT ON COLUMN "comments"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "comments"
COMMENT ON COLUMN "comments"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "comments"
COMMENT ON COLUMN "comments"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "comments"
COMMENT ON COLUMN "comments"."id" IS '';
-- reverse: set comment to table: "comments"
COMMENT ON TABLE "comments" IS '';
-- reverse: create index "comment_test_case_id_id" to table: "comments"
DROP INDEX "comment_test_case_id_id";
-- reverse: create index "comment_requirement_id_id" to table: "comments"
DROP INDEX "comment_requirement_id_id";
-- reverse: create index "comment_execution_id_id" to table: "comments"
DROP INDEX "comment_execution_id_id";
-- reverse: create index "comment_defect_id_id" to table: "comments"
DROP INDEX "comment_defect_id_id";
-- reverse: create "comments" table
DROP TABLE "comments";
-- reverse: set comment to column: "defect_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."defect_id" IS '';
-- reverse: set comment to column: "execution_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."execution_id" IS '';
-- reverse: set comment to column: "test_case_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."test_case_id" IS '';
-- reverse: set comment to column: "requirement_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."requirement_id" IS '';
-- reverse: set comment to column: "project_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."project_id" IS '';
-- reverse: set comment to column: "content_hash" on table: "attachments"
COMMENT ON COLUMN "attachments"."content_hash" IS '';
-- reverse: set comment to column: "size_bytes" on table: "attachments"
COMMENT ON COLUMN "attachments"."size_bytes" IS '';
-- reverse: set comment to column: "media_type" on table: "attachments"
COMMENT ON COLUMN "attachments"."media_type" IS '';
-- reverse: set comment to column: "name" on table: "attachments"
COMMENT ON COLUMN "attachments"."name" IS '';
-- reverse: set comment to column: "deleted_at" on table: "attachments"
COMMENT ON COLUMN "attachments"."deleted_at" IS '';
-- reverse: set comment to column: "version" on table: "attachments"
COMMENT ON COLUMN "attachments"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "attachments"
COMMENT ON COLUMN "attachments"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "attachments"
COMMENT ON COLUMN "attachments"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "attachments"
COMMENT ON COLUMN "attachments"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "attachments"
COMMENT ON COLUMN "attachments"."id" IS '';
-- reverse: set comment to table: "attachments"
COMMENT ON TABLE "attachments" IS '';
-- reverse: create index "attachment_test_case_id_id" to table: "attachments"
DROP INDEX "attachment_test_case_id_id";
-- reverse: create index "attachment_requirement_id_id" to table: "attachments"
DROP INDEX "attachment_requirement_id_id";
-- reverse: create index "attachment_project_id_content_hash" to table: "attachments"
DROP INDEX "attachment_project_id_content_hash";
-- reverse: create index "attachment_execution_id_id" to table: "attachments"
DROP INDEX "attachment_execution_id_id";
-- reverse: create index "attachment_defect_id_id" to table: "attachments"
DROP INDEX "attachment_defect_id_id";
-- reverse: create "attachments" table
DROP TABLE "attachments";
-- reverse: set comment to column: "reviewer_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."reviewer_id" IS '';
-- reverse: set comment to column: "approved_version" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."approved_version" IS '';
-- reverse: set comment to column: "reviewed_at" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."reviewed_at" IS '';
-- reverse: set comment to column: "review_note" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."review_note" IS '';
-- reverse: set comment to column: "review_verdict" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."review_verdict" IS '';
-- reverse: modify "test_cases" table
ALTER TABLE "test_cases" DROP CONSTRAINT "test_cases_users_reviewer", DROP COLUMN "reviewer_id", DROP COLUMN "approved_version", DROP COLUMN "reviewed_at", DROP COLUMN "review_note", DROP COLUMN "review_verdict";
-- reverse: set comment to column: "reviewer_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."reviewer_id" IS '';
-- reverse: set comment to column: "approved_version" on table: "requirements"
COMMENT ON COLUMN "requirements"."approved_version" IS '';
-- reverse: set comment to column: "reviewed_at" on table: "requirements"
COMMENT ON COLUMN "requirements"."reviewed_at" IS '';
-- reverse: set comment to column: "review_note" on table: "requirements"
COMMENT ON COLUMN "requirements"."review_note" IS '';
-- reverse: set comment to column: "review_verdict" on table: "requirements"
COMMENT ON COLUMN "requirements"."review_verdict" IS '';
-- reverse: modify "requirements" table
ALTER TABLE "requirements" DROP CONSTRAINT "requirements_users_reviewer", DROP COLUMN "reviewer_id", DROP COLUMN "approved_version", DROP COLUMN "reviewed_at", DROP COLUMN "review_note", DROP COLUMN "review_verdict";
-- reverse: set comment to column: "signature_id" on table: "executions"
COMMENT ON COLUMN "executions"."signature_id" IS '';
-- reverse: create index "execution_signature_id_executed_at_id" to table: "executions"
DROP INDEX "execution_signature_id_executed_at_id";
-- reverse: modify "executions" table
ALTER TABLE "executions" DROP CONSTRAINT "executions_failure_signatures_signature", DROP COLUMN "signature_id";
-- reverse: set comment to column: "defect_id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."defect_id" IS '';
-- reverse: set comment to column: "project_id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."project_id" IS '';
-- reverse: set comment to column: "last_seen_at" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."last_seen_at" IS '';
-- reverse: set comment to column: "first_seen_at" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."first_seen_at" IS '';
-- reverse: set comment to column: "mute_until" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."mute_until" IS '';
-- reverse: set comment to column: "note" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."note" IS '';
-- reverse: set comment to column: "class" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."class" IS '';
-- reverse: set comment to column: "text" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."text" IS '';
-- reverse: set comment to column: "hash" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."hash" IS '';
-- reverse: set comment to column: "version" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "failure_signatures"
COMMENT ON COLUMN "failure_signatures"."id" IS '';
-- reverse: set comment to table: "failure_signatures"
COMMENT ON TABLE "failure_signatures" IS '';
-- reverse: create index "failuresignature_project_id_last_seen_at" to table: "failure_signatures"
DROP INDEX "failuresignature_project_id_last_seen_at";
-- reverse: create index "failuresignature_project_id_hash" to table: "failure_signatures"
DROP INDEX "failuresignature_project_id_hash";
-- reverse: create index "failuresignature_defect_id" to table: "failure_signatures"
DROP INDEX "failuresignature_defect_id";
-- reverse: create index "failure_signatures_project_id_id" to table: "failure_signatures"
DROP INDEX "failure_signatures_project_id_id";
-- reverse: create "failure_signatures" table
DROP TABLE "failure_signatures";
-- reverse: set comment to column: "case_fields_that_count" on table: "projects"
COMMENT ON COLUMN "projects"."case_fields_that_count" IS '';
-- reverse: set comment to column: "requirement_fields_that_count" on table: "projects"
COMMENT ON COLUMN "projects"."requirement_fields_that_count" IS '';
-- reverse: modify "projects" table
ALTER TABLE "projects" DROP COLUMN "case_fields_that_count", DROP COLUMN "requirement_fields_that_count";
-- reverse: set comment to column: "assignee_id" on table: "defects"
COMMENT ON COLUMN "defects"."assignee_id" IS '';
-- reverse: set comment to column: "reopened" on table: "defects"
COMMENT ON COLUMN "defects"."reopened" IS '';
-- reverse: set comment to column: "ended_at" on table: "defects"
COMMENT ON COLUMN "defects"."ended_at" IS '';
-- reverse: create index "defect_duplicate_of_id" to table: "defects"
DROP INDEX "defect_duplicate_of_id";
-- reverse: create index "defect_assignee_id" to table: "defects"
DROP INDEX "defect_assignee_id";
-- reverse: modify "defects" table
ALTER TABLE "defects" DROP CONSTRAINT "defects_users_assignee", DROP COLUMN "assignee_id", DROP COLUMN "reopened", DROP COLUMN "ended_at";
-- reverse: set comment to column: "reason" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."reason" IS '';
-- reverse: modify "test_case_versions" table
ALTER TABLE "test_case_versions" DROP COLUMN "reason";
-- reverse: set comment to column: "reason" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."reason" IS '';
-- reverse: modify "requirement_versions" table
ALTER TABLE "requirement_versions" DROP COLUMN "reason";
-- reverse: set comment to column: "status_note" on table: "releases"
COMMENT ON COLUMN "releases"."status_note" IS '';
-- reverse: modify "releases" table
ALTER TABLE "releases" DROP COLUMN "status_note";
-- reverse: set comment to column: "status_note" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."status_note" IS '';
-- reverse: modify "test_cycles" table
ALTER TABLE "test_cycles" DROP COLUMN "status_note";
-- reverse: set comment to column: "outcome" on table: "receipts"
COMMENT ON COLUMN "receipts"."outcome" IS '';
-- reverse: set comment to column: "digest" on table: "receipts"
COMMENT ON COLUMN "receipts"."digest" IS '';
-- reverse: set comment to column: "mutation" on table: "receipts"
COMMENT ON COLUMN "receipts"."mutation" IS '';
-- reverse: set comment to column: "idempotency_key" on table: "receipts"
COMMENT ON COLUMN "receipts"."idempotency_key" IS '';
-- reverse: set comment to column: "user_id" on table: "receipts"
COMMENT ON COLUMN "receipts"."user_id" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "receipts"
COMMENT ON COLUMN "receipts"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "receipts"
COMMENT ON COLUMN "receipts"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "receipts"
COMMENT ON COLUMN "receipts"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "receipts"
COMMENT ON COLUMN "receipts"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "receipts"
COMMENT ON COLUMN "receipts"."id" IS '';
-- reverse: set comment to table: "receipts"
COMMENT ON TABLE "receipts" IS '';
-- reverse: create index "receipt_user_id_idempotency_key" to table: "receipts"
DROP INDEX "receipt_user_id_idempotency_key";
-- reverse: create index "receipt_created_at" to table: "receipts"
DROP INDEX "receipt_created_at";
-- reverse: create "receipts" table
DROP TABLE "receipts";
