-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_defects" table
CREATE TABLE `new_defects` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `title` text NOT NULL, `text` text NOT NULL DEFAULT (''), `status` text NOT NULL DEFAULT ('NEW'), `severity` text NULL, `priority` text NULL, `resolution` text NULL, `reported_at` datetime NOT NULL, `due_at` datetime NULL, `attributes` json NULL, `ended_at` datetime NULL, `reopened` integer NOT NULL DEFAULT (0), `project_id` text NOT NULL, `found_in_build_id` text NULL, `found_in_environment_id` text NULL, `fixed_in_build_id` text NULL, `duplicate_of_id` text NULL, `assignee_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `defects_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `defects_builds_found_in_build` FOREIGN KEY (`project_id`, `found_in_build_id`) REFERENCES `builds` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `defects_environments_found_in_environment` FOREIGN KEY (`project_id`, `found_in_environment_id`) REFERENCES `environments` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `defects_builds_fixed_in_build` FOREIGN KEY (`project_id`, `fixed_in_build_id`) REFERENCES `builds` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `defects_defects_duplicates` FOREIGN KEY (`duplicate_of_id`) REFERENCES `defects` (`id`) ON DELETE NO ACTION, CONSTRAINT `defects_users_assignee` FOREIGN KEY (`assignee_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "defects" to new temporary table "new_defects"
INSERT INTO `new_defects` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `deleted_at`, `title`, `text`, `status`, `severity`, `priority`, `resolution`, `reported_at`, `due_at`, `attributes`, `project_id`, `found_in_build_id`, `found_in_environment_id`, `fixed_in_build_id`, `duplicate_of_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `deleted_at`, `title`, `text`, `status`, `severity`, `priority`, `resolution`, `reported_at`, `due_at`, `attributes`, `project_id`, `found_in_build_id`, `found_in_environment_id`, `fixed_in_build_id`, `duplicate_of_id` FROM `defects`;
-- drop "defects" table after copying rows
DROP TABLE `defects`;
-- rename temporary table "new_defects" to "defects"
ALTER TABLE `new_defects` RENAME TO `defects`;
-- create index "defect_project_id_key" to table: "defects"
CREATE UNIQUE INDEX `defect_project_id_key` ON `defects` (`project_id`, `key`);
-- create index "defect_project_id_status" to table: "defects"
CREATE INDEX `defect_project_id_status` ON `defects` (`project_id`, `status`);
-- create index "defect_project_id_reported_at" to table: "defects"
CREATE INDEX `defect_project_id_reported_at` ON `defects` (`project_id`, `reported_at`);
-- create index "defect_assignee_id" to table: "defects"
CREATE INDEX `defect_assignee_id` ON `defects` (`assignee_id`);
-- create index "defect_duplicate_of_id" to table: "defects"
CREATE INDEX `defect_duplicate_of_id` ON `defects` (`duplicate_of_id`);
-- create index "defect_found_in_build_id" to table: "defects"
CREATE INDEX `defect_found_in_build_id` ON `defects` (`found_in_build_id`);
-- create index "defect_fixed_in_build_id" to table: "defects"
CREATE INDEX `defect_fixed_in_build_id` ON `defects` (`fixed_in_build_id`);
-- create index "defects_project_id_id" to table: "defects"
CREATE UNIQUE INDEX `defects_project_id_id` ON `defects` (`project_id`, `id`);
-- create "new_executions" table
CREATE TABLE `new_executions` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `test_case_version` integer NOT NULL, `attempt` integer NOT NULL DEFAULT (1), `status` text NOT NULL, `raw_status` text NOT NULL DEFAULT (''), `scenario` text NOT NULL DEFAULT (''), `name` text NOT NULL DEFAULT (''), `class_name` text NOT NULL DEFAULT (''), `message` text NOT NULL DEFAULT (''), `failure_text` text NOT NULL DEFAULT (''), `failure_type` text NOT NULL DEFAULT (''), `duration_ms` integer NOT NULL DEFAULT (0), `executed_at` datetime NOT NULL, `executor` text NOT NULL DEFAULT (''), `step_results` json NULL, `properties` json NULL, `source_file` text NOT NULL DEFAULT (''), `source_line` integer NOT NULL DEFAULT (0), `fingerprint` text NOT NULL, `project_id` text NOT NULL, `test_case_id` text NOT NULL, `build_id` text NULL, `environment_id` text NULL, `cycle_id` text NULL, `import_run_id` text NULL, `signature_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `executions_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `executions_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `executions_builds_build` FOREIGN KEY (`project_id`, `build_id`) REFERENCES `builds` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `executions_environments_environment` FOREIGN KEY (`project_id`, `environment_id`) REFERENCES `environments` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `executions_test_cycles_cycle` FOREIGN KEY (`project_id`, `cycle_id`) REFERENCES `test_cycles` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `executions_import_runs_import_run` FOREIGN KEY (`project_id`, `import_run_id`) REFERENCES `import_runs` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `executions_failure_signatures_signature` FOREIGN KEY (`project_id`, `signature_id`) REFERENCES `failure_signatures` (`project_id`, `id`) ON DELETE NO ACTION);
-- copy rows from old table "executions" to new temporary table "new_executions"
INSERT INTO `new_executions` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `version`, `test_case_version`, `attempt`, `status`, `raw_status`, `scenario`, `name`, `class_name`, `message`, `failure_text`, `failure_type`, `duration_ms`, `executed_at`, `executor`, `step_results`, `properties`, `source_file`, `source_line`, `fingerprint`, `project_id`, `test_case_id`, `build_id`, `environment_id`, `cycle_id`, `import_run_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `version`, `test_case_version`, `attempt`, `status`, `raw_status`, `scenario`, `name`, `class_name`, `message`, `failure_text`, `failure_type`, `duration_ms`, `executed_at`, `executor`, `step_results`, `properties`, `source_file`, `source_line`, `fingerprint`, `project_id`, `test_case_id`, `build_id`, `environment_id`, `cycle_id`, `import_run_id` FROM `executions`;
-- drop "executions" table after copying rows
DROP TABLE `executions`;
-- rename temporary table "new_executions" to "executions"
ALTER TABLE `new_executions` RENAME TO `executions`;
-- create index "execution_project_id_fingerprint" to table: "executions"
CREATE UNIQUE INDEX `execution_project_id_fingerprint` ON `executions` (`project_id`, `fingerprint`);
-- create index "execution_test_case_id_executed_at_id" to table: "executions"
CREATE INDEX `execution_test_case_id_executed_at_id` ON `executions` (`test_case_id`, `executed_at` DESC, `id` DESC);
-- create index "execution_project_id_executed_at_id" to table: "executions"
CREATE INDEX `execution_project_id_executed_at_id` ON `executions` (`project_id`, `executed_at` DESC, `id` DESC);
-- create index "execution_build_id_test_case_id_executed_at" to table: "executions"
CREATE INDEX `execution_build_id_test_case_id_executed_at` ON `executions` (`build_id`, `test_case_id`, `executed_at`);
-- create index "execution_environment_id_executed_at_id" to table: "executions"
CREATE INDEX `execution_environment_id_executed_at_id` ON `executions` (`environment_id`, `executed_at` DESC, `id` DESC);
-- create index "execution_cycle_id_executed_at_id" to table: "executions"
CREATE INDEX `execution_cycle_id_executed_at_id` ON `executions` (`cycle_id`, `executed_at` DESC, `id` DESC);
-- create index "execution_import_run_id" to table: "executions"
CREATE INDEX `execution_import_run_id` ON `executions` (`import_run_id`);
-- create index "execution_signature_id_executed_at_id" to table: "executions"
CREATE INDEX `execution_signature_id_executed_at_id` ON `executions` (`signature_id`, `executed_at` DESC, `id` DESC);
-- create index "execution_project_id_name" to table: "executions"
CREATE INDEX `execution_project_id_name` ON `executions` (`project_id`, `name`);
-- create index "executions_project_id_id" to table: "executions"
CREATE UNIQUE INDEX `executions_project_id_id` ON `executions` (`project_id`, `id`);
-- add column "requirement_fields_that_count" to table: "projects"
ALTER TABLE `projects` ADD COLUMN `requirement_fields_that_count` json NULL;
-- add column "case_fields_that_count" to table: "projects"
ALTER TABLE `projects` ADD COLUMN `case_fields_that_count` json NULL;
-- create "new_releases" table
CREATE TABLE `new_releases` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `description` text NOT NULL DEFAULT (''), `status` text NOT NULL DEFAULT ('PLANNED'), `status_note` text NOT NULL DEFAULT (''), `due_at` datetime NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `releases_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "releases" to new temporary table "new_releases"
INSERT INTO `new_releases` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `name`, `description`, `status`, `due_at`, `project_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `name`, `description`, `status`, `due_at`, `project_id` FROM `releases`;
-- drop "releases" table after copying rows
DROP TABLE `releases`;
-- rename temporary table "new_releases" to "releases"
ALTER TABLE `new_releases` RENAME TO `releases`;
-- create index "release_project_id_key" to table: "releases"
CREATE UNIQUE INDEX `release_project_id_key` ON `releases` (`project_id`, `key`);
-- create index "releases_project_id_id" to table: "releases"
CREATE UNIQUE INDEX `releases_project_id_id` ON `releases` (`project_id`, `id`);
-- create "new_requirements" table
CREATE TABLE `new_requirements` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `review_verdict` text NULL, `review_note` text NOT NULL DEFAULT (''), `reviewed_at` datetime NULL, `approved_version` integer NOT NULL DEFAULT (0), `title` text NOT NULL, `text` text NOT NULL DEFAULT (''), `rationale` text NOT NULL DEFAULT (''), `type` text NOT NULL DEFAULT (''), `status` text NOT NULL DEFAULT ('DRAFT'), `criticality` text NOT NULL DEFAULT ('UNDEFINED'), `position` integer NOT NULL DEFAULT (0), `content_version` integer NOT NULL DEFAULT (1), `attributes` json NULL, `project_id` text NOT NULL, `reviewer_id` text NULL, `parent_id` text NULL, `release_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `requirements_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `requirements_users_reviewer` FOREIGN KEY (`reviewer_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `requirements_requirements_children` FOREIGN KEY (`parent_id`) REFERENCES `requirements` (`id`) ON DELETE NO ACTION, CONSTRAINT `requirements_releases_release` FOREIGN KEY (`project_id`, `release_id`) REFERENCES `releases` (`project_id`, `id`) ON DELETE NO ACTION);
-- copy rows from old table "requirements" to new temporary table "new_requirements"
INSERT INTO `new_requirements` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `deleted_at`, `title`, `text`, `rationale`, `type`, `status`, `criticality`, `position`, `content_version`, `attributes`, `project_id`, `parent_id`, `release_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `deleted_at`, `title`, `text`, `rationale`, `type`, `status`, `criticality`, `position`, `content_version`, `attributes`, `project_id`, `parent_id`, `release_id` FROM `requirements`;
-- drop "requirements" table after copying rows
DROP TABLE `requirements`;
-- rename temporary table "new_requirements" to "requirements"
ALTER TABLE `new_requirements` RENAME TO `requirements`;
-- create index "requirement_project_id_key" to table: "requirements"
CREATE UNIQUE INDEX `requirement_project_id_key` ON `requirements` (`project_id`, `key`);
-- create index "requirement_project_id_position" to table: "requirements"
CREATE INDEX `requirement_project_id_position` ON `requirements` (`project_id`, `position`);
-- create index "requirement_project_id_parent_id_position" to table: "requirements"
CREATE INDEX `requirement_project_id_parent_id_position` ON `requirements` (`project_id`, `parent_id`, `position`);
-- create index "requirement_project_id_release_id" to table: "requirements"
CREATE INDEX `requirement_project_id_release_id` ON `requirements` (`project_id`, `release_id`);
-- create index "requirements_project_id_id" to table: "requirements"
CREATE UNIQUE INDEX `requirements_project_id_id` ON `requirements` (`project_id`, `id`);
-- create "new_requirement_links" table
CREATE TABLE `new_requirement_links` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `child_version` integer NOT NULL DEFAULT (0), `parent_version` integer NOT NULL DEFAULT (0), `role` text NOT NULL DEFAULT ('REFINES'), `state` text NOT NULL DEFAULT ('VALID'), `unresolved_key` text NOT NULL DEFAULT (''), `from_document` bool NOT NULL DEFAULT (false), `changed_fields` json NULL, `before_trash` json NULL, `reason` text NOT NULL DEFAULT (''), `affirmed_at` datetime NULL, `project_id` text NOT NULL, `child_id` text NULL, `parent_id` text NULL, `affirmed_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `requirement_links_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `requirement_links_requirements_child` FOREIGN KEY (`project_id`, `child_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `requirement_links_requirements_parent` FOREIGN KEY (`project_id`, `parent_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `requirement_links_users_affirmed_by` FOREIGN KEY (`affirmed_by_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "requirement_links" to new temporary table "new_requirement_links"
INSERT INTO `new_requirement_links` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `version`, `child_version`, `parent_version`, `role`, `state`, `unresolved_key`, `project_id`, `child_id`, `parent_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `version`, `child_version`, `parent_version`, `role`, `state`, `unresolved_key`, `project_id`, `child_id`, `parent_id` FROM `requirement_links`;
-- drop "requirement_links" table after copying rows
DROP TABLE `requirement_links`;
-- rename temporary table "new_requirement_links" to "requirement_links"
ALTER TABLE `new_requirement_links` RENAME TO `requirement_links`;
-- create index "requirementlink_project_id_child_id_parent_id_role" to table: "requirement_links"
CREATE UNIQUE INDEX `requirementlink_project_id_child_id_parent_id_role` ON `requirement_links` (`project_id`, `child_id`, `parent_id`, `role`) WHERE state <> 'CLOSED' AND child_id IS NOT NULL AND parent_id IS NOT NULL;
-- create index "requirementlink_project_id_parent_id_child_id" to table: "requirement_links"
CREATE INDEX `requirementlink_project_id_parent_id_child_id` ON `requirement_links` (`project_id`, `parent_id`, `child_id`);
-- create index "requirementlink_project_id_unresolved_key" to table: "requirement_links"
CREATE INDEX `requirementlink_project_id_unresolved_key` ON `requirement_links` (`project_id`, `unresolved_key`);
-- create "new_requirement_versions" table
CREATE TABLE `new_requirement_versions` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `number` integer NOT NULL, `title` text NOT NULL, `text` text NOT NULL DEFAULT (''), `rationale` text NOT NULL DEFAULT (''), `type` text NOT NULL DEFAULT (''), `criticality` text NOT NULL DEFAULT ('UNDEFINED'), `attributes` json NULL, `reason` text NOT NULL DEFAULT (''), `content_hash` text NOT NULL, `project_id` text NOT NULL, `requirement_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `requirement_versions_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `requirement_versions_requirements_requirement` FOREIGN KEY (`project_id`, `requirement_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION);
-- copy rows from old table "requirement_versions" to new temporary table "new_requirement_versions"
INSERT INTO `new_requirement_versions` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `number`, `title`, `text`, `rationale`, `type`, `criticality`, `attributes`, `content_hash`, `project_id`, `requirement_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `number`, `title`, `text`, `rationale`, `type`, `criticality`, `attributes`, `content_hash`, `project_id`, `requirement_id` FROM `requirement_versions`;
-- drop "requirement_versions" table after copying rows
DROP TABLE `requirement_versions`;
-- rename temporary table "new_requirement_versions" to "requirement_versions"
ALTER TABLE `new_requirement_versions` RENAME TO `requirement_versions`;
-- create index "requirementversion_project_id_requirement_id_number" to table: "requirement_versions"
CREATE UNIQUE INDEX `requirementversion_project_id_requirement_id_number` ON `requirement_versions` (`project_id`, `requirement_id`, `number`);
-- create "new_test_cases" table
CREATE TABLE `new_test_cases` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `review_verdict` text NULL, `review_note` text NOT NULL DEFAULT (''), `reviewed_at` datetime NULL, `approved_version` integer NOT NULL DEFAULT (0), `title` text NOT NULL, `type` text NOT NULL DEFAULT ('MANUAL'), `status` text NOT NULL DEFAULT ('DRAFT'), `priority` text NULL, `level` text NULL, `description` text NOT NULL DEFAULT (''), `precondition` text NOT NULL DEFAULT (''), `steps` json NULL, `parameters` json NULL, `data_rows` json NULL, `automation_id` text NOT NULL DEFAULT (''), `aliases` json NULL, `estimate_ms` integer NOT NULL DEFAULT (0), `attributes` json NULL, `content_version` integer NOT NULL DEFAULT (1), `last_status` text NOT NULL DEFAULT ('NOT_RUN'), `last_execution_id` text NULL, `project_id` text NOT NULL, `reviewer_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `test_cases_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `test_cases_users_reviewer` FOREIGN KEY (`reviewer_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "test_cases" to new temporary table "new_test_cases"
INSERT INTO `new_test_cases` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `deleted_at`, `title`, `type`, `status`, `priority`, `level`, `description`, `precondition`, `steps`, `parameters`, `data_rows`, `automation_id`, `aliases`, `estimate_ms`, `attributes`, `content_version`, `last_status`, `last_execution_id`, `project_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `deleted_at`, `title`, `type`, `status`, `priority`, `level`, `description`, `precondition`, `steps`, `parameters`, `data_rows`, `automation_id`, `aliases`, `estimate_ms`, `attributes`, `content_version`, `last_status`, `last_execution_id`, `project_id` FROM `test_cases`;
-- drop "test_cases" table after copying rows
DROP TABLE `test_cases`;
-- rename temporary table "new_test_cases" to "test_cases"
ALTER TABLE `new_test_cases` RENAME TO `test_cases`;
-- create index "testcase_project_id_key" to table: "test_cases"
CREATE UNIQUE INDEX `testcase_project_id_key` ON `test_cases` (`project_id`, `key`);
-- create index "testcase_project_id_automation_id" to table: "test_cases"
CREATE INDEX `testcase_project_id_automation_id` ON `test_cases` (`project_id`, `automation_id`);
-- create index "testcase_project_id_last_status" to table: "test_cases"
CREATE INDEX `testcase_project_id_last_status` ON `test_cases` (`project_id`, `last_status`);
-- create index "test_cases_project_id_id" to table: "test_cases"
CREATE UNIQUE INDEX `test_cases_project_id_id` ON `test_cases` (`project_id`, `id`);
-- create "new_test_case_versions" table
CREATE TABLE `new_test_case_versions` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `number` integer NOT NULL, `title` text NOT NULL, `description` text NOT NULL DEFAULT (''), `precondition` text NOT NULL DEFAULT (''), `steps` json NULL, `parameters` json NULL, `data_rows` json NULL, `reason` text NOT NULL DEFAULT (''), `content_hash` text NOT NULL, `project_id` text NOT NULL, `test_case_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `test_case_versions_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `test_case_versions_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION);
-- copy rows from old table "test_case_versions" to new temporary table "new_test_case_versions"
INSERT INTO `new_test_case_versions` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `number`, `title`, `description`, `precondition`, `steps`, `parameters`, `data_rows`, `content_hash`, `project_id`, `test_case_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `number`, `title`, `description`, `precondition`, `steps`, `parameters`, `data_rows`, `content_hash`, `project_id`, `test_case_id` FROM `test_case_versions`;
-- drop "test_case_versions" table after copying rows
DROP TABLE `test_case_versions`;
-- rename temporary table "new_test_case_versions" to "test_case_versions"
ALTER TABLE `new_test_case_versions` RENAME TO `test_case_versions`;
-- create index "testcaseversion_project_id_test_case_id_number" to table: "test_case_versions"
CREATE UNIQUE INDEX `testcaseversion_project_id_test_case_id_number` ON `test_case_versions` (`project_id`, `test_case_id`, `number`);
-- create "new_test_cycles" table
CREATE TABLE `new_test_cycles` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `status` text NOT NULL DEFAULT ('RUNNING'), `status_note` text NOT NULL DEFAULT (''), `project_id` text NOT NULL, `build_id` text NULL, `environment_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `test_cycles_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `test_cycles_builds_build` FOREIGN KEY (`project_id`, `build_id`) REFERENCES `builds` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `test_cycles_environments_environment` FOREIGN KEY (`project_id`, `environment_id`) REFERENCES `environments` (`project_id`, `id`) ON DELETE NO ACTION);
-- copy rows from old table "test_cycles" to new temporary table "new_test_cycles"
INSERT INTO `new_test_cycles` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `name`, `status`, `project_id`, `build_id`, `environment_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `key`, `version`, `name`, `status`, `project_id`, `build_id`, `environment_id` FROM `test_cycles`;
-- drop "test_cycles" table after copying rows
DROP TABLE `test_cycles`;
-- rename temporary table "new_test_cycles" to "test_cycles"
ALTER TABLE `new_test_cycles` RENAME TO `test_cycles`;
-- create index "testcycle_project_id_key" to table: "test_cycles"
CREATE UNIQUE INDEX `testcycle_project_id_key` ON `test_cycles` (`project_id`, `key`);
-- create index "testcycle_project_id_build_id" to table: "test_cycles"
CREATE INDEX `testcycle_project_id_build_id` ON `test_cycles` (`project_id`, `build_id`);
-- create index "testcycle_project_id_environment_id" to table: "test_cycles"
CREATE INDEX `testcycle_project_id_environment_id` ON `test_cycles` (`project_id`, `environment_id`);
-- create index "test_cycles_project_id_id" to table: "test_cycles"
CREATE UNIQUE INDEX `test_cycles_project_id_id` ON `test_cycles` (`project_id`, `id`);
-- create "new_trace_links" table
CREATE TABLE `new_trace_links` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `requirement_version` integer NOT NULL DEFAULT (0), `test_case_version` integer NOT NULL DEFAULT (0), `role` text NOT NULL DEFAULT ('VERIFIES'), `state` text NOT NULL DEFAULT ('VALID'), `unresolved_key` text NOT NULL DEFAULT (''), `changed_fields` json NULL, `before_trash` json NULL, `reason` text NOT NULL DEFAULT (''), `affirmed_at` datetime NULL, `project_id` text NOT NULL, `requirement_id` text NULL, `test_case_id` text NULL, `affirmed_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `trace_links_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `trace_links_requirements_requirement` FOREIGN KEY (`project_id`, `requirement_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `trace_links_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `trace_links_users_affirmed_by` FOREIGN KEY (`affirmed_by_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "trace_links" to new temporary table "new_trace_links"
INSERT INTO `new_trace_links` (`id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `version`, `requirement_version`, `test_case_version`, `role`, `state`, `unresolved_key`, `reason`, `affirmed_at`, `project_id`, `requirement_id`, `test_case_id`, `affirmed_by_id`) SELECT `id`, `created_at`, `updated_at`, `created_by_id`, `updated_by_id`, `version`, `requirement_version`, `test_case_version`, `role`, `state`, `unresolved_key`, `reason`, `affirmed_at`, `project_id`, `requirement_id`, `test_case_id`, `affirmed_by_id` FROM `trace_links`;
-- drop "trace_links" table after copying rows
DROP TABLE `trace_links`;
-- rename temporary table "new_trace_links" to "trace_links"
ALTER TABLE `new_trace_links` RENAME TO `trace_links`;
-- create index "tracelink_project_id_requirement_id_test_case_id_role" to table: "trace_links"
CREATE UNIQUE INDEX `tracelink_project_id_requirement_id_test_case_id_role` ON `trace_links` (`project_id`, `requirement_id`, `test_case_id`, `role`) WHERE state <> 'CLOSED' AND requirement_id IS NOT NULL AND test_case_id IS NOT NULL;
-- create index "tracelink_project_id_test_case_id_requirement_id" to table: "trace_links"
CREATE INDEX `tracelink_project_id_test_case_id_requirement_id` ON `trace_links` (`project_id`, `test_case_id`, `requirement_id`);
-- create index "tracelink_project_id_unresolved_key" to table: "trace_links"
CREATE INDEX `tracelink_project_id_unresolved_key` ON `trace_links` (`project_id`, `unresolved_key`);
-- create index "tracelink_requirement_id_test_case_id" to table: "trace_links"
CREATE INDEX `tracelink_requirement_id_test_case_id` ON `trace_links` (`requirement_id`, `test_case_id`);
-- create index "tracelink_test_case_id_requirement_id" to table: "trace_links"
CREATE INDEX `tracelink_test_case_id_requirement_id` ON `trace_links` (`test_case_id`, `requirement_id`);
-- create "attachments" table
CREATE TABLE `attachments` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `name` text NOT NULL, `media_type` text NOT NULL, `size_bytes` integer NOT NULL, `content_hash` text NOT NULL, `project_id` text NOT NULL, `requirement_id` text NULL, `test_case_id` text NULL, `execution_id` text NULL, `defect_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `attachments_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `attachments_requirements_requirement` FOREIGN KEY (`project_id`, `requirement_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `attachments_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `attachments_executions_execution` FOREIGN KEY (`project_id`, `execution_id`) REFERENCES `executions` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `attachments_defects_defect` FOREIGN KEY (`project_id`, `defect_id`) REFERENCES `defects` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "attachment_requirement_id_id" to table: "attachments"
CREATE INDEX `attachment_requirement_id_id` ON `attachments` (`requirement_id`, `id`);
-- create index "attachment_test_case_id_id" to table: "attachments"
CREATE INDEX `attachment_test_case_id_id` ON `attachments` (`test_case_id`, `id`);
-- create index "attachment_execution_id_id" to table: "attachments"
CREATE INDEX `attachment_execution_id_id` ON `attachments` (`execution_id`, `id`);
-- create index "attachment_defect_id_id" to table: "attachments"
CREATE INDEX `attachment_defect_id_id` ON `attachments` (`defect_id`, `id`);
-- create index "attachment_project_id_content_hash" to table: "attachments"
CREATE INDEX `attachment_project_id_content_hash` ON `attachments` (`project_id`, `content_hash`);
-- create "comments" table
CREATE TABLE `comments` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `text` text NOT NULL, `edited_at` datetime NULL, `project_id` text NOT NULL, `requirement_id` text NULL, `test_case_id` text NULL, `execution_id` text NULL, `defect_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `comments_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `comments_requirements_requirement` FOREIGN KEY (`project_id`, `requirement_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `comments_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `comments_executions_execution` FOREIGN KEY (`project_id`, `execution_id`) REFERENCES `executions` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `comments_defects_defect` FOREIGN KEY (`project_id`, `defect_id`) REFERENCES `defects` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "comment_requirement_id_id" to table: "comments"
CREATE INDEX `comment_requirement_id_id` ON `comments` (`requirement_id`, `id`);
-- create index "comment_test_case_id_id" to table: "comments"
CREATE INDEX `comment_test_case_id_id` ON `comments` (`test_case_id`, `id`);
-- create index "comment_execution_id_id" to table: "comments"
CREATE INDEX `comment_execution_id_id` ON `comments` (`execution_id`, `id`);
-- create index "comment_defect_id_id" to table: "comments"
CREATE INDEX `comment_defect_id_id` ON `comments` (`defect_id`, `id`);
-- create "content_pieces" table
CREATE TABLE `content_pieces` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `content_hash` text NOT NULL, `number` integer NOT NULL, `bytes` blob NOT NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `content_pieces_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- create index "contentpiece_project_id_content_hash_number" to table: "content_pieces"
CREATE UNIQUE INDEX `contentpiece_project_id_content_hash_number` ON `content_pieces` (`project_id`, `content_hash`, `number`);
-- create "failure_signatures" table
CREATE TABLE `failure_signatures` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `hash` text NOT NULL, `text` text NOT NULL, `class` text NOT NULL DEFAULT ('TO_INVESTIGATE'), `note` text NOT NULL DEFAULT (''), `mute_until` datetime NULL, `first_seen_at` datetime NOT NULL, `last_seen_at` datetime NOT NULL, `project_id` text NOT NULL, `defect_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `failure_signatures_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `failure_signatures_defects_defect` FOREIGN KEY (`project_id`, `defect_id`) REFERENCES `defects` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "failuresignature_project_id_hash" to table: "failure_signatures"
CREATE UNIQUE INDEX `failuresignature_project_id_hash` ON `failure_signatures` (`project_id`, `hash`);
-- create index "failuresignature_project_id_last_seen_at" to table: "failure_signatures"
CREATE INDEX `failuresignature_project_id_last_seen_at` ON `failure_signatures` (`project_id`, `last_seen_at`);
-- create index "failuresignature_defect_id" to table: "failure_signatures"
CREATE INDEX `failuresignature_defect_id` ON `failure_signatures` (`defect_id`);
-- create index "failure_signatures_project_id_id" to table: "failure_signatures"
CREATE UNIQUE INDEX `failure_signatures_project_id_id` ON `failure_signatures` (`project_id`, `id`);
-- create "receipts" table
CREATE TABLE `receipts` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `user_id` text NOT NULL, `idempotency_key` text NOT NULL, `mutation` text NOT NULL, `digest` text NOT NULL, `outcome` json NOT NULL, PRIMARY KEY (`id`));
-- create index "receipt_user_id_idempotency_key" to table: "receipts"
CREATE UNIQUE INDEX `receipt_user_id_idempotency_key` ON `receipts` (`user_id`, `idempotency_key`);
-- create index "receipt_created_at" to table: "receipts"
CREATE INDEX `receipt_created_at` ON `receipts` (`created_at`);
-- create "search_entries" table
CREATE TABLE `search_entries` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `entity_id` text NOT NULL, `row` integer NOT NULL, `kind` text NOT NULL, `key` text NOT NULL DEFAULT (''), `title` text NOT NULL DEFAULT (''), `body` text NOT NULL DEFAULT (''), `terms` text NOT NULL, `changed_at` datetime NOT NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `search_entries_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- create index "searchentry_project_id_entity_id" to table: "search_entries"
CREATE UNIQUE INDEX `searchentry_project_id_entity_id` ON `search_entries` (`project_id`, `entity_id`);
-- create index "searchentry_entity_id" to table: "search_entries"
CREATE INDEX `searchentry_entity_id` ON `search_entries` (`entity_id`);
-- create index "searchentry_row" to table: "search_entries"
CREATE INDEX `searchentry_row` ON `search_entries` (`row`);
-- create index "searchentry_project_id_kind_key" to table: "search_entries"
CREATE INDEX `searchentry_project_id_kind_key` ON `search_entries` (`project_id`, `kind`, `key`);
-- create "suites" table
CREATE TABLE `suites` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `name` text NOT NULL, `description` text NOT NULL DEFAULT (''), `position` integer NOT NULL DEFAULT (0), `project_id` text NOT NULL, `parent_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `suites_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `suites_suites_children` FOREIGN KEY (`parent_id`) REFERENCES `suites` (`id`) ON DELETE NO ACTION);
-- create index "suite_project_id_parent_id_position" to table: "suites"
CREATE INDEX `suite_project_id_parent_id_position` ON `suites` (`project_id`, `parent_id`, `position`);
-- create index "suites_project_id_id" to table: "suites"
CREATE UNIQUE INDEX `suites_project_id_id` ON `suites` (`project_id`, `id`);
-- create "suite_members" table
CREATE TABLE `suite_members` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `position` integer NOT NULL DEFAULT (0), `project_id` text NOT NULL, `suite_id` text NOT NULL, `test_case_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `suite_members_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `suite_members_suites_suite` FOREIGN KEY (`project_id`, `suite_id`) REFERENCES `suites` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `suite_members_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "suitemember_project_id_suite_id_test_case_id" to table: "suite_members"
CREATE UNIQUE INDEX `suitemember_project_id_suite_id_test_case_id` ON `suite_members` (`project_id`, `suite_id`, `test_case_id`);
-- create index "suitemember_suite_id_position_id" to table: "suite_members"
CREATE INDEX `suitemember_suite_id_position_id` ON `suite_members` (`suite_id`, `position`, `id`);
-- create index "suitemember_test_case_id_suite_id" to table: "suite_members"
CREATE INDEX `suitemember_test_case_id_suite_id` ON `suite_members` (`test_case_id`, `suite_id`);
-- create "tags" table
CREATE TABLE `tags` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `name` text NOT NULL, `folded` text NOT NULL, `project_id` text NOT NULL, `requirement_id` text NULL, `test_case_id` text NULL, `execution_id` text NULL, `defect_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `tags_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `tags_requirements_requirement` FOREIGN KEY (`project_id`, `requirement_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `tags_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `tags_executions_execution` FOREIGN KEY (`project_id`, `execution_id`) REFERENCES `executions` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `tags_defects_defect` FOREIGN KEY (`project_id`, `defect_id`) REFERENCES `defects` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "tag_requirement_id_id" to table: "tags"
CREATE INDEX `tag_requirement_id_id` ON `tags` (`requirement_id`, `id`);
-- create index "tag_test_case_id_id" to table: "tags"
CREATE INDEX `tag_test_case_id_id` ON `tags` (`test_case_id`, `id`);
-- create index "tag_execution_id_id" to table: "tags"
CREATE INDEX `tag_execution_id_id` ON `tags` (`execution_id`, `id`);
-- create index "tag_defect_id_id" to table: "tags"
CREATE INDEX `tag_defect_id_id` ON `tags` (`defect_id`, `id`);
-- create index "tag_project_id_requirement_id_folded" to table: "tags"
CREATE UNIQUE INDEX `tag_project_id_requirement_id_folded` ON `tags` (`project_id`, `requirement_id`, `folded`) WHERE requirement_id IS NOT NULL;
-- create index "tag_project_id_test_case_id_folded" to table: "tags"
CREATE UNIQUE INDEX `tag_project_id_test_case_id_folded` ON `tags` (`project_id`, `test_case_id`, `folded`) WHERE test_case_id IS NOT NULL;
-- create index "tag_project_id_execution_id_folded" to table: "tags"
CREATE UNIQUE INDEX `tag_project_id_execution_id_folded` ON `tags` (`project_id`, `execution_id`, `folded`) WHERE execution_id IS NOT NULL;
-- create index "tag_project_id_defect_id_folded" to table: "tags"
CREATE UNIQUE INDEX `tag_project_id_defect_id_folded` ON `tags` (`project_id`, `defect_id`, `folded`) WHERE defect_id IS NOT NULL;
-- create index "tag_project_id_folded" to table: "tags"
CREATE INDEX `tag_project_id_folded` ON `tags` (`project_id`, `folded`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

-- +goose Down
-- reverse: create index "tag_project_id_folded" to table: "tags"
DROP INDEX `tag_project_id_folded`;
-- reverse: create index "tag_project_id_defect_id_folded" to table: "tags"
DROP INDEX `tag_project_id_defect_id_folded`;
-- reverse: create index "tag_project_id_execution_id_folded" to table: "tags"
DROP INDEX `tag_project_id_execution_id_folded`;
-- reverse: create index "tag_project_id_test_case_id_folded" to table: "tags"
DROP INDEX `tag_project_id_test_case_id_folded`;
-- reverse: create index "tag_project_id_requirement_id_folded" to table: "tags"
DROP INDEX `tag_project_id_requirement_id_folded`;
-- reverse: create index "tag_defect_id_id" to table: "tags"
DROP INDEX `tag_defect_id_id`;
-- reverse: create index "tag_execution_id_id" to table: "tags"
DROP INDEX `tag_execution_id_id`;
-- reverse: create index "tag_test_case_id_id" to table: "tags"
DROP INDEX `tag_test_case_id_id`;
-- reverse: create index "tag_requirement_id_id" to table: "tags"
DROP INDEX `tag_requirement_id_id`;
-- reverse: create "tags" table
DROP TABLE `tags`;
-- reverse: create index "suitemember_test_case_id_suite_id" to table: "suite_members"
DROP INDEX `suitemember_test_case_id_suite_id`;
-- reverse: create index "suitemember_suite_id_position_id" to table: "suite_members"
DROP INDEX `suitemember_suite_id_position_id`;
-- reverse: create index "suitemember_project_id_suite_id_test_case_id" to table: "suite_members"
DROP INDEX `suitemember_project_id_suite_id_test_case_id`;
-- reverse: create "suite_members" table
DROP TABLE `suite_members`;
-- reverse: create index "suites_project_id_id" to table: "suites"
DROP INDEX `suites_project_id_id`;
-- reverse: create index "suite_project_id_parent_id_position" to table: "suites"
DROP INDEX `suite_project_id_parent_id_position`;
-- reverse: create "suites" table
DROP TABLE `suites`;
-- reverse: create index "searchentry_project_id_kind_key" to table: "search_entries"
DROP INDEX `searchentry_project_id_kind_key`;
-- reverse: create index "searchentry_row" to table: "search_entries"
DROP INDEX `searchentry_row`;
-- reverse: create index "searchentry_entity_id" to table: "search_entries"
DROP INDEX `searchentry_entity_id`;
-- reverse: create index "searchentry_project_id_entity_id" to table: "search_entries"
DROP INDEX `searchentry_project_id_entity_id`;
-- reverse: create "search_entries" table
DROP TABLE `search_entries`;
-- reverse: create index "receipt_created_at" to table: "receipts"
DROP INDEX `receipt_created_at`;
-- reverse: create index "receipt_user_id_idempotency_key" to table: "receipts"
DROP INDEX `receipt_user_id_idempotency_key`;
-- reverse: create "receipts" table
DROP TABLE `receipts`;
-- reverse: create index "failure_signatures_project_id_id" to table: "failure_signatures"
DROP INDEX `failure_signatures_project_id_id`;
-- reverse: create index "failuresignature_defect_id" to table: "failure_signatures"
DROP INDEX `failuresignature_defect_id`;
-- reverse: create index "failuresignature_project_id_last_seen_at" to table: "failure_signatures"
DROP INDEX `failuresignature_project_id_last_seen_at`;
-- reverse: create index "failuresignature_project_id_hash" to table: "failure_signatures"
DROP INDEX `failuresignature_project_id_hash`;
-- reverse: create "failure_signatures" table
DROP TABLE `failure_signatures`;
-- reverse: create index "contentpiece_project_id_content_hash_number" to table: "content_pieces"
DROP INDEX `contentpiece_project_id_content_hash_number`;
-- reverse: create "content_pieces" table
DROP TABLE `content_pieces`;
-- reverse: create index "comment_defect_id_id" to table: "comments"
DROP INDEX `comment_defect_id_id`;
-- reverse: create index "comment_execution_id_id" to table: "comments"
DROP INDEX `comment_execution_id_id`;
-- reverse: create index "comment_test_case_id_id" to table: "comments"
DROP INDEX `comment_test_case_id_id`;
-- reverse: create index "comment_requirement_id_id" to table: "comments"
DROP INDEX `comment_requirement_id_id`;
-- reverse: create "comments" table
DROP TABLE `comments`;
-- reverse: create index "attachment_project_id_content_hash" to table: "attachments"
DROP INDEX `attachment_project_id_content_hash`;
-- reverse: create index "attachment_defect_id_id" to table: "attachments"
DROP INDEX `attachment_defect_id_id`;
-- reverse: create index "attachment_execution_id_id" to table: "attachments"
DROP INDEX `attachment_execution_id_id`;
-- reverse: create index "attachment_test_case_id_id" to table: "attachments"
DROP INDEX `attachment_test_case_id_id`;
-- reverse: create index "attachment_requirement_id_id" to table: "attachments"
DROP INDEX `attachment_requirement_id_id`;
-- reverse: create "attachments" table
DROP TABLE `attachments`;
-- reverse: create index "tracelink_test_case_id_requirement_id" to table: "trace_links"
DROP INDEX `tracelink_test_case_id_requirement_id`;
-- reverse: create index "tracelink_requirement_id_test_case_id" to table: "trace_links"
DROP INDEX `tracelink_requirement_id_test_case_id`;
-- reverse: create index "tracelink_project_id_unresolved_key" to table: "trace_links"
DROP INDEX `tracelink_project_id_unresolved_key`;
-- reverse: create index "tracelink_project_id_test_case_id_requirement_id" to table: "trace_links"
DROP INDEX `tracelink_project_id_test_case_id_requirement_id`;
-- reverse: create index "tracelink_project_id_requirement_id_test_case_id_role" to table: "trace_links"
DROP INDEX `tracelink_project_id_requirement_id_test_case_id_role`;
-- reverse: create "new_trace_links" table
DROP TABLE `new_trace_links`;
-- reverse: create index "test_cycles_project_id_id" to table: "test_cycles"
DROP INDEX `test_cycles_project_id_id`;
-- reverse: create index "testcycle_project_id_environment_id" to table: "test_cycles"
DROP INDEX `testcycle_project_id_environment_id`;
-- reverse: create index "testcycle_project_id_build_id" to table: "test_cycles"
DROP INDEX `testcycle_project_id_build_id`;
-- reverse: create index "testcycle_project_id_key" to table: "test_cycles"
DROP INDEX `testcycle_project_id_key`;
-- reverse: create "new_test_cycles" table
DROP TABLE `new_test_cycles`;
-- reverse: create index "testcaseversion_project_id_test_case_id_number" to table: "test_case_versions"
DROP INDEX `testcaseversion_project_id_test_case_id_number`;
-- reverse: create "new_test_case_versions" table
DROP TABLE `new_test_case_versions`;
-- reverse: create index "test_cases_project_id_id" to table: "test_cases"
DROP INDEX `test_cases_project_id_id`;
-- reverse: create index "testcase_project_id_last_status" to table: "test_cases"
DROP INDEX `testcase_project_id_last_status`;
-- reverse: create index "testcase_project_id_automation_id" to table: "test_cases"
DROP INDEX `testcase_project_id_automation_id`;
-- reverse: create index "testcase_project_id_key" to table: "test_cases"
DROP INDEX `testcase_project_id_key`;
-- reverse: create "new_test_cases" table
DROP TABLE `new_test_cases`;
-- reverse: create index "requirementversion_project_id_requirement_id_number" to table: "requirement_versions"
DROP INDEX `requirementversion_project_id_requirement_id_number`;
-- reverse: create "new_requirement_versions" table
DROP TABLE `new_requirement_versions`;
-- reverse: create index "requirementlink_project_id_unresolved_key" to table: "requirement_links"
DROP INDEX `requirementlink_project_id_unresolved_key`;
-- reverse: create index "requirementlink_project_id_parent_id_child_id" to table: "requirement_links"
DROP INDEX `requirementlink_project_id_parent_id_child_id`;
-- reverse: create index "requirementlink_project_id_child_id_parent_id_role" to table: "requirement_links"
DROP INDEX `requirementlink_project_id_child_id_parent_id_role`;
-- reverse: create "new_requirement_links" table
DROP TABLE `new_requirement_links`;
-- reverse: create index "requirements_project_id_id" to table: "requirements"
DROP INDEX `requirements_project_id_id`;
-- reverse: create index "requirement_project_id_release_id" to table: "requirements"
DROP INDEX `requirement_project_id_release_id`;
-- reverse: create index "requirement_project_id_parent_id_position" to table: "requirements"
DROP INDEX `requirement_project_id_parent_id_position`;
-- reverse: create index "requirement_project_id_position" to table: "requirements"
DROP INDEX `requirement_project_id_position`;
-- reverse: create index "requirement_project_id_key" to table: "requirements"
DROP INDEX `requirement_project_id_key`;
-- reverse: create "new_requirements" table
DROP TABLE `new_requirements`;
-- reverse: create index "releases_project_id_id" to table: "releases"
DROP INDEX `releases_project_id_id`;
-- reverse: create index "release_project_id_key" to table: "releases"
DROP INDEX `release_project_id_key`;
-- reverse: create "new_releases" table
DROP TABLE `new_releases`;
-- reverse: add column "case_fields_that_count" to table: "projects"
ALTER TABLE `projects` DROP COLUMN `case_fields_that_count`;
-- reverse: add column "requirement_fields_that_count" to table: "projects"
ALTER TABLE `projects` DROP COLUMN `requirement_fields_that_count`;
-- reverse: create index "executions_project_id_id" to table: "executions"
DROP INDEX `executions_project_id_id`;
-- reverse: create index "execution_project_id_name" to table: "executions"
DROP INDEX `execution_project_id_name`;
-- reverse: create index "execution_signature_id_executed_at_id" to table: "executions"
DROP INDEX `execution_signature_id_executed_at_id`;
-- reverse: create index "execution_import_run_id" to table: "executions"
DROP INDEX `execution_import_run_id`;
-- reverse: create index "execution_cycle_id_executed_at_id" to table: "executions"
DROP INDEX `execution_cycle_id_executed_at_id`;
-- reverse: create index "execution_environment_id_executed_at_id" to table: "executions"
DROP INDEX `execution_environment_id_executed_at_id`;
-- reverse: create index "execution_build_id_test_case_id_executed_at" to table: "executions"
DROP INDEX `execution_build_id_test_case_id_executed_at`;
-- reverse: create index "execution_project_id_executed_at_id" to table: "executions"
DROP INDEX `execution_project_id_executed_at_id`;
-- reverse: create index "execution_test_case_id_executed_at_id" to table: "executions"
DROP INDEX `execution_test_case_id_executed_at_id`;
-- reverse: create index "execution_project_id_fingerprint" to table: "executions"
DROP INDEX `execution_project_id_fingerprint`;
-- reverse: create "new_executions" table
DROP TABLE `new_executions`;
-- reverse: create index "defects_project_id_id" to table: "defects"
DROP INDEX `defects_project_id_id`;
-- reverse: create index "defect_fixed_in_build_id" to table: "defects"
DROP INDEX `defect_fixed_in_build_id`;
-- reverse: create index "defect_found_in_build_id" to table: "defects"
DROP INDEX `defect_found_in_build_id`;
-- reverse: create index "defect_duplicate_of_id" to table: "defects"
DROP INDEX `defect_duplicate_of_id`;
-- reverse: create index "defect_assignee_id" to table: "defects"
DROP INDEX `defect_assignee_id`;
-- reverse: create index "defect_project_id_reported_at" to table: "defects"
DROP INDEX `defect_project_id_reported_at`;
-- reverse: create index "defect_project_id_status" to table: "defects"
DROP INDEX `defect_project_id_status`;
-- reverse: create index "defect_project_id_key" to table: "defects"
DROP INDEX `defect_project_id_key`;
-- reverse: create "new_defects" table
DROP TABLE `new_defects`;
