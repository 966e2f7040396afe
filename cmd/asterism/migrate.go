package main

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/internal/store"
)

// migrateCommand brings a database up to date without serving it.
type migrateCommand struct{}

// Run prints {"migrations": [{"version", "name"}]}: the steps that were taken.
func (m *migrateCommand) Run(ctx context.Context, words *cli, out *output) error {
	s, err := store.Open(ctx, words.DB)
	if err != nil {
		return err
	}
	defer s.Close()
	steps, err := s.Migrate(ctx)
	if err != nil {
		return err
	}
	if out.json {
		if steps == nil {
			steps = []store.Migration{}
		}
		return out.document(map[string]any{"migrations": steps})
	}
	if len(steps) == 0 {
		out.printf("The database is up to date.\n")
	}
	for _, step := range steps {
		out.printf("%s (%s)\n", step.Name, step.Took.Round(time.Millisecond))
	}
	return nil
}
