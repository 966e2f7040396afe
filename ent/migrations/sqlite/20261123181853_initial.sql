-- +goose Up
-- create "builds" table
CREATE TABLE `builds` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `commit` text NOT NULL DEFAULT (''), `branch` text NOT NULL DEFAULT (''), `digest` text NOT NULL DEFAULT (''), `built_at` datetime NOT NULL, `built_at_stated` bool NOT NULL DEFAULT (false), `project_id` text NOT NULL, `release_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `builds_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `builds_releases_release` FOREIGN KEY (`project_id`, `release_id`) REFERENCES `releases` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "build_project_id_key" to table: "builds"
CREATE UNIQUE INDEX `build_project_id_key` ON `builds` (`project_id`, `key`);
-- create index "build_project_id_release_id" to table: "builds"
CREATE INDEX `build_project_id_release_id` ON `builds` (`project_id`, `release_id`);
-- create index "builds_project_id_id" to table: "builds"
CREATE UNIQUE INDEX `builds_project_id_id` ON `builds` (`project_id`, `id`);
-- create "defects" table
CREATE TABLE `defects` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `title` text NOT NULL, `text` text NOT NULL DEFAULT (''), `status` text NOT NULL DEFAULT ('NEW'), `severity` text NULL, `priority` text NULL, `resolution` text NULL, `reported_at` datetime NOT NULL, `due_at` datetime NULL, `attributes` json NULL, `project_id` text NOT NULL, `found_in_build_id` text NULL, `found_in_environment_id` text NULL, `fixed_in_build_id` text NULL, `duplicate_of_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `defects_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `defects_builds_found_in_build` FOREIGN KEY (`project_id`, `found_in_build_id`) REFERENCES `builds` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `defects_environments_found_in_environment` FOREIGN KEY (`project_id`, `found_in_environment_id`) REFERENCES `environments` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `defects_builds_fixed_in_build` FOREIGN KEY (`project_id`, `fixed_in_build_id`) REFERENCES `builds` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `defects_defects_duplicates` FOREIGN KEY (`duplicate_of_id`) REFERENCES `defects` (`id`) ON DELETE NO ACTION);
-- create index "defect_project_id_key" to table: "defects"
CREATE UNIQUE INDEX `defect_project_id_key` ON `defects` (`project_id`, `key`);
-- create index "defect_project_id_status" to table: "defects"
CREATE INDEX `defect_project_id_status` ON `defects` (`project_id`, `status`);
-- create index "defect_project_id_reported_at" to table: "defects"
CREATE INDEX `defect_project_id_reported_at` ON `defects` (`project_id`, `reported_at`);
-- create index "defect_found_in_build_id" to table: "defects"
CREATE INDEX `defect_found_in_build_id` ON `defects` (`found_in_build_id`);
-- create index "defect_fixed_in_build_id" to table: "defects"
CREATE INDEX `defect_fixed_in_build_id` ON `defects` (`fixed_in_build_id`);
-- create index "defects_project_id_id" to table: "defects"
CREATE UNIQUE INDEX `defects_project_id_id` ON `defects` (`project_id`, `id`);
-- create "defect_links" table
CREATE TABLE `defect_links` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `commit` text NOT NULL DEFAULT (''), `state` text NOT NULL DEFAULT ('VALID'), `unresolved_defect` text NOT NULL DEFAULT (''), `unresolved_key` text NOT NULL DEFAULT (''), `unresolved_kind` text NULL, `project_id` text NOT NULL, `defect_id` text NULL, `execution_id` text NULL, `test_case_id` text NULL, `requirement_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `defect_links_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `defect_links_defects_defect` FOREIGN KEY (`project_id`, `defect_id`) REFERENCES `defects` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `defect_links_executions_execution` FOREIGN KEY (`project_id`, `execution_id`) REFERENCES `executions` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `defect_links_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `defect_links_requirements_requirement` FOREIGN KEY (`project_id`, `requirement_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "defectlink_project_id_defect_id_execution_id" to table: "defect_links"
CREATE UNIQUE INDEX `defectlink_project_id_defect_id_execution_id` ON `defect_links` (`project_id`, `defect_id`, `execution_id`) WHERE state <> 'CLOSED' AND defect_id IS NOT NULL AND execution_id IS NOT NULL;
-- create index "defectlink_project_id_defect_id_test_case_id" to table: "defect_links"
CREATE UNIQUE INDEX `defectlink_project_id_defect_id_test_case_id` ON `defect_links` (`project_id`, `defect_id`, `test_case_id`) WHERE state <> 'CLOSED' AND defect_id IS NOT NULL AND test_case_id IS NOT NULL;
-- create index "defectlink_project_id_defect_id_requirement_id" to table: "defect_links"
CREATE UNIQUE INDEX `defectlink_project_id_defect_id_requirement_id` ON `defect_links` (`project_id`, `defect_id`, `requirement_id`) WHERE state <> 'CLOSED' AND defect_id IS NOT NULL AND requirement_id IS NOT NULL;
-- create index "defectlink_execution_id_defect_id" to table: "defect_links"
CREATE INDEX `defectlink_execution_id_defect_id` ON `defect_links` (`execution_id`, `defect_id`);
-- create index "defectlink_test_case_id_defect_id" to table: "defect_links"
CREATE INDEX `defectlink_test_case_id_defect_id` ON `defect_links` (`test_case_id`, `defect_id`);
-- create index "defectlink_requirement_id_defect_id" to table: "defect_links"
CREATE INDEX `defectlink_requirement_id_defect_id` ON `defect_links` (`requirement_id`, `defect_id`);
-- create index "defectlink_defect_id" to table: "defect_links"
CREATE INDEX `defectlink_defect_id` ON `defect_links` (`defect_id`);
-- create index "defectlink_project_id_unresolved_defect" to table: "defect_links"
CREATE INDEX `defectlink_project_id_unresolved_defect` ON `defect_links` (`project_id`, `unresolved_defect`);
-- create index "defectlink_project_id_unresolved_key" to table: "defect_links"
CREATE INDEX `defectlink_project_id_unresolved_key` ON `defect_links` (`project_id`, `unresolved_key`);
-- create "environments" table
CREATE TABLE `environments` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `description` text NOT NULL DEFAULT (''), `status` text NOT NULL DEFAULT ('AVAILABLE'), `health` text NOT NULL DEFAULT ('UNKNOWN'), `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `environments_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- create index "environment_project_id_key" to table: "environments"
CREATE UNIQUE INDEX `environment_project_id_key` ON `environments` (`project_id`, `key`);
-- create index "environments_project_id_id" to table: "environments"
CREATE UNIQUE INDEX `environments_project_id_id` ON `environments` (`project_id`, `id`);
-- create "executions" table
CREATE TABLE `executions` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `test_case_version` integer NOT NULL, `attempt` integer NOT NULL DEFAULT (1), `status` text NOT NULL, `raw_status` text NOT NULL DEFAULT (''), `scenario` text NOT NULL DEFAULT (''), `name` text NOT NULL DEFAULT (''), `class_name` text NOT NULL DEFAULT (''), `message` text NOT NULL DEFAULT (''), `failure_text` text NOT NULL DEFAULT (''), `failure_type` text NOT NULL DEFAULT (''), `duration_ms` integer NOT NULL DEFAULT (0), `executed_at` datetime NOT NULL, `executor` text NOT NULL DEFAULT (''), `step_results` json NULL, `properties` json NULL, `source_file` text NOT NULL DEFAULT (''), `source_line` integer NOT NULL DEFAULT (0), `fingerprint` text NOT NULL, `project_id` text NOT NULL, `test_case_id` text NOT NULL, `build_id` text NULL, `environment_id` text NULL, `cycle_id` text NULL, `import_run_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `executions_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `executions_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `executions_builds_build` FOREIGN KEY (`project_id`, `build_id`) REFERENCES `builds` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `executions_environments_environment` FOREIGN KEY (`project_id`, `environment_id`) REFERENCES `environments` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `executions_test_cycles_cycle` FOREIGN KEY (`project_id`, `cycle_id`) REFERENCES `test_cycles` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `executions_import_runs_import_run` FOREIGN KEY (`project_id`, `import_run_id`) REFERENCES `import_runs` (`project_id`, `id`) ON DELETE NO ACTION);
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
-- create index "execution_project_id_name" to table: "executions"
CREATE INDEX `execution_project_id_name` ON `executions` (`project_id`, `name`);
-- create index "executions_project_id_id" to table: "executions"
CREATE UNIQUE INDEX `executions_project_id_id` ON `executions` (`project_id`, `id`);
-- create "external_references" table
CREATE TABLE `external_references` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `system` text NOT NULL, `kind` text NOT NULL, `external_id` text NOT NULL, `url` text NOT NULL DEFAULT (''), `entity_id` text NOT NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `external_references_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- create index "externalreference_project_id_system_kind_external_id" to table: "external_references"
CREATE UNIQUE INDEX `externalreference_project_id_system_kind_external_id` ON `external_references` (`project_id`, `system`, `kind`, `external_id`);
-- create index "externalreference_project_id_entity_id" to table: "external_references"
CREATE INDEX `externalreference_project_id_entity_id` ON `external_references` (`project_id`, `entity_id`);
-- create "import_runs" table
CREATE TABLE `import_runs` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `format` text NOT NULL, `source` text NOT NULL, `digest` text NOT NULL, `idempotency_key` text NOT NULL, `files` integer NOT NULL, `counts` json NOT NULL, `created` integer NOT NULL, `updated` integer NOT NULL, `unchanged` integer NOT NULL, `warnings` json NULL, `warning_count` integer NOT NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `import_runs_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- create index "importrun_project_id_idempotency_key" to table: "import_runs"
CREATE UNIQUE INDEX `importrun_project_id_idempotency_key` ON `import_runs` (`project_id`, `idempotency_key`);
-- create index "import_runs_project_id_id" to table: "import_runs"
CREATE UNIQUE INDEX `import_runs_project_id_id` ON `import_runs` (`project_id`, `id`);
-- create "key_counters" table
CREATE TABLE `key_counters` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `kind` text NOT NULL, `last` integer NOT NULL DEFAULT (0), `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `key_counters_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- create index "keycounter_project_id_kind" to table: "key_counters"
CREATE UNIQUE INDEX `keycounter_project_id_kind` ON `key_counters` (`project_id`, `kind`);
-- create "memberships" table
CREATE TABLE `memberships` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `role` text NOT NULL, `project_id` text NOT NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `memberships_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `memberships_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- create index "membership_project_id_user_id" to table: "memberships"
CREATE UNIQUE INDEX `membership_project_id_user_id` ON `memberships` (`project_id`, `user_id`);
-- create index "membership_user_id_project_id" to table: "memberships"
CREATE INDEX `membership_user_id_project_id` ON `memberships` (`user_id`, `project_id`);
-- create "projects" table
CREATE TABLE `projects` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `key` text NOT NULL, `name` text NOT NULL, `description` text NOT NULL DEFAULT (''), PRIMARY KEY (`id`));
-- create index "projects_key_key" to table: "projects"
CREATE UNIQUE INDEX `projects_key_key` ON `projects` (`key`);
-- create "releases" table
CREATE TABLE `releases` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `description` text NOT NULL DEFAULT (''), `status` text NOT NULL DEFAULT ('PLANNED'), `due_at` datetime NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `releases_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- create index "release_project_id_key" to table: "releases"
CREATE UNIQUE INDEX `release_project_id_key` ON `releases` (`project_id`, `key`);
-- create index "releases_project_id_id" to table: "releases"
CREATE UNIQUE INDEX `releases_project_id_id` ON `releases` (`project_id`, `id`);
-- create "requirements" table
CREATE TABLE `requirements` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `title` text NOT NULL, `text` text NOT NULL DEFAULT (''), `rationale` text NOT NULL DEFAULT (''), `type` text NOT NULL DEFAULT (''), `status` text NOT NULL DEFAULT ('DRAFT'), `criticality` text NOT NULL DEFAULT ('UNDEFINED'), `position` integer NOT NULL DEFAULT (0), `content_version` integer NOT NULL DEFAULT (1), `attributes` json NULL, `project_id` text NOT NULL, `parent_id` text NULL, `release_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `requirements_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `requirements_requirements_children` FOREIGN KEY (`parent_id`) REFERENCES `requirements` (`id`) ON DELETE NO ACTION, CONSTRAINT `requirements_releases_release` FOREIGN KEY (`project_id`, `release_id`) REFERENCES `releases` (`project_id`, `id`) ON DELETE NO ACTION);
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
-- create "requirement_links" table
CREATE TABLE `requirement_links` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `child_version` integer NOT NULL DEFAULT (0), `parent_version` integer NOT NULL DEFAULT (0), `role` text NOT NULL DEFAULT ('REFINES'), `state` text NOT NULL DEFAULT ('VALID'), `unresolved_key` text NOT NULL DEFAULT (''), `project_id` text NOT NULL, `child_id` text NULL, `parent_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `requirement_links_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `requirement_links_requirements_child` FOREIGN KEY (`project_id`, `child_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `requirement_links_requirements_parent` FOREIGN KEY (`project_id`, `parent_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "requirementlink_project_id_child_id_parent_id_role" to table: "requirement_links"
CREATE UNIQUE INDEX `requirementlink_project_id_child_id_parent_id_role` ON `requirement_links` (`project_id`, `child_id`, `parent_id`, `role`) WHERE state <> 'CLOSED' AND child_id IS NOT NULL AND parent_id IS NOT NULL;
-- create index "requirementlink_project_id_parent_id_child_id" to table: "requirement_links"
CREATE INDEX `requirementlink_project_id_parent_id_child_id` ON `requirement_links` (`project_id`, `parent_id`, `child_id`);
-- create index "requirementlink_project_id_unresolved_key" to table: "requirement_links"
CREATE INDEX `requirementlink_project_id_unresolved_key` ON `requirement_links` (`project_id`, `unresolved_key`);
-- create "requirement_versions" table
CREATE TABLE `requirement_versions` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `number` integer NOT NULL, `title` text NOT NULL, `text` text NOT NULL DEFAULT (''), `rationale` text NOT NULL DEFAULT (''), `type` text NOT NULL DEFAULT (''), `criticality` text NOT NULL DEFAULT ('UNDEFINED'), `attributes` json NULL, `content_hash` text NOT NULL, `project_id` text NOT NULL, `requirement_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `requirement_versions_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `requirement_versions_requirements_requirement` FOREIGN KEY (`project_id`, `requirement_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "requirementversion_project_id_requirement_id_number" to table: "requirement_versions"
CREATE UNIQUE INDEX `requirementversion_project_id_requirement_id_number` ON `requirement_versions` (`project_id`, `requirement_id`, `number`);
-- create "test_cases" table
CREATE TABLE `test_cases` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `deleted_at` datetime NULL, `title` text NOT NULL, `type` text NOT NULL DEFAULT ('MANUAL'), `status` text NOT NULL DEFAULT ('DRAFT'), `priority` text NULL, `level` text NULL, `description` text NOT NULL DEFAULT (''), `precondition` text NOT NULL DEFAULT (''), `steps` json NULL, `parameters` json NULL, `data_rows` json NULL, `automation_id` text NOT NULL DEFAULT (''), `aliases` json NULL, `estimate_ms` integer NOT NULL DEFAULT (0), `attributes` json NULL, `content_version` integer NOT NULL DEFAULT (1), `last_status` text NOT NULL DEFAULT ('NOT_RUN'), `last_execution_id` text NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `test_cases_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- create index "testcase_project_id_key" to table: "test_cases"
CREATE UNIQUE INDEX `testcase_project_id_key` ON `test_cases` (`project_id`, `key`);
-- create index "testcase_project_id_automation_id" to table: "test_cases"
CREATE INDEX `testcase_project_id_automation_id` ON `test_cases` (`project_id`, `automation_id`);
-- create index "testcase_project_id_last_status" to table: "test_cases"
CREATE INDEX `testcase_project_id_last_status` ON `test_cases` (`project_id`, `last_status`);
-- create index "test_cases_project_id_id" to table: "test_cases"
CREATE UNIQUE INDEX `test_cases_project_id_id` ON `test_cases` (`project_id`, `id`);
-- create "test_case_versions" table
CREATE TABLE `test_case_versions` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `number` integer NOT NULL, `title` text NOT NULL, `description` text NOT NULL DEFAULT (''), `precondition` text NOT NULL DEFAULT (''), `steps` json NULL, `parameters` json NULL, `data_rows` json NULL, `content_hash` text NOT NULL, `project_id` text NOT NULL, `test_case_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `test_case_versions_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `test_case_versions_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "testcaseversion_project_id_test_case_id_number" to table: "test_case_versions"
CREATE UNIQUE INDEX `testcaseversion_project_id_test_case_id_number` ON `test_case_versions` (`project_id`, `test_case_id`, `number`);
-- create "test_cycles" table
CREATE TABLE `test_cycles` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `key` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `status` text NOT NULL DEFAULT ('RUNNING'), `project_id` text NOT NULL, `build_id` text NULL, `environment_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `test_cycles_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `test_cycles_builds_build` FOREIGN KEY (`project_id`, `build_id`) REFERENCES `builds` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `test_cycles_environments_environment` FOREIGN KEY (`project_id`, `environment_id`) REFERENCES `environments` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "testcycle_project_id_key" to table: "test_cycles"
CREATE UNIQUE INDEX `testcycle_project_id_key` ON `test_cycles` (`project_id`, `key`);
-- create index "testcycle_project_id_build_id" to table: "test_cycles"
CREATE INDEX `testcycle_project_id_build_id` ON `test_cycles` (`project_id`, `build_id`);
-- create index "testcycle_project_id_environment_id" to table: "test_cycles"
CREATE INDEX `testcycle_project_id_environment_id` ON `test_cycles` (`project_id`, `environment_id`);
-- create index "test_cycles_project_id_id" to table: "test_cycles"
CREATE UNIQUE INDEX `test_cycles_project_id_id` ON `test_cycles` (`project_id`, `id`);
-- create "trace_links" table
CREATE TABLE `trace_links` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `requirement_version` integer NOT NULL DEFAULT (0), `test_case_version` integer NOT NULL DEFAULT (0), `role` text NOT NULL DEFAULT ('VERIFIES'), `state` text NOT NULL DEFAULT ('VALID'), `unresolved_key` text NOT NULL DEFAULT (''), `reason` text NOT NULL DEFAULT (''), `affirmed_by_id` text NULL, `affirmed_at` datetime NULL, `project_id` text NOT NULL, `requirement_id` text NULL, `test_case_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `trace_links_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `trace_links_requirements_requirement` FOREIGN KEY (`project_id`, `requirement_id`) REFERENCES `requirements` (`project_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `trace_links_test_cases_test_case` FOREIGN KEY (`project_id`, `test_case_id`) REFERENCES `test_cases` (`project_id`, `id`) ON DELETE NO ACTION);
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
-- create "users" table
CREATE TABLE `users` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `login` text NOT NULL, `name` text NOT NULL, PRIMARY KEY (`id`));
-- create index "users_login_key" to table: "users"
CREATE UNIQUE INDEX `users_login_key` ON `users` (`login`);

-- +goose Down
-- reverse: create index "users_login_key" to table: "users"
DROP INDEX `users_login_key`;
-- reverse: create "users" table
DROP TABLE `users`;
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
-- reverse: create "trace_links" table
DROP TABLE `trace_links`;
-- reverse: create index "test_cycles_project_id_id" to table: "test_cycles"
DROP INDEX `test_cycles_project_id_id`;
-- reverse: create index "testcycle_project_id_environment_id" to table: "test_cycles"
DROP INDEX `testcycle_project_id_environment_id`;
-- reverse: create index "testcycle_project_id_build_id" to table: "test_cycles"
DROP INDEX `testcycle_project_id_build_id`;
-- reverse: create index "testcycle_project_id_key" to table: "test_cycles"
DROP INDEX `testcycle_project_id_key`;
-- reverse: create "test_cycles" table
DROP TABLE `test_cycles`;
-- reverse: create index "testcaseversion_project_id_test_case_id_number" to table: "test_case_versions"
DROP INDEX `testcaseversion_project_id_test_case_id_number`;
-- reverse: create "test_case_versions" table
DROP TABLE `test_case_versions`;
-- reverse: create index "test_cases_project_id_id" to table: "test_cases"
DROP INDEX `test_cases_project_id_id`;
-- reverse: create index "testcase_project_id_last_status" to table: "test_cases"
DROP INDEX `testcase_project_id_last_status`;
-- reverse: create index "testcase_project_id_automation_id" to table: "test_cases"
DROP INDEX `testcase_project_id_automation_id`;
-- reverse: create index "testcase_project_id_key" to table: "test_cases"
DROP INDEX `testcase_project_id_key`;
-- reverse: create "test_cases" table
DROP TABLE `test_cases`;
-- reverse: create index "requirementversion_project_id_requirement_id_number" to table: "requirement_versions"
DROP INDEX `requirementversion_project_id_requirement_id_number`;
-- reverse: create "requirement_versions" table
DROP TABLE `requirement_versions`;
-- reverse: create index "requirementlink_project_id_unresolved_key" to table: "requirement_links"
DROP INDEX `requirementlink_project_id_unresolved_key`;
-- reverse: create index "requirementlink_project_id_parent_id_child_id" to table: "requirement_links"
DROP INDEX `requirementlink_project_id_parent_id_child_id`;
-- reverse: create index "requirementlink_project_id_child_id_parent_id_role" to table: "requirement_links"
DROP INDEX `requirementlink_project_id_child_id_parent_id_role`;
-- reverse: create "requirement_links" table
DROP TABLE `requirement_links`;
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
-- reverse: create "requirements" table
DROP TABLE `requirements`;
-- reverse: create index "releases_project_id_id" to table: "releases"
DROP INDEX `releases_project_id_id`;
-- reverse: create index "release_project_id_key" to table: "releases"
DROP INDEX `release_project_id_key`;
-- reverse: create "releases" table
DROP TABLE `releases`;
-- reverse: create index "projects_key_key" to table: "projects"
DROP INDEX `projects_key_key`;
-- reverse: create "projects" table
DROP TABLE `projects`;
-- reverse: create index "membership_user_id_project_id" to table: "memberships"
DROP INDEX `membership_user_id_project_id`;
-- reverse: create index "membership_project_id_user_id" to table: "memberships"
DROP INDEX `membership_project_id_user_id`;
-- reverse: create "memberships" table
DROP TABLE `memberships`;
-- reverse: create index "keycounter_project_id_kind" to table: "key_counters"
DROP INDEX `keycounter_project_id_kind`;
-- reverse: create "key_counters" table
DROP TABLE `key_counters`;
-- reverse: create index "import_runs_project_id_id" to table: "import_runs"
DROP INDEX `import_runs_project_id_id`;
-- reverse: create index "importrun_project_id_idempotency_key" to table: "import_runs"
DROP INDEX `importrun_project_id_idempotency_key`;
-- reverse: create "import_runs" table
DROP TABLE `import_runs`;
-- reverse: create index "externalreference_project_id_entity_id" to table: "external_references"
DROP INDEX `externalreference_project_id_entity_id`;
-- reverse: create index "externalreference_project_id_system_kind_external_id" to table: "external_references"
DROP INDEX `externalreference_project_id_system_kind_external_id`;
-- reverse: create "external_references" table
DROP TABLE `external_references`;
-- reverse: create index "executions_project_id_id" to table: "executions"
DROP INDEX `executions_project_id_id`;
-- reverse: create index "execution_project_id_name" to table: "executions"
DROP INDEX `execution_project_id_name`;
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
-- reverse: create "executions" table
DROP TABLE `executions`;
-- reverse: create index "environments_project_id_id" to table: "environments"
DROP INDEX `environments_project_id_id`;
-- reverse: create index "environment_project_id_key" to table: "environments"
DROP INDEX `environment_project_id_key`;
-- reverse: create "environments" table
DROP TABLE `environments`;
-- reverse: create index "defectlink_project_id_unresolved_key" to table: "defect_links"
DROP INDEX `defectlink_project_id_unresolved_key`;
-- reverse: create index "defectlink_project_id_unresolved_defect" to table: "defect_links"
DROP INDEX `defectlink_project_id_unresolved_defect`;
-- reverse: create index "defectlink_defect_id" to table: "defect_links"
DROP INDEX `defectlink_defect_id`;
-- reverse: create index "defectlink_requirement_id_defect_id" to table: "defect_links"
DROP INDEX `defectlink_requirement_id_defect_id`;
-- reverse: create index "defectlink_test_case_id_defect_id" to table: "defect_links"
DROP INDEX `defectlink_test_case_id_defect_id`;
-- reverse: create index "defectlink_execution_id_defect_id" to table: "defect_links"
DROP INDEX `defectlink_execution_id_defect_id`;
-- reverse: create index "defectlink_project_id_defect_id_requirement_id" to table: "defect_links"
DROP INDEX `defectlink_project_id_defect_id_requirement_id`;
-- reverse: create index "defectlink_project_id_defect_id_test_case_id" to table: "defect_links"
DROP INDEX `defectlink_project_id_defect_id_test_case_id`;
-- reverse: create index "defectlink_project_id_defect_id_execution_id" to table: "defect_links"
DROP INDEX `defectlink_project_id_defect_id_execution_id`;
-- reverse: create "defect_links" table
DROP TABLE `defect_links`;
-- reverse: create index "defects_project_id_id" to table: "defects"
DROP INDEX `defects_project_id_id`;
-- reverse: create index "defect_fixed_in_build_id" to table: "defects"
DROP INDEX `defect_fixed_in_build_id`;
-- reverse: create index "defect_found_in_build_id" to table: "defects"
DROP INDEX `defect_found_in_build_id`;
-- reverse: create index "defect_project_id_reported_at" to table: "defects"
DROP INDEX `defect_project_id_reported_at`;
-- reverse: create index "defect_project_id_status" to table: "defects"
DROP INDEX `defect_project_id_status`;
-- reverse: create index "defect_project_id_key" to table: "defects"
DROP INDEX `defect_project_id_key`;
-- reverse: create "defects" table
DROP TABLE `defects`;
-- reverse: create index "builds_project_id_id" to table: "builds"
DROP INDEX `builds_project_id_id`;
-- reverse: create index "build_project_id_release_id" to table: "builds"
DROP INDEX `build_project_id_release_id`;
-- reverse: create index "build_project_id_key" to table: "builds"
DROP INDEX `build_project_id_key`;
-- reverse: create "builds" table
DROP TABLE `builds`;
