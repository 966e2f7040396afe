-- +goose Up
-- Projects from before the feed begin theirs now; what happened to them so far is in their contents.
INSERT INTO `project_feeds` (`project_id`, `epoch`, `head`, `floor`) SELECT `id`, lower(hex(randomblob(8))), 0, 0 FROM `projects` WHERE true ON CONFLICT DO NOTHING;

-- +goose Down
DELETE FROM `project_feeds`;
