// Command cmd plans the next migration of both dialects from the difference between the steps there are and the model.
//
//	go run ./ent/migrations/plan/cmd NAME POSTGRES-URL
//
// The PostgreSQL database must be empty; it is only used to replay the steps there are.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"

	atlas "ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql/schema"
	_ "github.com/lib/pq"
	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/ent/migrations/plan"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: cmd NAME POSTGRES-URL")
		os.Exit(2)
	}
	sql.Register("sqlite3", &sqlite.Driver{}) // the name that the planner looks for
	for _, target := range []struct{ dialect, folder, url string }{
		{dialect.SQLite, "ent/migrations/sqlite", "sqlite://plan?mode=memory&cache=shared&_pragma=foreign_keys(1)"},
		{dialect.Postgres, "ent/migrations/postgres", os.Args[2]},
	} {
		if err := next(target.dialect, target.folder, target.url, os.Args[1]); err != nil {
			fmt.Fprintf(os.Stderr, "plan %s: %v\n", target.dialect, err)
			os.Exit(1)
		}
	}
}

func next(d, folder, url, name string) error {
	files, err := sqltool.NewGooseDir(folder)
	if err != nil {
		return err
	}
	return schema.Diff(context.Background(), url, name, plan.Tables(d),
		schema.WithDir(atlas.Dir(files)), schema.WithMigrationMode(schema.ModeReplay), schema.WithDialect(d),
		schema.WithFormatter(sqltool.GooseFormatter), schema.WithDropColumn(true), schema.WithDropIndex(true),
	)
}
