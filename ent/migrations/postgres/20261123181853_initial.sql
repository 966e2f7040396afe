-- +goose Up
-- create "projects" table
CREATE TABLE "projects" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "deleted_at" timestamptz NULL, "key" text NOT NULL COLLATE "C", "name" text NOT NULL COLLATE "C", "description" text NOT NULL DEFAULT '', PRIMARY KEY ("id"));
-- create index "projects_key_key" to table: "projects"
CREATE UNIQUE INDEX "projects_key_key" ON "projects" ("key");
-- set comment to table: "projects"
COMMENT ON TABLE "projects" IS 'A project: the wall around requirements, test cases, executions and defects of one team.';
-- set comment to column: "id" on table: "projects"
COMMENT ON COLUMN "projects"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "projects"
COMMENT ON COLUMN "projects"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "projects"
COMMENT ON COLUMN "projects"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "projects"
COMMENT ON COLUMN "projects"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "projects"
COMMENT ON COLUMN "projects"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "projects"
COMMENT ON COLUMN "projects"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "deleted_at" on table: "projects"
COMMENT ON COLUMN "projects"."deleted_at" IS 'When this was put into the trash; empty while it is in use.';
-- set comment to column: "key" on table: "projects"
COMMENT ON COLUMN "projects"."key" IS 'Short name of the project, unique in the workspace, for example PAY.';
-- set comment to column: "name" on table: "projects"
COMMENT ON COLUMN "projects"."name" IS 'Name of the project as people read it.';
-- set comment to column: "description" on table: "projects"
COMMENT ON COLUMN "projects"."description" IS 'What the project is about, in Markdown; may be empty.';
-- create "releases" table
CREATE TABLE "releases" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "key" text NOT NULL COLLATE "C", "version" bigint NOT NULL DEFAULT 1, "name" text NOT NULL COLLATE "C", "description" text NOT NULL DEFAULT '', "status" character varying NOT NULL DEFAULT 'PLANNED', "due_at" timestamptz NULL, "project_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "releases_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "release_project_id_key" to table: "releases"
CREATE UNIQUE INDEX "release_project_id_key" ON "releases" ("project_id", "key");
-- create index "releases_project_id_id" to table: "releases"
CREATE UNIQUE INDEX "releases_project_id_id" ON "releases" ("project_id", "id");
-- set comment to table: "releases"
COMMENT ON TABLE "releases" IS 'A release: what is delivered, with the builds made for it.';
-- set comment to column: "id" on table: "releases"
COMMENT ON COLUMN "releases"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "releases"
COMMENT ON COLUMN "releases"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "releases"
COMMENT ON COLUMN "releases"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "releases"
COMMENT ON COLUMN "releases"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "releases"
COMMENT ON COLUMN "releases"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "key" on table: "releases"
COMMENT ON COLUMN "releases"."key" IS 'The name that people use: the source''s own id where it has one, otherwise a made one such as R-12. Unique in its project and kind.';
-- set comment to column: "version" on table: "releases"
COMMENT ON COLUMN "releases"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "name" on table: "releases"
COMMENT ON COLUMN "releases"."name" IS 'Name of the release as people read it.';
-- set comment to column: "description" on table: "releases"
COMMENT ON COLUMN "releases"."description" IS 'What the release brings; may be empty.';
-- set comment to column: "status" on table: "releases"
COMMENT ON COLUMN "releases"."status" IS 'Where the release stands in its lifecycle.';
-- set comment to column: "due_at" on table: "releases"
COMMENT ON COLUMN "releases"."due_at" IS 'When it is to be delivered; empty while undecided.';
-- set comment to column: "project_id" on table: "releases"
COMMENT ON COLUMN "releases"."project_id" IS 'Project that owns this; never changes.';
-- create "builds" table
CREATE TABLE "builds" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "key" text NOT NULL COLLATE "C", "version" bigint NOT NULL DEFAULT 1, "name" text NOT NULL COLLATE "C", "commit" character varying NOT NULL DEFAULT '', "branch" character varying NOT NULL DEFAULT '', "digest" character varying NOT NULL DEFAULT '', "built_at" timestamptz NOT NULL, "built_at_stated" boolean NOT NULL DEFAULT false, "project_id" uuid NOT NULL, "release_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "builds_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "builds_releases_release" FOREIGN KEY ("project_id", "release_id") REFERENCES "releases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "build_project_id_key" to table: "builds"
CREATE UNIQUE INDEX "build_project_id_key" ON "builds" ("project_id", "key");
-- create index "build_project_id_release_id" to table: "builds"
CREATE INDEX "build_project_id_release_id" ON "builds" ("project_id", "release_id");
-- create index "builds_project_id_id" to table: "builds"
CREATE UNIQUE INDEX "builds_project_id_id" ON "builds" ("project_id", "id");
-- set comment to table: "builds"
COMMENT ON TABLE "builds" IS 'A build: one artefact of a release, against which cases are executed.';
-- set comment to column: "id" on table: "builds"
COMMENT ON COLUMN "builds"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "builds"
COMMENT ON COLUMN "builds"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "builds"
COMMENT ON COLUMN "builds"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "builds"
COMMENT ON COLUMN "builds"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "builds"
COMMENT ON COLUMN "builds"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "key" on table: "builds"
COMMENT ON COLUMN "builds"."key" IS 'The name that people use: the source''s own id where it has one, otherwise a made one such as R-12. Unique in its project and kind.';
-- set comment to column: "version" on table: "builds"
COMMENT ON COLUMN "builds"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "name" on table: "builds"
COMMENT ON COLUMN "builds"."name" IS 'Name of the build as the pipeline gives it, for example v4.4.0-8811.';
-- set comment to column: "commit" on table: "builds"
COMMENT ON COLUMN "builds"."commit" IS 'Commit it was built from; empty when unknown.';
-- set comment to column: "branch" on table: "builds"
COMMENT ON COLUMN "builds"."branch" IS 'Branch it was built from; empty when unknown.';
-- set comment to column: "digest" on table: "builds"
COMMENT ON COLUMN "builds"."digest" IS 'Digest of the artefact, with its algorithm in front; empty when unknown.';
-- set comment to column: "built_at" on table: "builds"
COMMENT ON COLUMN "builds"."built_at" IS 'When it was built; the time it was first heard of when the source does not say.';
-- set comment to column: "built_at_stated" on table: "builds"
COMMENT ON COLUMN "builds"."built_at_stated" IS 'Whether somebody said when it was built; otherwise builtAt is the time at which it was first heard of.';
-- set comment to column: "project_id" on table: "builds"
COMMENT ON COLUMN "builds"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "release_id" on table: "builds"
COMMENT ON COLUMN "builds"."release_id" IS 'Release that the build was made for; empty when unknown.';
-- create "environments" table
CREATE TABLE "environments" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "key" text NOT NULL COLLATE "C", "version" bigint NOT NULL DEFAULT 1, "name" text NOT NULL COLLATE "C", "description" text NOT NULL DEFAULT '', "status" character varying NOT NULL DEFAULT 'AVAILABLE', "health" character varying NOT NULL DEFAULT 'UNKNOWN', "project_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "environments_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "environment_project_id_key" to table: "environments"
CREATE UNIQUE INDEX "environment_project_id_key" ON "environments" ("project_id", "key");
-- create index "environments_project_id_id" to table: "environments"
CREATE UNIQUE INDEX "environments_project_id_id" ON "environments" ("project_id", "id");
-- set comment to table: "environments"
COMMENT ON TABLE "environments" IS 'A test environment: where cases are executed.';
-- set comment to column: "id" on table: "environments"
COMMENT ON COLUMN "environments"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "environments"
COMMENT ON COLUMN "environments"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "environments"
COMMENT ON COLUMN "environments"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "environments"
COMMENT ON COLUMN "environments"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "environments"
COMMENT ON COLUMN "environments"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "key" on table: "environments"
COMMENT ON COLUMN "environments"."key" IS 'The name that people use: the source''s own id where it has one, otherwise a made one such as R-12. Unique in its project and kind.';
-- set comment to column: "version" on table: "environments"
COMMENT ON COLUMN "environments"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "name" on table: "environments"
COMMENT ON COLUMN "environments"."name" IS 'Name of the environment as people read it, for example sit-android.';
-- set comment to column: "description" on table: "environments"
COMMENT ON COLUMN "environments"."description" IS 'What the environment consists of; may be empty.';
-- set comment to column: "status" on table: "environments"
COMMENT ON COLUMN "environments"."status" IS 'Where the environment stands in its lifecycle.';
-- set comment to column: "health" on table: "environments"
COMMENT ON COLUMN "environments"."health" IS 'Whether it works at present; UNKNOWN when nobody measures.';
-- set comment to column: "project_id" on table: "environments"
COMMENT ON COLUMN "environments"."project_id" IS 'Project that owns this; never changes.';
-- create "defects" table
CREATE TABLE "defects" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "key" text NOT NULL COLLATE "C", "version" bigint NOT NULL DEFAULT 1, "deleted_at" timestamptz NULL, "title" text NOT NULL COLLATE "C", "text" text NOT NULL DEFAULT '', "status" character varying NOT NULL DEFAULT 'NEW', "severity" character varying NULL, "priority" character varying NULL, "resolution" character varying NULL, "reported_at" timestamptz NOT NULL, "due_at" timestamptz NULL, "attributes" jsonb NULL, "project_id" uuid NOT NULL, "found_in_build_id" uuid NULL, "found_in_environment_id" uuid NULL, "fixed_in_build_id" uuid NULL, "duplicate_of_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "defects_builds_fixed_in_build" FOREIGN KEY ("project_id", "fixed_in_build_id") REFERENCES "builds" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "defects_builds_found_in_build" FOREIGN KEY ("project_id", "found_in_build_id") REFERENCES "builds" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "defects_defects_duplicates" FOREIGN KEY ("duplicate_of_id") REFERENCES "defects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "defects_environments_found_in_environment" FOREIGN KEY ("project_id", "found_in_environment_id") REFERENCES "environments" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "defects_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "defect_fixed_in_build_id" to table: "defects"
CREATE INDEX "defect_fixed_in_build_id" ON "defects" ("fixed_in_build_id");
-- create index "defect_found_in_build_id" to table: "defects"
CREATE INDEX "defect_found_in_build_id" ON "defects" ("found_in_build_id");
-- create index "defect_project_id_key" to table: "defects"
CREATE UNIQUE INDEX "defect_project_id_key" ON "defects" ("project_id", "key");
-- create index "defect_project_id_reported_at" to table: "defects"
CREATE INDEX "defect_project_id_reported_at" ON "defects" ("project_id", "reported_at");
-- create index "defect_project_id_status" to table: "defects"
CREATE INDEX "defect_project_id_status" ON "defects" ("project_id", "status");
-- create index "defects_project_id_id" to table: "defects"
CREATE UNIQUE INDEX "defects_project_id_id" ON "defects" ("project_id", "id");
-- set comment to table: "defects"
COMMENT ON TABLE "defects" IS 'A defect: a flaw to be fixed.';
-- set comment to column: "id" on table: "defects"
COMMENT ON COLUMN "defects"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "defects"
COMMENT ON COLUMN "defects"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "defects"
COMMENT ON COLUMN "defects"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "defects"
COMMENT ON COLUMN "defects"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "defects"
COMMENT ON COLUMN "defects"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "key" on table: "defects"
COMMENT ON COLUMN "defects"."key" IS 'The name that people use: the source''s own id where it has one, otherwise a made one such as R-12. Unique in its project and kind.';
-- set comment to column: "version" on table: "defects"
COMMENT ON COLUMN "defects"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "deleted_at" on table: "defects"
COMMENT ON COLUMN "defects"."deleted_at" IS 'When this was put into the trash; empty while it is in use.';
-- set comment to column: "title" on table: "defects"
COMMENT ON COLUMN "defects"."title" IS 'One line that names the flaw.';
-- set comment to column: "text" on table: "defects"
COMMENT ON COLUMN "defects"."text" IS 'What happens, what should happen and how to see it, in Markdown; may be empty.';
-- set comment to column: "status" on table: "defects"
COMMENT ON COLUMN "defects"."status" IS 'Where the defect stands in its lifecycle.';
-- set comment to column: "severity" on table: "defects"
COMMENT ON COLUMN "defects"."severity" IS 'How much harm the flaw does; empty when the source does not say.';
-- set comment to column: "priority" on table: "defects"
COMMENT ON COLUMN "defects"."priority" IS 'How soon it is to be fixed, P0 first; empty when nobody decided.';
-- set comment to column: "resolution" on table: "defects"
COMMENT ON COLUMN "defects"."resolution" IS 'How it ended; empty while it has not.';
-- set comment to column: "reported_at" on table: "defects"
COMMENT ON COLUMN "defects"."reported_at" IS 'When it was reported; the time of the import when the source does not say.';
-- set comment to column: "due_at" on table: "defects"
COMMENT ON COLUMN "defects"."due_at" IS 'When it is to be fixed; empty when there is no date.';
-- set comment to column: "attributes" on table: "defects"
COMMENT ON COLUMN "defects"."attributes" IS 'Further fields of the source, by its own names.';
-- set comment to column: "project_id" on table: "defects"
COMMENT ON COLUMN "defects"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "found_in_build_id" on table: "defects"
COMMENT ON COLUMN "defects"."found_in_build_id" IS 'Build in which it was found; empty when unknown.';
-- set comment to column: "found_in_environment_id" on table: "defects"
COMMENT ON COLUMN "defects"."found_in_environment_id" IS 'Environment in which it was found; empty when unknown.';
-- set comment to column: "fixed_in_build_id" on table: "defects"
COMMENT ON COLUMN "defects"."fixed_in_build_id" IS 'Build that fixes it; empty while there is none.';
-- set comment to column: "duplicate_of_id" on table: "defects"
COMMENT ON COLUMN "defects"."duplicate_of_id" IS 'Defect that reports the same flaw; empty unless this is a duplicate.';
-- create "import_runs" table
CREATE TABLE "import_runs" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "format" character varying NOT NULL, "source" character varying NOT NULL, "digest" character varying NOT NULL, "idempotency_key" character varying NOT NULL, "files" bigint NOT NULL, "counts" jsonb NOT NULL, "created" bigint NOT NULL, "updated" bigint NOT NULL, "unchanged" bigint NOT NULL, "warnings" jsonb NULL, "warning_count" bigint NOT NULL, "project_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "import_runs_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "import_runs_project_id_id" to table: "import_runs"
CREATE UNIQUE INDEX "import_runs_project_id_id" ON "import_runs" ("project_id", "id");
-- create index "importrun_project_id_idempotency_key" to table: "import_runs"
CREATE UNIQUE INDEX "importrun_project_id_idempotency_key" ON "import_runs" ("project_id", "idempotency_key");
-- set comment to table: "import_runs"
COMMENT ON TABLE "import_runs" IS 'One accepted import: what came in, from where, and what it changed.';
-- set comment to column: "id" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "format" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."format" IS 'Formats that were read, separated by commas, for example junit.';
-- set comment to column: "source" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."source" IS 'Paths as the user named them, separated by commas.';
-- set comment to column: "digest" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."digest" IS 'SHA-256 over the imported files and the options, in hexadecimal.';
-- set comment to column: "idempotency_key" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."idempotency_key" IS 'Repeating an import with the same key gives the same answer; the digest when the user gave none.';
-- set comment to column: "files" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."files" IS 'How many files were read.';
-- set comment to column: "counts" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."counts" IS 'What the files hold, by kind.';
-- set comment to column: "created" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."created" IS 'How many entities the import created.';
-- set comment to column: "updated" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."updated" IS 'How many entities the import changed.';
-- set comment to column: "unchanged" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."unchanged" IS 'How many entities were already as the files say.';
-- set comment to column: "warnings" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."warnings" IS 'What was skipped, changed or guessed, with file, line and field; at most the first thousand.';
-- set comment to column: "warning_count" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."warning_count" IS 'How many warnings there were in all.';
-- set comment to column: "project_id" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."project_id" IS 'Project that owns this; never changes.';
-- create "test_cases" table
CREATE TABLE "test_cases" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "key" text NOT NULL COLLATE "C", "version" bigint NOT NULL DEFAULT 1, "deleted_at" timestamptz NULL, "title" text NOT NULL COLLATE "C", "type" character varying NOT NULL DEFAULT 'MANUAL' COLLATE "C", "status" character varying NOT NULL DEFAULT 'DRAFT', "priority" character varying NULL, "level" character varying NULL, "description" text NOT NULL DEFAULT '', "precondition" text NOT NULL DEFAULT '', "steps" jsonb NULL, "parameters" jsonb NULL, "data_rows" jsonb NULL, "automation_id" character varying NOT NULL DEFAULT '', "aliases" jsonb NULL, "estimate_ms" bigint NOT NULL DEFAULT 0, "attributes" jsonb NULL, "content_version" bigint NOT NULL DEFAULT 1, "last_status" character varying NOT NULL DEFAULT 'NOT_RUN', "last_execution_id" uuid NULL, "project_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "test_cases_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "test_cases_project_id_id" to table: "test_cases"
CREATE UNIQUE INDEX "test_cases_project_id_id" ON "test_cases" ("project_id", "id");
-- create index "testcase_project_id_automation_id" to table: "test_cases"
CREATE INDEX "testcase_project_id_automation_id" ON "test_cases" ("project_id", "automation_id");
-- create index "testcase_project_id_key" to table: "test_cases"
CREATE UNIQUE INDEX "testcase_project_id_key" ON "test_cases" ("project_id", "key");
-- create index "testcase_project_id_last_status" to table: "test_cases"
CREATE INDEX "testcase_project_id_last_status" ON "test_cases" ("project_id", "last_status");
-- set comment to table: "test_cases"
COMMENT ON TABLE "test_cases" IS 'A test case: what is executed to gather evidence for requirements. Its content is kept in immutable numbered versions.';
-- set comment to column: "id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "key" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."key" IS 'The name that people use: the source''s own id where it has one, otherwise a made one such as R-12. Unique in its project and kind.';
-- set comment to column: "version" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "deleted_at" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."deleted_at" IS 'When this was put into the trash; empty while it is in use.';
-- set comment to column: "title" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."title" IS 'One line that says what the case shows.';
-- set comment to column: "type" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."type" IS 'How the case is written and executed.';
-- set comment to column: "status" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."status" IS 'Where the case stands in its lifecycle.';
-- set comment to column: "priority" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."priority" IS 'How soon the case is executed when time is short, P0 first; empty when nobody decided.';
-- set comment to column: "level" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."level" IS 'Test level in the sense of ISTQB; empty when unknown.';
-- set comment to column: "description" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."description" IS 'What the case is about, in Markdown; may be empty.';
-- set comment to column: "precondition" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."precondition" IS 'What must hold before the first step; may be empty.';
-- set comment to column: "steps" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."steps" IS 'Actions with data and expected results, in order; empty for automated cases.';
-- set comment to column: "parameters" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."parameters" IS 'Names of the parameters of a data-driven case; empty otherwise.';
-- set comment to column: "data_rows" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."data_rows" IS 'Values for the parameters, one row for each way to execute the case.';
-- set comment to column: "automation_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."automation_id" IS 'Name under which an automation reports this case; empty for manual cases.';
-- set comment to column: "aliases" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."aliases" IS 'Further names under which results report this case.';
-- set comment to column: "estimate_ms" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."estimate_ms" IS 'Planned effort for one execution in milliseconds; 0 when nobody estimated.';
-- set comment to column: "attributes" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."attributes" IS 'Further fields of the source, by its own names.';
-- set comment to column: "content_version" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."content_version" IS 'Number of the newest content version, from 1.';
-- set comment to column: "last_status" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."last_status" IS 'Status of the latest execution, the one with the greatest time; NOT_RUN while there is none.';
-- set comment to column: "last_execution_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."last_execution_id" IS 'Latest execution: the one with the greatest (executedAt, id); empty while there is none.';
-- set comment to column: "project_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."project_id" IS 'Project that owns this; never changes.';
-- create "test_cycles" table
CREATE TABLE "test_cycles" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "key" text NOT NULL COLLATE "C", "version" bigint NOT NULL DEFAULT 1, "name" text NOT NULL COLLATE "C", "status" character varying NOT NULL DEFAULT 'RUNNING', "project_id" uuid NOT NULL, "build_id" uuid NULL, "environment_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "test_cycles_builds_build" FOREIGN KEY ("project_id", "build_id") REFERENCES "builds" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "test_cycles_environments_environment" FOREIGN KEY ("project_id", "environment_id") REFERENCES "environments" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "test_cycles_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "test_cycles_project_id_id" to table: "test_cycles"
CREATE UNIQUE INDEX "test_cycles_project_id_id" ON "test_cycles" ("project_id", "id");
-- create index "testcycle_project_id_build_id" to table: "test_cycles"
CREATE INDEX "testcycle_project_id_build_id" ON "test_cycles" ("project_id", "build_id");
-- create index "testcycle_project_id_environment_id" to table: "test_cycles"
CREATE INDEX "testcycle_project_id_environment_id" ON "test_cycles" ("project_id", "environment_id");
-- create index "testcycle_project_id_key" to table: "test_cycles"
CREATE UNIQUE INDEX "testcycle_project_id_key" ON "test_cycles" ("project_id", "key");
-- set comment to table: "test_cycles"
COMMENT ON TABLE "test_cycles" IS 'A cycle: one pass over test cases against one build in one environment.';
-- set comment to column: "id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "key" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."key" IS 'The name that people use: the source''s own id where it has one, otherwise a made one such as R-12. Unique in its project and kind.';
-- set comment to column: "version" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "name" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."name" IS 'Name of the cycle as people read it.';
-- set comment to column: "status" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."status" IS 'Where the cycle stands in its lifecycle; CLOSED is frozen.';
-- set comment to column: "project_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "build_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."build_id" IS 'Build under test; empty while undecided or when results of several builds came in.';
-- set comment to column: "environment_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."environment_id" IS 'Environment it takes place in; empty while undecided or when there are several.';
-- create "executions" table
CREATE TABLE "executions" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "test_case_version" bigint NOT NULL, "attempt" bigint NOT NULL DEFAULT 1, "status" character varying NOT NULL, "raw_status" character varying NOT NULL DEFAULT '', "scenario" character varying NOT NULL DEFAULT '', "name" character varying NOT NULL DEFAULT '' COLLATE "C", "class_name" character varying NOT NULL DEFAULT '', "message" text NOT NULL DEFAULT '', "failure_text" text NOT NULL DEFAULT '', "failure_type" character varying NOT NULL DEFAULT '', "duration_ms" bigint NOT NULL DEFAULT 0, "executed_at" timestamptz NOT NULL, "executor" character varying NOT NULL DEFAULT '', "step_results" jsonb NULL, "properties" jsonb NULL, "source_file" character varying NOT NULL DEFAULT '', "source_line" bigint NOT NULL DEFAULT 0, "fingerprint" character varying NOT NULL, "project_id" uuid NOT NULL, "test_case_id" uuid NOT NULL, "build_id" uuid NULL, "environment_id" uuid NULL, "cycle_id" uuid NULL, "import_run_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "executions_builds_build" FOREIGN KEY ("project_id", "build_id") REFERENCES "builds" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "executions_environments_environment" FOREIGN KEY ("project_id", "environment_id") REFERENCES "environments" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "executions_import_runs_import_run" FOREIGN KEY ("project_id", "import_run_id") REFERENCES "import_runs" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "executions_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "executions_test_cases_test_case" FOREIGN KEY ("project_id", "test_case_id") REFERENCES "test_cases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "executions_test_cycles_cycle" FOREIGN KEY ("project_id", "cycle_id") REFERENCES "test_cycles" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "execution_build_id_test_case_id_executed_at" to table: "executions"
CREATE INDEX "execution_build_id_test_case_id_executed_at" ON "executions" ("build_id", "test_case_id", "executed_at");
-- create index "execution_cycle_id_executed_at_id" to table: "executions"
CREATE INDEX "execution_cycle_id_executed_at_id" ON "executions" ("cycle_id", "executed_at" DESC, "id" DESC);
-- create index "execution_environment_id_executed_at_id" to table: "executions"
CREATE INDEX "execution_environment_id_executed_at_id" ON "executions" ("environment_id", "executed_at" DESC, "id" DESC);
-- create index "execution_import_run_id" to table: "executions"
CREATE INDEX "execution_import_run_id" ON "executions" ("import_run_id");
-- create index "execution_project_id_executed_at_id" to table: "executions"
CREATE INDEX "execution_project_id_executed_at_id" ON "executions" ("project_id", "executed_at" DESC, "id" DESC);
-- create index "execution_project_id_fingerprint" to table: "executions"
CREATE UNIQUE INDEX "execution_project_id_fingerprint" ON "executions" ("project_id", "fingerprint");
-- create index "execution_project_id_name" to table: "executions"
CREATE INDEX "execution_project_id_name" ON "executions" ("project_id", "name");
-- create index "execution_test_case_id_executed_at_id" to table: "executions"
CREATE INDEX "execution_test_case_id_executed_at_id" ON "executions" ("test_case_id", "executed_at" DESC, "id" DESC);
-- create index "executions_project_id_id" to table: "executions"
CREATE UNIQUE INDEX "executions_project_id_id" ON "executions" ("project_id", "id");
-- set comment to table: "executions"
COMMENT ON TABLE "executions" IS 'An execution: running one version of a test case once. Doing it again is a new execution.';
-- set comment to column: "id" on table: "executions"
COMMENT ON COLUMN "executions"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "executions"
COMMENT ON COLUMN "executions"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "executions"
COMMENT ON COLUMN "executions"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "executions"
COMMENT ON COLUMN "executions"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "executions"
COMMENT ON COLUMN "executions"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "executions"
COMMENT ON COLUMN "executions"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "test_case_version" on table: "executions"
COMMENT ON COLUMN "executions"."test_case_version" IS 'Content version of the test case that was executed.';
-- set comment to column: "attempt" on table: "executions"
COMMENT ON COLUMN "executions"."attempt" IS 'Counts executions of the same case on the same build, environment and scenario, from 1.';
-- set comment to column: "status" on table: "executions"
COMMENT ON COLUMN "executions"."status" IS 'Outcome of the execution.';
-- set comment to column: "raw_status" on table: "executions"
COMMENT ON COLUMN "executions"."raw_status" IS 'The source''s own word for the outcome; empty for executions recorded here.';
-- set comment to column: "scenario" on table: "executions"
COMMENT ON COLUMN "executions"."scenario" IS 'Variant or parameters under which the case was executed; empty when there is only one.';
-- set comment to column: "name" on table: "executions"
COMMENT ON COLUMN "executions"."name" IS 'Name of the result as the source writes it; empty for executions recorded here.';
-- set comment to column: "class_name" on table: "executions"
COMMENT ON COLUMN "executions"."class_name" IS 'Class or group of the result as the source writes it; may be empty.';
-- set comment to column: "message" on table: "executions"
COMMENT ON COLUMN "executions"."message" IS 'One line: why it failed or was skipped; empty when it passed.';
-- set comment to column: "failure_text" on table: "executions"
COMMENT ON COLUMN "executions"."failure_text" IS 'Details of a failure such as a stack trace; empty when it passed.';
-- set comment to column: "failure_type" on table: "executions"
COMMENT ON COLUMN "executions"."failure_type" IS 'Class of the failure as the source names it; may be empty.';
-- set comment to column: "duration_ms" on table: "executions"
COMMENT ON COLUMN "executions"."duration_ms" IS 'How long it took, in milliseconds; 0 when unknown.';
-- set comment to column: "executed_at" on table: "executions"
COMMENT ON COLUMN "executions"."executed_at" IS 'When it was executed, in UTC; never empty: the time of the case, its suite, the build or the import.';
-- set comment to column: "executor" on table: "executions"
COMMENT ON COLUMN "executions"."executor" IS 'Who or what executed it, in the source''s words; may be empty.';
-- set comment to column: "step_results" on table: "executions"
COMMENT ON COLUMN "executions"."step_results" IS 'What happened in each step; empty when the source does not say.';
-- set comment to column: "properties" on table: "executions"
COMMENT ON COLUMN "executions"."properties" IS 'Further facts of the source, by its own names.';
-- set comment to column: "source_file" on table: "executions"
COMMENT ON COLUMN "executions"."source_file" IS 'Imported file it came from; empty for executions recorded here.';
-- set comment to column: "source_line" on table: "executions"
COMMENT ON COLUMN "executions"."source_line" IS 'Line in that file, from 1; 0 when there is none.';
-- set comment to column: "fingerprint" on table: "executions"
COMMENT ON COLUMN "executions"."fingerprint" IS 'Recognises the same result when a file is imported again.';
-- set comment to column: "project_id" on table: "executions"
COMMENT ON COLUMN "executions"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "test_case_id" on table: "executions"
COMMENT ON COLUMN "executions"."test_case_id" IS 'Test case that was executed.';
-- set comment to column: "build_id" on table: "executions"
COMMENT ON COLUMN "executions"."build_id" IS 'Build that was tested; empty when unknown.';
-- set comment to column: "environment_id" on table: "executions"
COMMENT ON COLUMN "executions"."environment_id" IS 'Environment it was executed in; empty when unknown.';
-- set comment to column: "cycle_id" on table: "executions"
COMMENT ON COLUMN "executions"."cycle_id" IS 'Cycle it belongs to; empty when it came without one.';
-- set comment to column: "import_run_id" on table: "executions"
COMMENT ON COLUMN "executions"."import_run_id" IS 'Import that brought it; empty for executions recorded here.';
-- create "requirements" table
CREATE TABLE "requirements" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "key" text NOT NULL COLLATE "C", "version" bigint NOT NULL DEFAULT 1, "deleted_at" timestamptz NULL, "title" text NOT NULL COLLATE "C", "text" text NOT NULL DEFAULT '', "rationale" text NOT NULL DEFAULT '', "type" text NOT NULL DEFAULT '' COLLATE "C", "status" character varying NOT NULL DEFAULT 'DRAFT', "criticality" character varying NOT NULL DEFAULT 'UNDEFINED', "position" bigint NOT NULL DEFAULT 0, "content_version" bigint NOT NULL DEFAULT 1, "attributes" jsonb NULL, "project_id" uuid NOT NULL, "parent_id" uuid NULL, "release_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "requirements_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "requirements_releases_release" FOREIGN KEY ("project_id", "release_id") REFERENCES "releases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "requirements_requirements_children" FOREIGN KEY ("parent_id") REFERENCES "requirements" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "requirement_project_id_key" to table: "requirements"
CREATE UNIQUE INDEX "requirement_project_id_key" ON "requirements" ("project_id", "key");
-- create index "requirement_project_id_parent_id_position" to table: "requirements"
CREATE INDEX "requirement_project_id_parent_id_position" ON "requirements" ("project_id", "parent_id", "position");
-- create index "requirement_project_id_position" to table: "requirements"
CREATE INDEX "requirement_project_id_position" ON "requirements" ("project_id", "position");
-- create index "requirement_project_id_release_id" to table: "requirements"
CREATE INDEX "requirement_project_id_release_id" ON "requirements" ("project_id", "release_id");
-- create index "requirements_project_id_id" to table: "requirements"
CREATE UNIQUE INDEX "requirements_project_id_id" ON "requirements" ("project_id", "id");
-- set comment to table: "requirements"
COMMENT ON TABLE "requirements" IS 'A requirement: what tests derive from. Its content is kept in immutable numbered versions.';
-- set comment to column: "id" on table: "requirements"
COMMENT ON COLUMN "requirements"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "requirements"
COMMENT ON COLUMN "requirements"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "requirements"
COMMENT ON COLUMN "requirements"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "key" on table: "requirements"
COMMENT ON COLUMN "requirements"."key" IS 'The name that people use: the source''s own id where it has one, otherwise a made one such as R-12. Unique in its project and kind.';
-- set comment to column: "version" on table: "requirements"
COMMENT ON COLUMN "requirements"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "deleted_at" on table: "requirements"
COMMENT ON COLUMN "requirements"."deleted_at" IS 'When this was put into the trash; empty while it is in use.';
-- set comment to column: "title" on table: "requirements"
COMMENT ON COLUMN "requirements"."title" IS 'One line that names the requirement; may be empty where the source has none.';
-- set comment to column: "text" on table: "requirements"
COMMENT ON COLUMN "requirements"."text" IS 'The statement itself, in Markdown.';
-- set comment to column: "rationale" on table: "requirements"
COMMENT ON COLUMN "requirements"."rationale" IS 'Why the requirement exists; may be empty.';
-- set comment to column: "type" on table: "requirements"
COMMENT ON COLUMN "requirements"."type" IS 'Kind of requirement in the project''s own words, for example Functional; may be empty.';
-- set comment to column: "status" on table: "requirements"
COMMENT ON COLUMN "requirements"."status" IS 'Where the requirement stands in its lifecycle.';
-- set comment to column: "criticality" on table: "requirements"
COMMENT ON COLUMN "requirements"."criticality" IS 'How much harm a violation does.';
-- set comment to column: "position" on table: "requirements"
COMMENT ON COLUMN "requirements"."position" IS 'Place in document order among all requirements of the project, from 1; 0 when it has none.';
-- set comment to column: "content_version" on table: "requirements"
COMMENT ON COLUMN "requirements"."content_version" IS 'Number of the newest content version, from 1.';
-- set comment to column: "attributes" on table: "requirements"
COMMENT ON COLUMN "requirements"."attributes" IS 'Further fields of the source, by its own names.';
-- set comment to column: "project_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "parent_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."parent_id" IS 'Requirement above this one in document order; empty at the top. Says nothing about refinement.';
-- set comment to column: "release_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."release_id" IS 'Release in which this is to be delivered; empty while undecided.';
-- create "defect_links" table
CREATE TABLE "defect_links" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "commit" character varying NOT NULL DEFAULT '', "state" character varying NOT NULL DEFAULT 'VALID', "unresolved_defect" character varying NOT NULL DEFAULT '', "unresolved_key" character varying NOT NULL DEFAULT '', "unresolved_kind" character varying NULL, "project_id" uuid NOT NULL, "defect_id" uuid NULL, "execution_id" uuid NULL, "test_case_id" uuid NULL, "requirement_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "defect_links_defects_defect" FOREIGN KEY ("project_id", "defect_id") REFERENCES "defects" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "defect_links_executions_execution" FOREIGN KEY ("project_id", "execution_id") REFERENCES "executions" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "defect_links_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "defect_links_requirements_requirement" FOREIGN KEY ("project_id", "requirement_id") REFERENCES "requirements" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "defect_links_test_cases_test_case" FOREIGN KEY ("project_id", "test_case_id") REFERENCES "test_cases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "defectlink_defect_id" to table: "defect_links"
CREATE INDEX "defectlink_defect_id" ON "defect_links" ("defect_id");
-- create index "defectlink_execution_id_defect_id" to table: "defect_links"
CREATE INDEX "defectlink_execution_id_defect_id" ON "defect_links" ("execution_id", "defect_id");
-- create index "defectlink_project_id_defect_id_execution_id" to table: "defect_links"
CREATE UNIQUE INDEX "defectlink_project_id_defect_id_execution_id" ON "defect_links" ("project_id", "defect_id", "execution_id") WHERE (((state)::text <> 'CLOSED'::text) AND (defect_id IS NOT NULL) AND (execution_id IS NOT NULL));
-- create index "defectlink_project_id_defect_id_requirement_id" to table: "defect_links"
CREATE UNIQUE INDEX "defectlink_project_id_defect_id_requirement_id" ON "defect_links" ("project_id", "defect_id", "requirement_id") WHERE (((state)::text <> 'CLOSED'::text) AND (defect_id IS NOT NULL) AND (requirement_id IS NOT NULL));
-- create index "defectlink_project_id_defect_id_test_case_id" to table: "defect_links"
CREATE UNIQUE INDEX "defectlink_project_id_defect_id_test_case_id" ON "defect_links" ("project_id", "defect_id", "test_case_id") WHERE (((state)::text <> 'CLOSED'::text) AND (defect_id IS NOT NULL) AND (test_case_id IS NOT NULL));
-- create index "defectlink_project_id_unresolved_defect" to table: "defect_links"
CREATE INDEX "defectlink_project_id_unresolved_defect" ON "defect_links" ("project_id", "unresolved_defect");
-- create index "defectlink_project_id_unresolved_key" to table: "defect_links"
CREATE INDEX "defectlink_project_id_unresolved_key" ON "defect_links" ("project_id", "unresolved_key");
-- create index "defectlink_requirement_id_defect_id" to table: "defect_links"
CREATE INDEX "defectlink_requirement_id_defect_id" ON "defect_links" ("requirement_id", "defect_id");
-- create index "defectlink_test_case_id_defect_id" to table: "defect_links"
CREATE INDEX "defectlink_test_case_id_defect_id" ON "defect_links" ("test_case_id", "defect_id");
-- set comment to table: "defect_links"
COMMENT ON TABLE "defect_links" IS 'A link between a defect and an execution, test case, requirement or commit.';
-- set comment to column: "id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "commit" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."commit" IS 'Commit that fixes the defect; empty when the link goes elsewhere.';
-- set comment to column: "state" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."state" IS 'Whether the link still holds: ORPHANED when an end is not there, CLOSED when retired.';
-- set comment to column: "unresolved_defect" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."unresolved_defect" IS 'Key that the source names for a missing defect; empty when it is there.';
-- set comment to column: "unresolved_key" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."unresolved_key" IS 'What the source names for the missing other end; empty when it is there.';
-- set comment to column: "unresolved_kind" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."unresolved_kind" IS 'What the missing other end is; empty when it is there.';
-- set comment to column: "project_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "defect_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."defect_id" IS 'Defect at this end; empty while the set does not contain it.';
-- set comment to column: "execution_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."execution_id" IS 'Execution that showed the defect; empty when the link goes elsewhere.';
-- set comment to column: "test_case_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."test_case_id" IS 'Test case that the defect was reported against; empty when the link goes elsewhere.';
-- set comment to column: "requirement_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."requirement_id" IS 'Requirement that the defect violates; empty when the link goes elsewhere.';
-- create "external_references" table
CREATE TABLE "external_references" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "system" character varying NOT NULL, "kind" character varying NOT NULL, "external_id" character varying NOT NULL, "url" character varying NOT NULL DEFAULT '', "entity_id" uuid NOT NULL, "project_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "external_references_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "externalreference_project_id_entity_id" to table: "external_references"
CREATE INDEX "externalreference_project_id_entity_id" ON "external_references" ("project_id", "entity_id");
-- create index "externalreference_project_id_system_kind_external_id" to table: "external_references"
CREATE UNIQUE INDEX "externalreference_project_id_system_kind_external_id" ON "external_references" ("project_id", "system", "kind", "external_id");
-- set comment to table: "external_references"
COMMENT ON TABLE "external_references" IS 'The identity that an entity has in another tool.';
-- set comment to column: "id" on table: "external_references"
COMMENT ON COLUMN "external_references"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "external_references"
COMMENT ON COLUMN "external_references"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "external_references"
COMMENT ON COLUMN "external_references"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "system" on table: "external_references"
COMMENT ON COLUMN "external_references"."system" IS 'The other tool, for example jira, github or strictdoc.';
-- set comment to column: "kind" on table: "external_references"
COMMENT ON COLUMN "external_references"."kind" IS 'Kind of entity on our side, for example requirement or defect.';
-- set comment to column: "external_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."external_id" IS 'Its id over there; unique with system and kind in a project.';
-- set comment to column: "url" on table: "external_references"
COMMENT ON COLUMN "external_references"."url" IS 'Where a person can open it; empty when unknown.';
-- set comment to column: "entity_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."entity_id" IS 'The entity on our side; its kind is readable from the id.';
-- set comment to column: "project_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."project_id" IS 'Project that owns this; never changes.';
-- create "key_counters" table
CREATE TABLE "key_counters" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "kind" character varying NOT NULL, "last" bigint NOT NULL DEFAULT 0, "project_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "key_counters_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "keycounter_project_id_kind" to table: "key_counters"
CREATE UNIQUE INDEX "keycounter_project_id_kind" ON "key_counters" ("project_id", "kind");
-- set comment to table: "key_counters"
COMMENT ON TABLE "key_counters" IS 'The last number given to a made key.';
-- set comment to column: "id" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "kind" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."kind" IS 'Letters in front of the number, for example R or C.';
-- set comment to column: "last" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."last" IS 'Last number that was given; 0 before the first.';
-- set comment to column: "project_id" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."project_id" IS 'Project that owns this; never changes.';
-- create "users" table
CREATE TABLE "users" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "login" character varying NOT NULL, "name" character varying NOT NULL COLLATE "C", PRIMARY KEY ("id"));
-- create index "users_login_key" to table: "users"
CREATE UNIQUE INDEX "users_login_key" ON "users" ("login");
-- set comment to table: "users"
COMMENT ON TABLE "users" IS 'A person or a service account.';
-- set comment to column: "id" on table: "users"
COMMENT ON COLUMN "users"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "users"
COMMENT ON COLUMN "users"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "users"
COMMENT ON COLUMN "users"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "users"
COMMENT ON COLUMN "users"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "users"
COMMENT ON COLUMN "users"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "users"
COMMENT ON COLUMN "users"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "login" on table: "users"
COMMENT ON COLUMN "users"."login" IS 'Name used to sign in; unique in the workspace.';
-- set comment to column: "name" on table: "users"
COMMENT ON COLUMN "users"."name" IS 'Name shown to other people.';
-- create "memberships" table
CREATE TABLE "memberships" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "role" character varying NOT NULL, "project_id" uuid NOT NULL, "user_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "memberships_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "memberships_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "membership_project_id_user_id" to table: "memberships"
CREATE UNIQUE INDEX "membership_project_id_user_id" ON "memberships" ("project_id", "user_id");
-- create index "membership_user_id_project_id" to table: "memberships"
CREATE INDEX "membership_user_id_project_id" ON "memberships" ("user_id", "project_id");
-- set comment to table: "memberships"
COMMENT ON TABLE "memberships" IS 'A user''s role in a project.';
-- set comment to column: "id" on table: "memberships"
COMMENT ON COLUMN "memberships"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "memberships"
COMMENT ON COLUMN "memberships"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "memberships"
COMMENT ON COLUMN "memberships"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "memberships"
COMMENT ON COLUMN "memberships"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "memberships"
COMMENT ON COLUMN "memberships"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "memberships"
COMMENT ON COLUMN "memberships"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "role" on table: "memberships"
COMMENT ON COLUMN "memberships"."role" IS 'What the user may do in the project.';
-- set comment to column: "project_id" on table: "memberships"
COMMENT ON COLUMN "memberships"."project_id" IS 'Project that the user may see.';
-- set comment to column: "user_id" on table: "memberships"
COMMENT ON COLUMN "memberships"."user_id" IS 'User who is let in.';
-- create "requirement_links" table
CREATE TABLE "requirement_links" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "child_version" bigint NOT NULL DEFAULT 0, "parent_version" bigint NOT NULL DEFAULT 0, "role" character varying NOT NULL DEFAULT 'REFINES', "state" character varying NOT NULL DEFAULT 'VALID', "unresolved_key" character varying NOT NULL DEFAULT '', "project_id" uuid NOT NULL, "child_id" uuid NULL, "parent_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "requirement_links_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "requirement_links_requirements_child" FOREIGN KEY ("project_id", "child_id") REFERENCES "requirements" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "requirement_links_requirements_parent" FOREIGN KEY ("project_id", "parent_id") REFERENCES "requirements" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "requirementlink_project_id_child_id_parent_id_role" to table: "requirement_links"
CREATE UNIQUE INDEX "requirementlink_project_id_child_id_parent_id_role" ON "requirement_links" ("project_id", "child_id", "parent_id", "role") WHERE (((state)::text <> 'CLOSED'::text) AND (child_id IS NOT NULL) AND (parent_id IS NOT NULL));
-- create index "requirementlink_project_id_parent_id_child_id" to table: "requirement_links"
CREATE INDEX "requirementlink_project_id_parent_id_child_id" ON "requirement_links" ("project_id", "parent_id", "child_id");
-- create index "requirementlink_project_id_unresolved_key" to table: "requirement_links"
CREATE INDEX "requirementlink_project_id_unresolved_key" ON "requirement_links" ("project_id", "unresolved_key");
-- set comment to table: "requirement_links"
COMMENT ON TABLE "requirement_links" IS 'A link between two requirements, such as refinement, with the versions it was made for.';
-- set comment to column: "id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "child_version" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."child_version" IS 'Content version of the child that the link was made for; 0 while that end is unknown.';
-- set comment to column: "parent_version" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."parent_version" IS 'Content version of the parent that the link was made for; 0 while that end is unknown.';
-- set comment to column: "role" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."role" IS 'What the child is to the parent.';
-- set comment to column: "state" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."state" IS 'Whether the link still holds: SUSPECT when an end has a newer version, ORPHANED when an end is not there.';
-- set comment to column: "unresolved_key" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."unresolved_key" IS 'Key that the source names for the missing end; empty when both ends are there.';
-- set comment to column: "project_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "child_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."child_id" IS 'Requirement that refines, satisfies or derives from the other; empty while it is unknown.';
-- set comment to column: "parent_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."parent_id" IS 'Requirement that is refined; empty while the set does not contain it.';
-- create "requirement_versions" table
CREATE TABLE "requirement_versions" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "number" bigint NOT NULL, "title" character varying NOT NULL COLLATE "C", "text" text NOT NULL DEFAULT '', "rationale" text NOT NULL DEFAULT '', "type" character varying NOT NULL DEFAULT '' COLLATE "C", "criticality" character varying NOT NULL DEFAULT 'UNDEFINED', "attributes" jsonb NULL, "content_hash" character varying NOT NULL, "project_id" uuid NOT NULL, "requirement_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "requirement_versions_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "requirement_versions_requirements_requirement" FOREIGN KEY ("project_id", "requirement_id") REFERENCES "requirements" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "requirementversion_project_id_requirement_id_number" to table: "requirement_versions"
CREATE UNIQUE INDEX "requirementversion_project_id_requirement_id_number" ON "requirement_versions" ("project_id", "requirement_id", "number");
-- set comment to table: "requirement_versions"
COMMENT ON TABLE "requirement_versions" IS 'The frozen content of a requirement in one of its versions.';
-- set comment to column: "id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "number" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."number" IS 'Number of the version, from 1; the greatest is the present content.';
-- set comment to column: "title" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."title" IS 'Title in this version.';
-- set comment to column: "text" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."text" IS 'Statement in this version, in Markdown.';
-- set comment to column: "rationale" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."rationale" IS 'Rationale in this version.';
-- set comment to column: "type" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."type" IS 'Kind of requirement in this version.';
-- set comment to column: "criticality" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."criticality" IS 'Criticality in this version.';
-- set comment to column: "attributes" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."attributes" IS 'Further fields of the source in this version.';
-- set comment to column: "content_hash" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."content_hash" IS 'SHA-256 of the content, in hexadecimal: equal hashes mean equal content.';
-- set comment to column: "project_id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "requirement_id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."requirement_id" IS 'Requirement whose content this is.';
-- create "test_case_versions" table
CREATE TABLE "test_case_versions" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "number" bigint NOT NULL, "title" character varying NOT NULL COLLATE "C", "description" text NOT NULL DEFAULT '', "precondition" text NOT NULL DEFAULT '', "steps" jsonb NULL, "parameters" jsonb NULL, "data_rows" jsonb NULL, "content_hash" character varying NOT NULL, "project_id" uuid NOT NULL, "test_case_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "test_case_versions_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "test_case_versions_test_cases_test_case" FOREIGN KEY ("project_id", "test_case_id") REFERENCES "test_cases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "testcaseversion_project_id_test_case_id_number" to table: "test_case_versions"
CREATE UNIQUE INDEX "testcaseversion_project_id_test_case_id_number" ON "test_case_versions" ("project_id", "test_case_id", "number");
-- set comment to table: "test_case_versions"
COMMENT ON TABLE "test_case_versions" IS 'The frozen content of a test case in one of its versions.';
-- set comment to column: "id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "number" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."number" IS 'Number of the version, from 1; the greatest is the present content.';
-- set comment to column: "title" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."title" IS 'Title in this version.';
-- set comment to column: "description" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."description" IS 'Description in this version.';
-- set comment to column: "precondition" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."precondition" IS 'Precondition in this version.';
-- set comment to column: "steps" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."steps" IS 'Steps in this version.';
-- set comment to column: "parameters" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."parameters" IS 'Parameter names in this version.';
-- set comment to column: "data_rows" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."data_rows" IS 'Parameter values in this version.';
-- set comment to column: "content_hash" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."content_hash" IS 'SHA-256 of the content, in hexadecimal: equal hashes mean equal content.';
-- set comment to column: "project_id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "test_case_id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."test_case_id" IS 'Test case whose content this is.';
-- create "trace_links" table
CREATE TABLE "trace_links" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "requirement_version" bigint NOT NULL DEFAULT 0, "test_case_version" bigint NOT NULL DEFAULT 0, "role" character varying NOT NULL DEFAULT 'VERIFIES', "state" character varying NOT NULL DEFAULT 'VALID', "unresolved_key" character varying NOT NULL DEFAULT '', "reason" text NOT NULL DEFAULT '', "affirmed_by_id" uuid NULL, "affirmed_at" timestamptz NULL, "project_id" uuid NOT NULL, "requirement_id" uuid NULL, "test_case_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "trace_links_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "trace_links_requirements_requirement" FOREIGN KEY ("project_id", "requirement_id") REFERENCES "requirements" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "trace_links_test_cases_test_case" FOREIGN KEY ("project_id", "test_case_id") REFERENCES "test_cases" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "tracelink_project_id_requirement_id_test_case_id_role" to table: "trace_links"
CREATE UNIQUE INDEX "tracelink_project_id_requirement_id_test_case_id_role" ON "trace_links" ("project_id", "requirement_id", "test_case_id", "role") WHERE (((state)::text <> 'CLOSED'::text) AND (requirement_id IS NOT NULL) AND (test_case_id IS NOT NULL));
-- create index "tracelink_project_id_test_case_id_requirement_id" to table: "trace_links"
CREATE INDEX "tracelink_project_id_test_case_id_requirement_id" ON "trace_links" ("project_id", "test_case_id", "requirement_id");
-- create index "tracelink_project_id_unresolved_key" to table: "trace_links"
CREATE INDEX "tracelink_project_id_unresolved_key" ON "trace_links" ("project_id", "unresolved_key");
-- create index "tracelink_requirement_id_test_case_id" to table: "trace_links"
CREATE INDEX "tracelink_requirement_id_test_case_id" ON "trace_links" ("requirement_id", "test_case_id");
-- create index "tracelink_test_case_id_requirement_id" to table: "trace_links"
CREATE INDEX "tracelink_test_case_id_requirement_id" ON "trace_links" ("test_case_id", "requirement_id");
-- set comment to table: "trace_links"
COMMENT ON TABLE "trace_links" IS 'A link between a requirement and a test case, with the versions it was made for and whether it still holds.';
-- set comment to column: "id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "requirement_version" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."requirement_version" IS 'Content version of the requirement that the link was made or affirmed for; 0 while that end is missing.';
-- set comment to column: "test_case_version" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."test_case_version" IS 'Content version of the test case that the link was made or affirmed for; 0 while that end is missing.';
-- set comment to column: "role" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."role" IS 'What the test case is to the requirement.';
-- set comment to column: "state" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."state" IS 'Whether the link still holds: SUSPECT when an end has a newer version, ORPHANED when an end is not there, CLOSED when retired.';
-- set comment to column: "unresolved_key" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."unresolved_key" IS 'Key that the source names for the missing end; empty when both ends are there.';
-- set comment to column: "reason" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."reason" IS 'Why the link has its state; empty while it is VALID from the start.';
-- set comment to column: "affirmed_by_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."affirmed_by_id" IS 'User who last confirmed that the link holds; empty when nobody had to.';
-- set comment to column: "affirmed_at" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."affirmed_at" IS 'When somebody last confirmed that the link holds; empty when nobody had to.';
-- set comment to column: "project_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "requirement_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."requirement_id" IS 'Requirement at this end; empty while the set does not contain it.';
-- set comment to column: "test_case_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."test_case_id" IS 'Test case at this end; empty while the set does not contain it.';

-- +goose Down
-- reverse: set comment to column: "test_case_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."test_case_id" IS '';
-- reverse: set comment to column: "requirement_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."requirement_id" IS '';
-- reverse: set comment to column: "project_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."project_id" IS '';
-- reverse: set comment to column: "affirmed_at" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."affirmed_at" IS '';
-- reverse: set comment to column: "affirmed_by_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."affirmed_by_id" IS '';
-- reverse: set comment to column: "reason" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."reason" IS '';
-- reverse: set comment to column: "unresolved_key" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."unresolved_key" IS '';
-- reverse: set comment to column: "state" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."state" IS '';
-- reverse: set comment to column: "role" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."role" IS '';
-- reverse: set comment to column: "test_case_version" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."test_case_version" IS '';
-- reverse: set comment to column: "requirement_version" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."requirement_version" IS '';
-- reverse: set comment to column: "version" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "trace_links"
COMMENT ON COLUMN "trace_links"."id" IS '';
-- reverse: set comment to table: "trace_links"
COMMENT ON TABLE "trace_links" IS '';
-- reverse: create index "tracelink_test_case_id_requirement_id" to table: "trace_links"
DROP INDEX "tracelink_test_case_id_requirement_id";
-- reverse: create index "tracelink_requirement_id_test_case_id" to table: "trace_links"
DROP INDEX "tracelink_requirement_id_test_case_id";
-- reverse: create index "tracelink_project_id_unresolved_key" to table: "trace_links"
DROP INDEX "tracelink_project_id_unresolved_key";
-- reverse: create index "tracelink_project_id_test_case_id_requirement_id" to table: "trace_links"
DROP INDEX "tracelink_project_id_test_case_id_requirement_id";
-- reverse: create index "tracelink_project_id_requirement_id_test_case_id_role" to table: "trace_links"
DROP INDEX "tracelink_project_id_requirement_id_test_case_id_role";
-- reverse: create "trace_links" table
DROP TABLE "trace_links";
-- reverse: set comment to column: "test_case_id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."test_case_id" IS '';
-- reverse: set comment to column: "project_id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."project_id" IS '';
-- reverse: set comment to column: "content_hash" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."content_hash" IS '';
-- reverse: set comment to column: "data_rows" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."data_rows" IS '';
-- reverse: set comment to column: "parameters" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."parameters" IS '';
-- reverse: set comment to column: "steps" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."steps" IS '';
-- reverse: set comment to column: "precondition" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."precondition" IS '';
-- reverse: set comment to column: "description" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."description" IS '';
-- reverse: set comment to column: "title" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."title" IS '';
-- reverse: set comment to column: "number" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."number" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "test_case_versions"
COMMENT ON COLUMN "test_case_versions"."id" IS '';
-- reverse: set comment to table: "test_case_versions"
COMMENT ON TABLE "test_case_versions" IS '';
-- reverse: create index "testcaseversion_project_id_test_case_id_number" to table: "test_case_versions"
DROP INDEX "testcaseversion_project_id_test_case_id_number";
-- reverse: create "test_case_versions" table
DROP TABLE "test_case_versions";
-- reverse: set comment to column: "requirement_id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."requirement_id" IS '';
-- reverse: set comment to column: "project_id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."project_id" IS '';
-- reverse: set comment to column: "content_hash" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."content_hash" IS '';
-- reverse: set comment to column: "attributes" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."attributes" IS '';
-- reverse: set comment to column: "criticality" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."criticality" IS '';
-- reverse: set comment to column: "type" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."type" IS '';
-- reverse: set comment to column: "rationale" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."rationale" IS '';
-- reverse: set comment to column: "text" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."text" IS '';
-- reverse: set comment to column: "title" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."title" IS '';
-- reverse: set comment to column: "number" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."number" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "requirement_versions"
COMMENT ON COLUMN "requirement_versions"."id" IS '';
-- reverse: set comment to table: "requirement_versions"
COMMENT ON TABLE "requirement_versions" IS '';
-- reverse: create index "requirementversion_project_id_requirement_id_number" to table: "requirement_versions"
DROP INDEX "requirementversion_project_id_requirement_id_number";
-- reverse: create "requirement_versions" table
DROP TABLE "requirement_versions";
-- reverse: set comment to column: "parent_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."parent_id" IS '';
-- reverse: set comment to column: "child_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."child_id" IS '';
-- reverse: set comment to column: "project_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."project_id" IS '';
-- reverse: set comment to column: "unresolved_key" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."unresolved_key" IS '';
-- reverse: set comment to column: "state" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."state" IS '';
-- reverse: set comment to column: "role" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."role" IS '';
-- reverse: set comment to column: "parent_version" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."parent_version" IS '';
-- reverse: set comment to column: "child_version" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."child_version" IS '';
-- reverse: set comment to column: "version" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "requirement_links"
COMMENT ON COLUMN "requirement_links"."id" IS '';
-- reverse: set comment to table: "requirement_links"
COMMENT ON TABLE "requirement_links" IS '';
-- reverse: create index "requirementlink_project_id_unresolved_key" to table: "requirement_links"
DROP INDEX "requirementlink_project_id_unresolved_key";
-- reverse: create index "requirementlink_project_id_parent_id_child_id" to table: "requirement_links"
DROP INDEX "requirementlink_project_id_parent_id_child_id";
-- reverse: create index "requirementlink_project_id_child_id_parent_id_role" to table: "requirement_links"
DROP INDEX "requirementlink_project_id_child_id_parent_id_role";
-- reverse: create "requirement_links" table
DROP TABLE "requirement_links";
-- reverse: set comment to column: "user_id" on table: "memberships"
COMMENT ON COLUMN "memberships"."user_id" IS '';
-- reverse: set comment to column: "project_id" on table: "memberships"
COMMENT ON COLUMN "memberships"."project_id" IS '';
-- reverse: set comment to column: "role" on table: "memberships"
COMMENT ON COLUMN "memberships"."role" IS '';
-- reverse: set comment to column: "version" on table: "memberships"
COMMENT ON COLUMN "memberships"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "memberships"
COMMENT ON COLUMN "memberships"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "memberships"
COMMENT ON COLUMN "memberships"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "memberships"
COMMENT ON COLUMN "memberships"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "memberships"
COMMENT ON COLUMN "memberships"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "memberships"
COMMENT ON COLUMN "memberships"."id" IS '';
-- reverse: set comment to table: "memberships"
COMMENT ON TABLE "memberships" IS '';
-- reverse: create index "membership_user_id_project_id" to table: "memberships"
DROP INDEX "membership_user_id_project_id";
-- reverse: create index "membership_project_id_user_id" to table: "memberships"
DROP INDEX "membership_project_id_user_id";
-- reverse: create "memberships" table
DROP TABLE "memberships";
-- reverse: set comment to column: "name" on table: "users"
COMMENT ON COLUMN "users"."name" IS '';
-- reverse: set comment to column: "login" on table: "users"
COMMENT ON COLUMN "users"."login" IS '';
-- reverse: set comment to column: "version" on table: "users"
COMMENT ON COLUMN "users"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "users"
COMMENT ON COLUMN "users"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "users"
COMMENT ON COLUMN "users"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "users"
COMMENT ON COLUMN "users"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "users"
COMMENT ON COLUMN "users"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "users"
COMMENT ON COLUMN "users"."id" IS '';
-- reverse: set comment to table: "users"
COMMENT ON TABLE "users" IS '';
-- reverse: create index "users_login_key" to table: "users"
DROP INDEX "users_login_key";
-- reverse: create "users" table
DROP TABLE "users";
-- reverse: set comment to column: "project_id" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."project_id" IS '';
-- reverse: set comment to column: "last" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."last" IS '';
-- reverse: set comment to column: "kind" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."kind" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "key_counters"
COMMENT ON COLUMN "key_counters"."id" IS '';
-- reverse: set comment to table: "key_counters"
COMMENT ON TABLE "key_counters" IS '';
-- reverse: create index "keycounter_project_id_kind" to table: "key_counters"
DROP INDEX "keycounter_project_id_kind";
-- reverse: create "key_counters" table
DROP TABLE "key_counters";
-- reverse: set comment to column: "project_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."project_id" IS '';
-- reverse: set comment to column: "entity_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."entity_id" IS '';
-- reverse: set comment to column: "url" on table: "external_references"
COMMENT ON COLUMN "external_references"."url" IS '';
-- reverse: set comment to column: "external_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."external_id" IS '';
-- reverse: set comment to column: "kind" on table: "external_references"
COMMENT ON COLUMN "external_references"."kind" IS '';
-- reverse: set comment to column: "system" on table: "external_references"
COMMENT ON COLUMN "external_references"."system" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "external_references"
COMMENT ON COLUMN "external_references"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "external_references"
COMMENT ON COLUMN "external_references"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "external_references"
COMMENT ON COLUMN "external_references"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "external_references"
COMMENT ON COLUMN "external_references"."id" IS '';
-- reverse: set comment to table: "external_references"
COMMENT ON TABLE "external_references" IS '';
-- reverse: create index "externalreference_project_id_system_kind_external_id" to table: "external_references"
DROP INDEX "externalreference_project_id_system_kind_external_id";
-- reverse: create index "externalreference_project_id_entity_id" to table: "external_references"
DROP INDEX "externalreference_project_id_entity_id";
-- reverse: create "external_references" table
DROP TABLE "external_references";
-- reverse: set comment to column: "requirement_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."requirement_id" IS '';
-- reverse: set comment to column: "test_case_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."test_case_id" IS '';
-- reverse: set comment to column: "execution_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."execution_id" IS '';
-- reverse: set comment to column: "defect_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."defect_id" IS '';
-- reverse: set comment to column: "project_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."project_id" IS '';
-- reverse: set comment to column: "unresolved_kind" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."unresolved_kind" IS '';
-- reverse: set comment to column: "unresolved_key" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."unresolved_key" IS '';
-- reverse: set comment to column: "unresolved_defect" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."unresolved_defect" IS '';
-- reverse: set comment to column: "state" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."state" IS '';
-- reverse: set comment to column: "commit" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."commit" IS '';
-- reverse: set comment to column: "version" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "defect_links"
COMMENT ON COLUMN "defect_links"."id" IS '';
-- reverse: set comment to table: "defect_links"
COMMENT ON TABLE "defect_links" IS '';
-- reverse: create index "defectlink_test_case_id_defect_id" to table: "defect_links"
DROP INDEX "defectlink_test_case_id_defect_id";
-- reverse: create index "defectlink_requirement_id_defect_id" to table: "defect_links"
DROP INDEX "defectlink_requirement_id_defect_id";
-- reverse: create index "defectlink_project_id_unresolved_key" to table: "defect_links"
DROP INDEX "defectlink_project_id_unresolved_key";
-- reverse: create index "defectlink_project_id_unresolved_defect" to table: "defect_links"
DROP INDEX "defectlink_project_id_unresolved_defect";
-- reverse: create index "defectlink_project_id_defect_id_test_case_id" to table: "defect_links"
DROP INDEX "defectlink_project_id_defect_id_test_case_id";
-- reverse: create index "defectlink_project_id_defect_id_requirement_id" to table: "defect_links"
DROP INDEX "defectlink_project_id_defect_id_requirement_id";
-- reverse: create index "defectlink_project_id_defect_id_execution_id" to table: "defect_links"
DROP INDEX "defectlink_project_id_defect_id_execution_id";
-- reverse: create index "defectlink_execution_id_defect_id" to table: "defect_links"
DROP INDEX "defectlink_execution_id_defect_id";
-- reverse: create index "defectlink_defect_id" to table: "defect_links"
DROP INDEX "defectlink_defect_id";
-- reverse: create "defect_links" table
DROP TABLE "defect_links";
-- reverse: set comment to column: "release_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."release_id" IS '';
-- reverse: set comment to column: "parent_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."parent_id" IS '';
-- reverse: set comment to column: "project_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."project_id" IS '';
-- reverse: set comment to column: "attributes" on table: "requirements"
COMMENT ON COLUMN "requirements"."attributes" IS '';
-- reverse: set comment to column: "content_version" on table: "requirements"
COMMENT ON COLUMN "requirements"."content_version" IS '';
-- reverse: set comment to column: "position" on table: "requirements"
COMMENT ON COLUMN "requirements"."position" IS '';
-- reverse: set comment to column: "criticality" on table: "requirements"
COMMENT ON COLUMN "requirements"."criticality" IS '';
-- reverse: set comment to column: "status" on table: "requirements"
COMMENT ON COLUMN "requirements"."status" IS '';
-- reverse: set comment to column: "type" on table: "requirements"
COMMENT ON COLUMN "requirements"."type" IS '';
-- reverse: set comment to column: "rationale" on table: "requirements"
COMMENT ON COLUMN "requirements"."rationale" IS '';
-- reverse: set comment to column: "text" on table: "requirements"
COMMENT ON COLUMN "requirements"."text" IS '';
-- reverse: set comment to column: "title" on table: "requirements"
COMMENT ON COLUMN "requirements"."title" IS '';
-- reverse: set comment to column: "deleted_at" on table: "requirements"
COMMENT ON COLUMN "requirements"."deleted_at" IS '';
-- reverse: set comment to column: "version" on table: "requirements"
COMMENT ON COLUMN "requirements"."version" IS '';
-- reverse: set comment to column: "key" on table: "requirements"
COMMENT ON COLUMN "requirements"."key" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "requirements"
COMMENT ON COLUMN "requirements"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "requirements"
COMMENT ON COLUMN "requirements"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "requirements"
COMMENT ON COLUMN "requirements"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "requirements"
COMMENT ON COLUMN "requirements"."id" IS '';
-- reverse: set comment to table: "requirements"
COMMENT ON TABLE "requirements" IS '';
-- reverse: create index "requirements_project_id_id" to table: "requirements"
DROP INDEX "requirements_project_id_id";
-- reverse: create index "requirement_project_id_release_id" to table: "requirements"
DROP INDEX "requirement_project_id_release_id";
-- reverse: create index "requirement_project_id_position" to table: "requirements"
DROP INDEX "requirement_project_id_position";
-- reverse: create index "requirement_project_id_parent_id_position" to table: "requirements"
DROP INDEX "requirement_project_id_parent_id_position";
-- reverse: create index "requirement_project_id_key" to table: "requirements"
DROP INDEX "requirement_project_id_key";
-- reverse: create "requirements" table
DROP TABLE "requirements";
-- reverse: set comment to column: "import_run_id" on table: "executions"
COMMENT ON COLUMN "executions"."import_run_id" IS '';
-- reverse: set comment to column: "cycle_id" on table: "executions"
COMMENT ON COLUMN "executions"."cycle_id" IS '';
-- reverse: set comment to column: "environment_id" on table: "executions"
COMMENT ON COLUMN "executions"."environment_id" IS '';
-- reverse: set comment to column: "build_id" on table: "executions"
COMMENT ON COLUMN "executions"."build_id" IS '';
-- reverse: set comment to column: "test_case_id" on table: "executions"
COMMENT ON COLUMN "executions"."test_case_id" IS '';
-- reverse: set comment to column: "project_id" on table: "executions"
COMMENT ON COLUMN "executions"."project_id" IS '';
-- reverse: set comment to column: "fingerprint" on table: "executions"
COMMENT ON COLUMN "executions"."fingerprint" IS '';
-- reverse: set comment to column: "source_line" on table: "executions"
COMMENT ON COLUMN "executions"."source_line" IS '';
-- reverse: set comment to column: "source_file" on table: "executions"
COMMENT ON COLUMN "executions"."source_file" IS '';
-- reverse: set comment to column: "properties" on table: "executions"
COMMENT ON COLUMN "executions"."properties" IS '';
-- reverse: set comment to column: "step_results" on table: "executions"
COMMENT ON COLUMN "executions"."step_results" IS '';
-- reverse: set comment to column: "executor" on table: "executions"
COMMENT ON COLUMN "executions"."executor" IS '';
-- reverse: set comment to column: "executed_at" on table: "executions"
COMMENT ON COLUMN "executions"."executed_at" IS '';
-- reverse: set comment to column: "duration_ms" on table: "executions"
COMMENT ON COLUMN "executions"."duration_ms" IS '';
-- reverse: set comment to column: "failure_type" on table: "executions"
COMMENT ON COLUMN "executions"."failure_type" IS '';
-- reverse: set comment to column: "failure_text" on table: "executions"
COMMENT ON COLUMN "executions"."failure_text" IS '';
-- reverse: set comment to column: "message" on table: "executions"
COMMENT ON COLUMN "executions"."message" IS '';
-- reverse: set comment to column: "class_name" on table: "executions"
COMMENT ON COLUMN "executions"."class_name" IS '';
-- reverse: set comment to column: "name" on table: "executions"
COMMENT ON COLUMN "executions"."name" IS '';
-- reverse: set comment to column: "scenario" on table: "executions"
COMMENT ON COLUMN "executions"."scenario" IS '';
-- reverse: set comment to column: "raw_status" on table: "executions"
COMMENT ON COLUMN "executions"."raw_status" IS '';
-- reverse: set comment to column: "status" on table: "executions"
COMMENT ON COLUMN "executions"."status" IS '';
-- reverse: set comment to column: "attempt" on table: "executions"
COMMENT ON COLUMN "executions"."attempt" IS '';
-- reverse: set comment to column: "test_case_version" on table: "executions"
COMMENT ON COLUMN "executions"."test_case_version" IS '';
-- reverse: set comment to column: "version" on table: "executions"
COMMENT ON COLUMN "executions"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "executions"
COMMENT ON COLUMN "executions"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "executions"
COMMENT ON COLUMN "executions"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "executions"
COMMENT ON COLUMN "executions"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "executions"
COMMENT ON COLUMN "executions"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "executions"
COMMENT ON COLUMN "executions"."id" IS '';
-- reverse: set comment to table: "executions"
COMMENT ON TABLE "executions" IS '';
-- reverse: create index "executions_project_id_id" to table: "executions"
DROP INDEX "executions_project_id_id";
-- reverse: create index "execution_test_case_id_executed_at_id" to table: "executions"
DROP INDEX "execution_test_case_id_executed_at_id";
-- reverse: create index "execution_project_id_name" to table: "executions"
DROP INDEX "execution_project_id_name";
-- reverse: create index "execution_project_id_fingerprint" to table: "executions"
DROP INDEX "execution_project_id_fingerprint";
-- reverse: create index "execution_project_id_executed_at_id" to table: "executions"
DROP INDEX "execution_project_id_executed_at_id";
-- reverse: create index "execution_import_run_id" to table: "executions"
DROP INDEX "execution_import_run_id";
-- reverse: create index "execution_environment_id_executed_at_id" to table: "executions"
DROP INDEX "execution_environment_id_executed_at_id";
-- reverse: create index "execution_cycle_id_executed_at_id" to table: "executions"
DROP INDEX "execution_cycle_id_executed_at_id";
-- reverse: create index "execution_build_id_test_case_id_executed_at" to table: "executions"
DROP INDEX "execution_build_id_test_case_id_executed_at";
-- reverse: create "executions" table
DROP TABLE "executions";
-- reverse: set comment to column: "environment_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."environment_id" IS '';
-- reverse: set comment to column: "build_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."build_id" IS '';
-- reverse: set comment to column: "project_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."project_id" IS '';
-- reverse: set comment to column: "status" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."status" IS '';
-- reverse: set comment to column: "name" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."name" IS '';
-- reverse: set comment to column: "version" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."version" IS '';
-- reverse: set comment to column: "key" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."key" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "test_cycles"
COMMENT ON COLUMN "test_cycles"."id" IS '';
-- reverse: set comment to table: "test_cycles"
COMMENT ON TABLE "test_cycles" IS '';
-- reverse: create index "testcycle_project_id_key" to table: "test_cycles"
DROP INDEX "testcycle_project_id_key";
-- reverse: create index "testcycle_project_id_environment_id" to table: "test_cycles"
DROP INDEX "testcycle_project_id_environment_id";
-- reverse: create index "testcycle_project_id_build_id" to table: "test_cycles"
DROP INDEX "testcycle_project_id_build_id";
-- reverse: create index "test_cycles_project_id_id" to table: "test_cycles"
DROP INDEX "test_cycles_project_id_id";
-- reverse: create "test_cycles" table
DROP TABLE "test_cycles";
-- reverse: set comment to column: "project_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."project_id" IS '';
-- reverse: set comment to column: "last_execution_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."last_execution_id" IS '';
-- reverse: set comment to column: "last_status" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."last_status" IS '';
-- reverse: set comment to column: "content_version" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."content_version" IS '';
-- reverse: set comment to column: "attributes" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."attributes" IS '';
-- reverse: set comment to column: "estimate_ms" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."estimate_ms" IS '';
-- reverse: set comment to column: "aliases" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."aliases" IS '';
-- reverse: set comment to column: "automation_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."automation_id" IS '';
-- reverse: set comment to column: "data_rows" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."data_rows" IS '';
-- reverse: set comment to column: "parameters" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."parameters" IS '';
-- reverse: set comment to column: "steps" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."steps" IS '';
-- reverse: set comment to column: "precondition" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."precondition" IS '';
-- reverse: set comment to column: "description" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."description" IS '';
-- reverse: set comment to column: "level" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."level" IS '';
-- reverse: set comment to column: "priority" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."priority" IS '';
-- reverse: set comment to column: "status" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."status" IS '';
-- reverse: set comment to column: "type" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."type" IS '';
-- reverse: set comment to column: "title" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."title" IS '';
-- reverse: set comment to column: "deleted_at" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."deleted_at" IS '';
-- reverse: set comment to column: "version" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."version" IS '';
-- reverse: set comment to column: "key" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."key" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "test_cases"
COMMENT ON COLUMN "test_cases"."id" IS '';
-- reverse: set comment to table: "test_cases"
COMMENT ON TABLE "test_cases" IS '';
-- reverse: create index "testcase_project_id_last_status" to table: "test_cases"
DROP INDEX "testcase_project_id_last_status";
-- reverse: create index "testcase_project_id_key" to table: "test_cases"
DROP INDEX "testcase_project_id_key";
-- reverse: create index "testcase_project_id_automation_id" to table: "test_cases"
DROP INDEX "testcase_project_id_automation_id";
-- reverse: create index "test_cases_project_id_id" to table: "test_cases"
DROP INDEX "test_cases_project_id_id";
-- reverse: create "test_cases" table
DROP TABLE "test_cases";
-- reverse: set comment to column: "project_id" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."project_id" IS '';
-- reverse: set comment to column: "warning_count" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."warning_count" IS '';
-- reverse: set comment to column: "warnings" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."warnings" IS '';
-- reverse: set comment to column: "unchanged" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."unchanged" IS '';
-- reverse: set comment to column: "updated" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."updated" IS '';
-- reverse: set comment to column: "created" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."created" IS '';
-- reverse: set comment to column: "counts" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."counts" IS '';
-- reverse: set comment to column: "files" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."files" IS '';
-- reverse: set comment to column: "idempotency_key" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."idempotency_key" IS '';
-- reverse: set comment to column: "digest" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."digest" IS '';
-- reverse: set comment to column: "source" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."source" IS '';
-- reverse: set comment to column: "format" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."format" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "import_runs"
COMMENT ON COLUMN "import_runs"."id" IS '';
-- reverse: set comment to table: "import_runs"
COMMENT ON TABLE "import_runs" IS '';
-- reverse: create index "importrun_project_id_idempotency_key" to table: "import_runs"
DROP INDEX "importrun_project_id_idempotency_key";
-- reverse: create index "import_runs_project_id_id" to table: "import_runs"
DROP INDEX "import_runs_project_id_id";
-- reverse: create "import_runs" table
DROP TABLE "import_runs";
-- reverse: set comment to column: "duplicate_of_id" on table: "defects"
COMMENT ON COLUMN "defects"."duplicate_of_id" IS '';
-- reverse: set comment to column: "fixed_in_build_id" on table: "defects"
COMMENT ON COLUMN "defects"."fixed_in_build_id" IS '';
-- reverse: set comment to column: "found_in_environment_id" on table: "defects"
COMMENT ON COLUMN "defects"."found_in_environment_id" IS '';
-- reverse: set comment to column: "found_in_build_id" on table: "defects"
COMMENT ON COLUMN "defects"."found_in_build_id" IS '';
-- reverse: set comment to column: "project_id" on table: "defects"
COMMENT ON COLUMN "defects"."project_id" IS '';
-- reverse: set comment to column: "attributes" on table: "defects"
COMMENT ON COLUMN "defects"."attributes" IS '';
-- reverse: set comment to column: "due_at" on table: "defects"
COMMENT ON COLUMN "defects"."due_at" IS '';
-- reverse: set comment to column: "reported_at" on table: "defects"
COMMENT ON COLUMN "defects"."reported_at" IS '';
-- reverse: set comment to column: "resolution" on table: "defects"
COMMENT ON COLUMN "defects"."resolution" IS '';
-- reverse: set comment to column: "priority" on table: "defects"
COMMENT ON COLUMN "defects"."priority" IS '';
-- reverse: set comment to column: "severity" on table: "defects"
COMMENT ON COLUMN "defects"."severity" IS '';
-- reverse: set comment to column: "status" on table: "defects"
COMMENT ON COLUMN "defects"."status" IS '';
-- reverse: set comment to column: "text" on table: "defects"
COMMENT ON COLUMN "defects"."text" IS '';
-- reverse: set comment to column: "title" on table: "defects"
COMMENT ON COLUMN "defects"."title" IS '';
-- reverse: set comment to column: "deleted_at" on table: "defects"
COMMENT ON COLUMN "defects"."deleted_at" IS '';
-- reverse: set comment to column: "version" on table: "defects"
COMMENT ON COLUMN "defects"."version" IS '';
-- reverse: set comment to column: "key" on table: "defects"
COMMENT ON COLUMN "defects"."key" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "defects"
COMMENT ON COLUMN "defects"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "defects"
COMMENT ON COLUMN "defects"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "defects"
COMMENT ON COLUMN "defects"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "defects"
COMMENT ON COLUMN "defects"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "defects"
COMMENT ON COLUMN "defects"."id" IS '';
-- reverse: set comment to table: "defects"
COMMENT ON TABLE "defects" IS '';
-- reverse: create index "defects_project_id_id" to table: "defects"
DROP INDEX "defects_project_id_id";
-- reverse: create index "defect_project_id_status" to table: "defects"
DROP INDEX "defect_project_id_status";
-- reverse: create index "defect_project_id_reported_at" to table: "defects"
DROP INDEX "defect_project_id_reported_at";
-- reverse: create index "defect_project_id_key" to table: "defects"
DROP INDEX "defect_project_id_key";
-- reverse: create index "defect_found_in_build_id" to table: "defects"
DROP INDEX "defect_found_in_build_id";
-- reverse: create index "defect_fixed_in_build_id" to table: "defects"
DROP INDEX "defect_fixed_in_build_id";
-- reverse: create "defects" table
DROP TABLE "defects";
-- reverse: set comment to column: "project_id" on table: "environments"
COMMENT ON COLUMN "environments"."project_id" IS '';
-- reverse: set comment to column: "health" on table: "environments"
COMMENT ON COLUMN "environments"."health" IS '';
-- reverse: set comment to column: "status" on table: "environments"
COMMENT ON COLUMN "environments"."status" IS '';
-- reverse: set comment to column: "description" on table: "environments"
COMMENT ON COLUMN "environments"."description" IS '';
-- reverse: set comment to column: "name" on table: "environments"
COMMENT ON COLUMN "environments"."name" IS '';
-- reverse: set comment to column: "version" on table: "environments"
COMMENT ON COLUMN "environments"."version" IS '';
-- reverse: set comment to column: "key" on table: "environments"
COMMENT ON COLUMN "environments"."key" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "environments"
COMMENT ON COLUMN "environments"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "environments"
COMMENT ON COLUMN "environments"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "environments"
COMMENT ON COLUMN "environments"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "environments"
COMMENT ON COLUMN "environments"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "environments"
COMMENT ON COLUMN "environments"."id" IS '';
-- reverse: set comment to table: "environments"
COMMENT ON TABLE "environments" IS '';
-- reverse: create index "environments_project_id_id" to table: "environments"
DROP INDEX "environments_project_id_id";
-- reverse: create index "environment_project_id_key" to table: "environments"
DROP INDEX "environment_project_id_key";
-- reverse: create "environments" table
DROP TABLE "environments";
-- reverse: set comment to column: "release_id" on table: "builds"
COMMENT ON COLUMN "builds"."release_id" IS '';
-- reverse: set comment to column: "project_id" on table: "builds"
COMMENT ON COLUMN "builds"."project_id" IS '';
-- reverse: set comment to column: "built_at_stated" on table: "builds"
COMMENT ON COLUMN "builds"."built_at_stated" IS '';
-- reverse: set comment to column: "built_at" on table: "builds"
COMMENT ON COLUMN "builds"."built_at" IS '';
-- reverse: set comment to column: "digest" on table: "builds"
COMMENT ON COLUMN "builds"."digest" IS '';
-- reverse: set comment to column: "branch" on table: "builds"
COMMENT ON COLUMN "builds"."branch" IS '';
-- reverse: set comment to column: "commit" on table: "builds"
COMMENT ON COLUMN "builds"."commit" IS '';
-- reverse: set comment to column: "name" on table: "builds"
COMMENT ON COLUMN "builds"."name" IS '';
-- reverse: set comment to column: "version" on table: "builds"
COMMENT ON COLUMN "builds"."version" IS '';
-- reverse: set comment to column: "key" on table: "builds"
COMMENT ON COLUMN "builds"."key" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "builds"
COMMENT ON COLUMN "builds"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "builds"
COMMENT ON COLUMN "builds"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "builds"
COMMENT ON COLUMN "builds"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "builds"
COMMENT ON COLUMN "builds"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "builds"
COMMENT ON COLUMN "builds"."id" IS '';
-- reverse: set comment to table: "builds"
COMMENT ON TABLE "builds" IS '';
-- reverse: create index "builds_project_id_id" to table: "builds"
DROP INDEX "builds_project_id_id";
-- reverse: create index "build_project_id_release_id" to table: "builds"
DROP INDEX "build_project_id_release_id";
-- reverse: create index "build_project_id_key" to table: "builds"
DROP INDEX "build_project_id_key";
-- reverse: create "builds" table
DROP TABLE "builds";
-- reverse: set comment to column: "project_id" on table: "releases"
COMMENT ON COLUMN "releases"."project_id" IS '';
-- reverse: set comment to column: "due_at" on table: "releases"
COMMENT ON COLUMN "releases"."due_at" IS '';
-- reverse: set comment to column: "status" on table: "releases"
COMMENT ON COLUMN "releases"."status" IS '';
-- reverse: set comment to column: "description" on table: "releases"
COMMENT ON COLUMN "releases"."description" IS '';
-- reverse: set comment to column: "name" on table: "releases"
COMMENT ON COLUMN "releases"."name" IS '';
-- reverse: set comment to column: "version" on table: "releases"
COMMENT ON COLUMN "releases"."version" IS '';
-- reverse: set comment to column: "key" on table: "releases"
COMMENT ON COLUMN "releases"."key" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "releases"
COMMENT ON COLUMN "releases"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "releases"
COMMENT ON COLUMN "releases"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "releases"
COMMENT ON COLUMN "releases"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "releases"
COMMENT ON COLUMN "releases"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "releases"
COMMENT ON COLUMN "releases"."id" IS '';
-- reverse: set comment to table: "releases"
COMMENT ON TABLE "releases" IS '';
-- reverse: create index "releases_project_id_id" to table: "releases"
DROP INDEX "releases_project_id_id";
-- reverse: create index "release_project_id_key" to table: "releases"
DROP INDEX "release_project_id_key";
-- reverse: create "releases" table
DROP TABLE "releases";
-- reverse: set comment to column: "description" on table: "projects"
COMMENT ON COLUMN "projects"."description" IS '';
-- reverse: set comment to column: "name" on table: "projects"
COMMENT ON COLUMN "projects"."name" IS '';
-- reverse: set comment to column: "key" on table: "projects"
COMMENT ON COLUMN "projects"."key" IS '';
-- reverse: set comment to column: "deleted_at" on table: "projects"
COMMENT ON COLUMN "projects"."deleted_at" IS '';
-- reverse: set comment to column: "version" on table: "projects"
COMMENT ON COLUMN "projects"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "projects"
COMMENT ON COLUMN "projects"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "projects"
COMMENT ON COLUMN "projects"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "projects"
COMMENT ON COLUMN "projects"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "projects"
COMMENT ON COLUMN "projects"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "projects"
COMMENT ON COLUMN "projects"."id" IS '';
-- reverse: set comment to table: "projects"
COMMENT ON TABLE "projects" IS '';
-- reverse: create index "projects_key_key" to table: "projects"
DROP INDEX "projects_key_key";
-- reverse: create "projects" table
DROP TABLE "projects";
