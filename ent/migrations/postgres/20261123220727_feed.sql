-- +goose Up
-- create "project_feeds" table
CREATE TABLE "project_feeds" ("project_id" uuid NOT NULL, "epoch" character varying NOT NULL, "head" bigint NOT NULL, "floor" bigint NOT NULL, PRIMARY KEY ("project_id"));
-- set comment to table: "project_feeds"
COMMENT ON TABLE "project_feeds" IS 'How far the feed of a project has come.';
-- set comment to column: "project_id" on table: "project_feeds"
COMMENT ON COLUMN "project_feeds"."project_id" IS 'Project whose feed it is.';
-- set comment to column: "epoch" on table: "project_feeds"
COMMENT ON COLUMN "project_feeds"."epoch" IS 'History in which the numbers count; another one after a restore.';
-- set comment to column: "head" on table: "project_feeds"
COMMENT ON COLUMN "project_feeds"."head" IS 'Number of the last change; 0 before the first.';
-- set comment to column: "floor" on table: "project_feeds"
COMMENT ON COLUMN "project_feeds"."floor" IS 'Number of the last change that is no longer kept; 0 while all are.';
-- create "change_log" table
CREATE TABLE "change_log" ("project_id" uuid NOT NULL, "seq" bigint NOT NULL, "event_id" uuid NOT NULL, "entity_id" uuid NOT NULL, "op" character varying NOT NULL, "actor_id" uuid NULL, "tx_id" uuid NOT NULL, "at" timestamptz NOT NULL, "data" text NOT NULL, PRIMARY KEY ("project_id", "seq"));
-- create index "changelog_project_id_entity_id_seq" to table: "change_log"
CREATE INDEX "changelog_project_id_entity_id_seq" ON "change_log" ("project_id", "entity_id", "seq");
-- set comment to table: "change_log"
COMMENT ON TABLE "change_log" IS 'Every change of every project, in the order of commits.';
-- set comment to column: "project_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."project_id" IS 'Project that the changed thing belongs to.';
-- set comment to column: "seq" on table: "change_log"
COMMENT ON COLUMN "change_log"."seq" IS 'Number of the change in its project, from 1, without holes.';
-- set comment to column: "event_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."event_id" IS 'Identity of the change, the same wherever it is delivered.';
-- set comment to column: "entity_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."entity_id" IS 'What was changed; its kind is in the id.';
-- set comment to column: "op" on table: "change_log"
COMMENT ON COLUMN "change_log"."op" IS 'CREATE, UPDATE or DELETE.';
-- set comment to column: "actor_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."actor_id" IS 'Who did it; empty for the system.';
-- set comment to column: "tx_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."tx_id" IS 'Transaction in which it happened, the same for all its changes.';
-- set comment to column: "at" on table: "change_log"
COMMENT ON COLUMN "change_log"."at" IS 'When it was done; order is by number, never by time.';
-- set comment to column: "data" on table: "change_log"
COMMENT ON COLUMN "change_log"."data" IS 'The rest of the envelope, as JSON text that never changes.';
-- create "consumers" table
CREATE TABLE "consumers" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "name" text NOT NULL COLLATE "C", "kind" character varying NOT NULL, "filter" jsonb NULL, "state" character varying NOT NULL DEFAULT 'ACTIVE', "state_note" text NOT NULL DEFAULT '', "project_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "consumers_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "consumer_project_id_name" to table: "consumers"
CREATE UNIQUE INDEX "consumer_project_id_name" ON "consumers" ("project_id", "name");
-- create index "consumers_project_id_id" to table: "consumers"
CREATE UNIQUE INDEX "consumers_project_id_id" ON "consumers" ("project_id", "id");
-- set comment to table: "consumers"
COMMENT ON TABLE "consumers" IS 'Somebody who follows a project''s changes and whose place is kept.';
-- set comment to column: "id" on table: "consumers"
COMMENT ON COLUMN "consumers"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "consumers"
COMMENT ON COLUMN "consumers"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "consumers"
COMMENT ON COLUMN "consumers"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "consumers"
COMMENT ON COLUMN "consumers"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "consumers"
COMMENT ON COLUMN "consumers"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "consumers"
COMMENT ON COLUMN "consumers"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "name" on table: "consumers"
COMMENT ON COLUMN "consumers"."name" IS 'What it is called; unique in its project.';
-- set comment to column: "kind" on table: "consumers"
COMMENT ON COLUMN "consumers"."kind" IS 'Whether it fetches its changes or has them sent.';
-- set comment to column: "filter" on table: "consumers"
COMMENT ON COLUMN "consumers"."filter" IS 'Which changes it wants; empty means all.';
-- set comment to column: "state" on table: "consumers"
COMMENT ON COLUMN "consumers"."state" IS 'Whether changes are handed to it; EXPIRED when what it missed is no longer kept.';
-- set comment to column: "state_note" on table: "consumers"
COMMENT ON COLUMN "consumers"."state_note" IS 'Why it is in this state, in words for the person who mends it; may be empty.';
-- set comment to column: "project_id" on table: "consumers"
COMMENT ON COLUMN "consumers"."project_id" IS 'Project that owns this; never changes.';
-- create "consumer_positions" table
CREATE TABLE "consumer_positions" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "epoch" character varying NOT NULL, "acked" bigint NOT NULL, "acked_at" timestamptz NULL, "lease" character varying NOT NULL DEFAULT '', "lease_until" timestamptz NULL, "attempts" bigint NOT NULL DEFAULT 0, "failing_since" timestamptz NULL, "next_attempt_at" timestamptz NULL, "project_id" uuid NOT NULL, "consumer_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "consumer_positions_consumers_consumer" FOREIGN KEY ("project_id", "consumer_id") REFERENCES "consumers" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "consumer_positions_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "consumerposition_project_id_consumer_id" to table: "consumer_positions"
CREATE UNIQUE INDEX "consumerposition_project_id_consumer_id" ON "consumer_positions" ("project_id", "consumer_id");
-- set comment to table: "consumer_positions"
COMMENT ON TABLE "consumer_positions" IS 'How far a consumer has come.';
-- set comment to column: "id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "epoch" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."epoch" IS 'History of the feed in which the number counts.';
-- set comment to column: "acked" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."acked" IS 'Number of the last change that the consumer has confirmed; 0 before the first.';
-- set comment to column: "acked_at" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."acked_at" IS 'When it last confirmed something; empty before the first time.';
-- set comment to column: "lease" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."lease" IS 'Secret word of the one who serves it, or served it last; empty before the first.';
-- set comment to column: "lease_until" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."lease_until" IS 'Until when nobody else may serve it; empty when nobody does.';
-- set comment to column: "attempts" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."attempts" IS 'How often the next change was sent in vain.';
-- set comment to column: "failing_since" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."failing_since" IS 'When sending the next change first failed; empty while all is well.';
-- set comment to column: "next_attempt_at" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."next_attempt_at" IS 'When it is sent again; empty while all is well.';
-- set comment to column: "project_id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "consumer_id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."consumer_id" IS 'Consumer whose position it is.';
-- create "webhooks" table
CREATE TABLE "webhooks" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "version" bigint NOT NULL DEFAULT 1, "url" character varying NOT NULL, "secret" character varying NOT NULL, "previous_secret" character varying NOT NULL DEFAULT '', "previous_until" timestamptz NULL, "skip_after" bigint NOT NULL DEFAULT 0, "project_id" uuid NOT NULL, "consumer_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "webhooks_consumers_consumer" FOREIGN KEY ("project_id", "consumer_id") REFERENCES "consumers" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "webhooks_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "webhook_project_id_consumer_id" to table: "webhooks"
CREATE UNIQUE INDEX "webhook_project_id_consumer_id" ON "webhooks" ("project_id", "consumer_id");
-- create index "webhooks_project_id_id" to table: "webhooks"
CREATE UNIQUE INDEX "webhooks_project_id_id" ON "webhooks" ("project_id", "id");
-- set comment to table: "webhooks"
COMMENT ON TABLE "webhooks" IS 'An address to which changes are sent.';
-- set comment to column: "id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "version" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."version" IS 'Counts the changes of this entity from 1; an update names the one that it saw.';
-- set comment to column: "url" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."url" IS 'Where changes are sent; an address may hold a key, so only administrators see it.';
-- set comment to column: "secret" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."secret" IS 'What signs them.';
-- set comment to column: "previous_secret" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."previous_secret" IS 'What signed them before and still does beside the new one; empty when there is none.';
-- set comment to column: "previous_until" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."previous_until" IS 'Until when the previous secret signs too.';
-- set comment to column: "skip_after" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."skip_after" IS 'After how many vain attempts a change is left out; 0 means never: sending pauses instead.';
-- set comment to column: "project_id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "consumer_id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."consumer_id" IS 'Consumer whose changes are sent.';
-- create "webhook_deliveries" table
CREATE TABLE "webhook_deliveries" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, "created_by_id" uuid NULL, "updated_by_id" uuid NULL, "seq" bigint NOT NULL, "event_id" character varying NOT NULL, "attempt" bigint NOT NULL, "outcome" character varying NOT NULL, "status" bigint NOT NULL, "latency_ms" bigint NOT NULL, "error" text NOT NULL DEFAULT '', "answer" text NOT NULL DEFAULT '', "project_id" uuid NOT NULL, "webhook_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "webhook_deliveries_projects_project" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "webhook_deliveries_webhooks_webhook" FOREIGN KEY ("project_id", "webhook_id") REFERENCES "webhooks" ("project_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "webhookdelivery_webhook_id_created_at" to table: "webhook_deliveries"
CREATE INDEX "webhookdelivery_webhook_id_created_at" ON "webhook_deliveries" ("webhook_id", "created_at");
-- set comment to table: "webhook_deliveries"
COMMENT ON TABLE "webhook_deliveries" IS 'One attempt to send one change.';
-- set comment to column: "id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."id" IS 'Identifies this entity everywhere; shown with a prefix that tells its kind.';
-- set comment to column: "created_at" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."created_at" IS 'When this was first stored, in UTC.';
-- set comment to column: "updated_at" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."updated_at" IS 'When this was last changed, in UTC; the creation time when it never was.';
-- set comment to column: "created_by_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."created_by_id" IS 'User who stored this first; empty when the system did.';
-- set comment to column: "updated_by_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."updated_by_id" IS 'User who changed this last; empty when the system did.';
-- set comment to column: "seq" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."seq" IS 'Number of the change in its project; 0 for a test ping.';
-- set comment to column: "event_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."event_id" IS 'Identity of the change, the same at every attempt.';
-- set comment to column: "attempt" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."attempt" IS 'Which attempt it was, from 1.';
-- set comment to column: "outcome" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."outcome" IS 'What came of it.';
-- set comment to column: "status" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."status" IS 'HTTP status of the answer; 0 when there was none.';
-- set comment to column: "latency_ms" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."latency_ms" IS 'How long the answer took, in milliseconds.';
-- set comment to column: "error" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."error" IS 'What went wrong, in words; empty when it was delivered.';
-- set comment to column: "answer" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."answer" IS 'How the answer began; may be empty.';
-- set comment to column: "project_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."project_id" IS 'Project that owns this; never changes.';
-- set comment to column: "webhook_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."webhook_id" IS 'Webhook that sent it.';

-- +goose Down
-- reverse: set comment to column: "webhook_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."webhook_id" IS '';
-- reverse: set comment to column: "project_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."project_id" IS '';
-- reverse: set comment to column: "answer" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."answer" IS '';
-- reverse: set comment to column: "error" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."error" IS '';
-- reverse: set comment to column: "latency_ms" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."latency_ms" IS '';
-- reverse: set comment to column: "status" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."status" IS '';
-- reverse: set comment to column: "outcome" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."outcome" IS '';
-- reverse: set comment to column: "attempt" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."attempt" IS '';
-- reverse: set comment to column: "event_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."event_id" IS '';
-- reverse: set comment to column: "seq" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."seq" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "webhook_deliveries"
COMMENT ON COLUMN "webhook_deliveries"."id" IS '';
-- reverse: set comment to table: "webhook_deliveries"
COMMENT ON TABLE "webhook_deliveries" IS '';
-- reverse: create index "webhookdelivery_webhook_id_created_at" to table: "webhook_deliveries"
DROP INDEX "webhookdelivery_webhook_id_created_at";
-- reverse: create "webhook_deliveries" table
DROP TABLE "webhook_deliveries";
-- reverse: set comment to column: "consumer_id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."consumer_id" IS '';
-- reverse: set comment to column: "project_id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."project_id" IS '';
-- reverse: set comment to column: "skip_after" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."skip_after" IS '';
-- reverse: set comment to column: "previous_until" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."previous_until" IS '';
-- reverse: set comment to column: "previous_secret" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."previous_secret" IS '';
-- reverse: set comment to column: "secret" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."secret" IS '';
-- reverse: set comment to column: "url" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."url" IS '';
-- reverse: set comment to column: "version" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "webhooks"
COMMENT ON COLUMN "webhooks"."id" IS '';
-- reverse: set comment to table: "webhooks"
COMMENT ON TABLE "webhooks" IS '';
-- reverse: create index "webhooks_project_id_id" to table: "webhooks"
DROP INDEX "webhooks_project_id_id";
-- reverse: create index "webhook_project_id_consumer_id" to table: "webhooks"
DROP INDEX "webhook_project_id_consumer_id";
-- reverse: create "webhooks" table
DROP TABLE "webhooks";
-- reverse: set comment to column: "consumer_id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."consumer_id" IS '';
-- reverse: set comment to column: "project_id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."project_id" IS '';
-- reverse: set comment to column: "next_attempt_at" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."next_attempt_at" IS '';
-- reverse: set comment to column: "failing_since" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."failing_since" IS '';
-- reverse: set comment to column: "attempts" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."attempts" IS '';
-- reverse: set comment to column: "lease_until" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."lease_until" IS '';
-- reverse: set comment to column: "lease" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."lease" IS '';
-- reverse: set comment to column: "acked_at" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."acked_at" IS '';
-- reverse: set comment to column: "acked" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."acked" IS '';
-- reverse: set comment to column: "epoch" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."epoch" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "consumer_positions"
COMMENT ON COLUMN "consumer_positions"."id" IS '';
-- reverse: set comment to table: "consumer_positions"
COMMENT ON TABLE "consumer_positions" IS '';
-- reverse: create index "consumerposition_project_id_consumer_id" to table: "consumer_positions"
DROP INDEX "consumerposition_project_id_consumer_id";
-- reverse: create "consumer_positions" table
DROP TABLE "consumer_positions";
-- reverse: set comment to column: "project_id" on table: "consumers"
COMMENT ON COLUMN "consumers"."project_id" IS '';
-- reverse: set comment to column: "state_note" on table: "consumers"
COMMENT ON COLUMN "consumers"."state_note" IS '';
-- reverse: set comment to column: "state" on table: "consumers"
COMMENT ON COLUMN "consumers"."state" IS '';
-- reverse: set comment to column: "filter" on table: "consumers"
COMMENT ON COLUMN "consumers"."filter" IS '';
-- reverse: set comment to column: "kind" on table: "consumers"
COMMENT ON COLUMN "consumers"."kind" IS '';
-- reverse: set comment to column: "name" on table: "consumers"
COMMENT ON COLUMN "consumers"."name" IS '';
-- reverse: set comment to column: "version" on table: "consumers"
COMMENT ON COLUMN "consumers"."version" IS '';
-- reverse: set comment to column: "updated_by_id" on table: "consumers"
COMMENT ON COLUMN "consumers"."updated_by_id" IS '';
-- reverse: set comment to column: "created_by_id" on table: "consumers"
COMMENT ON COLUMN "consumers"."created_by_id" IS '';
-- reverse: set comment to column: "updated_at" on table: "consumers"
COMMENT ON COLUMN "consumers"."updated_at" IS '';
-- reverse: set comment to column: "created_at" on table: "consumers"
COMMENT ON COLUMN "consumers"."created_at" IS '';
-- reverse: set comment to column: "id" on table: "consumers"
COMMENT ON COLUMN "consumers"."id" IS '';
-- reverse: set comment to table: "consumers"
COMMENT ON TABLE "consumers" IS '';
-- reverse: create index "consumers_project_id_id" to table: "consumers"
DROP INDEX "consumers_project_id_id";
-- reverse: create index "consumer_project_id_name" to table: "consumers"
DROP INDEX "consumer_project_id_name";
-- reverse: create "consumers" table
DROP TABLE "consumers";
-- reverse: set comment to column: "data" on table: "change_log"
COMMENT ON COLUMN "change_log"."data" IS '';
-- reverse: set comment to column: "at" on table: "change_log"
COMMENT ON COLUMN "change_log"."at" IS '';
-- reverse: set comment to column: "tx_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."tx_id" IS '';
-- reverse: set comment to column: "actor_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."actor_id" IS '';
-- reverse: set comment to column: "op" on table: "change_log"
COMMENT ON COLUMN "change_log"."op" IS '';
-- reverse: set comment to column: "entity_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."entity_id" IS '';
-- reverse: set comment to column: "event_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."event_id" IS '';
-- reverse: set comment to column: "seq" on table: "change_log"
COMMENT ON COLUMN "change_log"."seq" IS '';
-- reverse: set comment to column: "project_id" on table: "change_log"
COMMENT ON COLUMN "change_log"."project_id" IS '';
-- reverse: set comment to table: "change_log"
COMMENT ON TABLE "change_log" IS '';
-- reverse: create index "changelog_project_id_entity_id_seq" to table: "change_log"
DROP INDEX "changelog_project_id_entity_id_seq";
-- reverse: create "change_log" table
DROP TABLE "change_log";
-- reverse: set comment to column: "floor" on table: "project_feeds"
COMMENT ON COLUMN "project_feeds"."floor" IS '';
-- reverse: set comment to column: "head" on table: "project_feeds"
COMMENT ON COLUMN "project_feeds"."head" IS '';
-- reverse: set comment to column: "epoch" on table: "project_feeds"
COMMENT ON COLUMN "project_feeds"."epoch" IS '';
-- reverse: set comment to column: "project_id" on table: "project_feeds"
COMMENT ON COLUMN "project_feeds"."project_id" IS '';
-- reverse: set comment to table: "project_feeds"
COMMENT ON TABLE "project_feeds" IS '';
-- reverse: create "project_feeds" table
DROP TABLE "project_feeds";
