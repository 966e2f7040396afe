-- +goose Up
-- create "consumers" table
CREATE TABLE `consumers` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `kind` text NOT NULL, `filter` json NULL, `state` text NOT NULL DEFAULT ('ACTIVE'), `state_note` text NOT NULL DEFAULT (''), `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `consumers_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION);
-- create index "consumer_project_id_name" to table: "consumers"
CREATE UNIQUE INDEX `consumer_project_id_name` ON `consumers` (`project_id`, `name`);
-- create index "consumers_project_id_id" to table: "consumers"
CREATE UNIQUE INDEX `consumers_project_id_id` ON `consumers` (`project_id`, `id`);
-- create "consumer_positions" table
CREATE TABLE `consumer_positions` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `epoch` text NOT NULL, `acked` integer NOT NULL, `acked_at` datetime NULL, `lease` text NOT NULL DEFAULT (''), `lease_until` datetime NULL, `attempts` integer NOT NULL DEFAULT (0), `failing_since` datetime NULL, `next_attempt_at` datetime NULL, `project_id` text NOT NULL, `consumer_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `consumer_positions_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `consumer_positions_consumers_consumer` FOREIGN KEY (`project_id`, `consumer_id`) REFERENCES `consumers` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "consumerposition_project_id_consumer_id" to table: "consumer_positions"
CREATE UNIQUE INDEX `consumerposition_project_id_consumer_id` ON `consumer_positions` (`project_id`, `consumer_id`);
-- create "webhooks" table
CREATE TABLE `webhooks` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `version` integer NOT NULL DEFAULT (1), `url` text NOT NULL, `secret` text NOT NULL, `previous_secret` text NOT NULL DEFAULT (''), `previous_until` datetime NULL, `skip_after` integer NOT NULL DEFAULT (0), `project_id` text NOT NULL, `consumer_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `webhooks_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `webhooks_consumers_consumer` FOREIGN KEY (`project_id`, `consumer_id`) REFERENCES `consumers` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "webhook_project_id_consumer_id" to table: "webhooks"
CREATE UNIQUE INDEX `webhook_project_id_consumer_id` ON `webhooks` (`project_id`, `consumer_id`);
-- create index "webhooks_project_id_id" to table: "webhooks"
CREATE UNIQUE INDEX `webhooks_project_id_id` ON `webhooks` (`project_id`, `id`);
-- create "webhook_deliveries" table
CREATE TABLE `webhook_deliveries` (`id` text NOT NULL, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `created_by_id` text NULL, `updated_by_id` text NULL, `seq` integer NOT NULL, `event_id` text NOT NULL, `attempt` integer NOT NULL, `outcome` text NOT NULL, `status` integer NOT NULL, `latency_ms` integer NOT NULL, `error` text NOT NULL DEFAULT (''), `answer` text NOT NULL DEFAULT (''), `project_id` text NOT NULL, `webhook_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `webhook_deliveries_projects_project` FOREIGN KEY (`project_id`) REFERENCES `projects` (`id`) ON DELETE NO ACTION, CONSTRAINT `webhook_deliveries_webhooks_webhook` FOREIGN KEY (`project_id`, `webhook_id`) REFERENCES `webhooks` (`project_id`, `id`) ON DELETE NO ACTION);
-- create index "webhookdelivery_webhook_id_created_at" to table: "webhook_deliveries"
CREATE INDEX `webhookdelivery_webhook_id_created_at` ON `webhook_deliveries` (`webhook_id`, `created_at`);
-- create "project_feeds" table
CREATE TABLE `project_feeds` (`project_id` text NOT NULL, `epoch` text NOT NULL, `head` integer NOT NULL, `floor` integer NOT NULL, PRIMARY KEY (`project_id`));
-- create "change_log" table
CREATE TABLE `change_log` (`project_id` text NOT NULL, `seq` integer NOT NULL, `event_id` text NOT NULL, `entity_id` text NOT NULL, `op` text NOT NULL, `actor_id` text NULL, `tx_id` text NOT NULL, `at` datetime NOT NULL, `data` text NOT NULL, PRIMARY KEY (`project_id`, `seq`));
-- create index "changelog_project_id_entity_id_seq" to table: "change_log"
CREATE INDEX `changelog_project_id_entity_id_seq` ON `change_log` (`project_id`, `entity_id`, `seq`);

-- +goose Down
-- reverse: create index "changelog_project_id_entity_id_seq" to table: "change_log"
DROP INDEX `changelog_project_id_entity_id_seq`;
-- reverse: create "change_log" table
DROP TABLE `change_log`;
-- reverse: create "project_feeds" table
DROP TABLE `project_feeds`;
-- reverse: create index "webhookdelivery_webhook_id_created_at" to table: "webhook_deliveries"
DROP INDEX `webhookdelivery_webhook_id_created_at`;
-- reverse: create "webhook_deliveries" table
DROP TABLE `webhook_deliveries`;
-- reverse: create index "webhooks_project_id_id" to table: "webhooks"
DROP INDEX `webhooks_project_id_id`;
-- reverse: create index "webhook_project_id_consumer_id" to table: "webhooks"
DROP INDEX `webhook_project_id_consumer_id`;
-- reverse: create "webhooks" table
DROP TABLE `webhooks`;
-- reverse: create index "consumerposition_project_id_consumer_id" to table: "consumer_positions"
DROP INDEX `consumerposition_project_id_consumer_id`;
-- reverse: create "consumer_positions" table
DROP TABLE `consumer_positions`;
-- reverse: create index "consumers_project_id_id" to table: "consumers"
DROP INDEX `consumers_project_id_id`;
-- reverse: create index "consumer_project_id_name" to table: "consumers"
DROP INDEX `consumer_project_id_name`;
-- reverse: create "consumers" table
DROP TABLE `consumers`;
