package migrations_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"io/fs"
	"maps"
	"os"
	"testing"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/ent/migrations"
	"github.com/asterism-qa/asterism/ent/migrations/plan"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func init() { sql.Register(plan.Driver, &sqlite.Driver{}) }

func TestReplayingEveryStepGivesExactlyTheModel(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, migrations.Files); err != nil {
		t.Fatal(err)
	}
	before := digests(t, os.DirFS(folder))
	if len(before) < 4 {
		t.Fatalf("only %d files were compared", len(before))
	}
	if err := plan.Next(context.Background(), folder, "missing", storetest.EmptyPostgresAddress(t)); err != nil {
		t.Fatal(err)
	}
	after := digests(t, os.DirFS(folder))
	for name := range after {
		if _, known := before[name]; !known {
			text, _ := os.ReadFile(folder + "/" + name)
			t.Errorf("the model has moved on without a migration; plan one with make migration, which would say in %s:\n%s", name, text)
		}
	}
	if !t.Failed() && !maps.Equal(before, after) {
		t.Error("planning changed a file although the steps lead to the model")
	}
}

func TestNoStepWasEditedAfterItWasPlanned(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, migrations.Files); err != nil {
		t.Fatal(err)
	}
	for _, dialect := range []string{"sqlite", "postgres"} {
		files, err := sqltool.NewGooseDir(folder + "/" + dialect)
		if err != nil {
			t.Fatal(err)
		}
		if err := migrate.Validate(files); err != nil {
			t.Errorf("%s: a step differs from what atlas.sum says: %v", dialect, err)
		}
	}
}

func digests(t *testing.T, files fs.FS) map[string][32]byte {
	t.Helper()
	found := map[string][32]byte{}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		found[name] = sha256.Sum256(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
