package plan

import (
	"context"
	"fmt"
	"path/filepath"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql/schema"
)

// Driver is the name under which the caller registers an SQLite driver; the planner looks for it.
const Driver = dialect.SQLite

// inMemory is where SQLite replays the steps there are.
const inMemory = "sqlite://plan?mode=memory&cache=shared&_pragma=foreign_keys(1)"

// Next writes the step of each dialect that leads from the steps in the folder to the present model; none when they
// agree. The PostgreSQL database must be empty; it is only used to replay the steps there are.
func Next(ctx context.Context, folder, name, postgres string) error {
	for _, target := range []struct{ dialect, folder, url string }{
		{dialect.SQLite, "sqlite", inMemory},
		{dialect.Postgres, "postgres", postgres},
	} {
		files, err := sqltool.NewGooseDir(filepath.Join(folder, target.folder))
		if err != nil {
			return fmt.Errorf("plan %s: %w", target.dialect, err)
		}
		err = schema.Diff(ctx, target.url, name, Tables(target.dialect),
			schema.WithDir(migrate.Dir(files)), schema.WithMigrationMode(schema.ModeReplay), schema.WithDialect(target.dialect),
			schema.WithFormatter(sqltool.GooseFormatter), schema.WithDropColumn(true), schema.WithDropIndex(true),
		)
		if err != nil {
			return fmt.Errorf("plan %s: %w", target.dialect, err)
		}
	}
	return nil
}
