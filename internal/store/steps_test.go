package store_test

import (
	"database/sql"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"entgo.io/ent/dialect/sql/schema"
	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/ent/gen/ent/migrate"
	"github.com/asterism-qa/asterism/ent/migrations"
	"github.com/asterism-qa/asterism/ent/migrations/plan"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func init() { sql.Register(plan.Driver, &sqlite.Driver{}) }

// further are the program's steps and more of the same text for both dialects, each with the name of a later time.
func further(t *testing.T, texts ...string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for _, dialect := range []string{"sqlite", "postgres"} {
		entries, err := fs.ReadDir(migrations.Files, dialect)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			name := path.Join(dialect, entry.Name())
			text, err := fs.ReadFile(migrations.Files, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: text}
		}
		for i, text := range texts {
			name := path.Join(dialect, []string{"98000000000000_one.sql", "98000000000001_two.sql"}[i])
			files[name] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + text + "\n")}
		}
	}
	return files
}

// planned are the program's steps and the one that the planner makes when a column of requirements changes in a way
// for which SQLite must copy the whole table.
func planned(t *testing.T) fs.FS {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, migrations.Files); err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(migrate.RequirementsColumns, func(c *schema.Column) bool { return c.Name == "title" })
	column := migrate.RequirementsColumns[at]
	column.Nullable = true
	t.Cleanup(func() { column.Nullable = false })
	if err := plan.Next(t.Context(), folder, "rebuild", storetest.EmptyPostgresAddress(t)); err != nil {
		t.Fatalf("plan a step: %v", err)
	}
	made, err := fs.Glob(os.DirFS(folder), "sqlite/*_rebuild.sql")
	if err != nil || len(made) != 1 {
		t.Fatalf("the planner made %v, %v", made, err)
	}
	text, err := os.ReadFile(path.Join(folder, made[0]))
	if err != nil || !strings.Contains(string(text), "DROP TABLE `requirements`") {
		t.Fatalf("the planner no longer copies the table, so this test shows nothing: %v\n%s", err, text)
	}
	return os.DirFS(folder)
}
