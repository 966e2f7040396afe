package migrations

import "embed"

// Files holds the steps of both dialects, in the folders sqlite and postgres.
//
//go:embed sqlite/*.sql postgres/*.sql sqlite/atlas.sum postgres/atlas.sum
var Files embed.FS
