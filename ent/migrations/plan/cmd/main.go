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

	_ "github.com/lib/pq"
	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/ent/migrations/plan"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: cmd NAME POSTGRES-URL")
		os.Exit(2)
	}
	sql.Register(plan.Driver, &sqlite.Driver{})
	if err := plan.Next(context.Background(), "ent/migrations", os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
