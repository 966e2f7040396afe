package plans

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects"
)

// newKey is the key that the input gives, when nothing of the kind has it yet, or else a made one. There are those of
// some keys that are in use.
func newKey(ctx context.Context, tx *ent.Client, project *ent.Project, thing, letters string, given *string, there func(keys []string) ([]string, error)) (string, error) {
	if given == nil {
		made, err := projects.Keys(ctx, tx, project, letters, 1, func(keys []string) (map[string]bool, error) {
			found, err := there(keys)
			taken := make(map[string]bool, len(found))
			for _, key := range found {
				taken[key] = true
			}
			return taken, err
		})
		if err != nil {
			return "", err
		}
		return made[0], nil
	}
	found, err := there([]string{*given})
	if err != nil {
		return "", err
	}
	if len(found) > 0 {
		return "", fault.New(fault.Conflict, "there is already a %s %s; choose another key", thing, *given).At("key")
	}
	return *given, nil
}
