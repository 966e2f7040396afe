-- +goose Up
-- Projects from before the feed begin theirs now; what happened to them so far is in their contents.
INSERT INTO "project_feeds" ("project_id", "epoch", "head", "floor") SELECT "id", substr(md5("id"::text || random()::text || clock_timestamp()::text), 1, 16), 0, 0 FROM "projects" ON CONFLICT DO NOTHING;
-- Every write changes the row of its project, so pages keep room for new versions and are cleaned early.
ALTER TABLE "project_feeds" SET (fillfactor = 20, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);

-- +goose Down
DELETE FROM "project_feeds";
