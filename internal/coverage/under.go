package coverage

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Under are a requirement and all that refine it, however deep: those whose coverage can move its own.
func Under(ctx context.Context, client *ent.Client, root ident.ID) (map[ident.ID]bool, error) {
	refinements, err := below(ctx, client, []ident.ID{root})
	if err != nil {
		return nil, err
	}
	under := map[ident.ID]bool{}
	for _, id := range members([]ident.ID{root}, refinements) {
		under[id] = true
	}
	return under, nil
}
