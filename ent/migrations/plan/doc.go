// Package plan plans migrations. It completes the generated tables with what ent cannot say: foreign keys that carry the
// project, so that no row can point across the wall even if the code is wrong, and columns that sort by bytes on
// PostgreSQL.
package plan
