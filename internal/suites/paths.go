package suites

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Paths are the names from the top of the tree down to each of the suites. It takes a statement for each level of the
// tree, whatever the number of suites.
func Paths(ctx context.Context, client *ent.Client, ids []ident.ID) (map[ident.ID][]string, error) {
	known := map[ident.ID]*ent.Suite{}
	for wanted := ids; len(wanted) > 0; {
		found, err := client.Suite.Query().
			Where(func(s *sql.Selector) { s.Where(level.In(s.Dialect(), s.C(suite.FieldID), wanted)) }).
			Select(suite.FieldID, suite.FieldName, suite.FieldParentID).All(ctx)
		if err != nil {
			return nil, err
		}
		wanted = nil
		for _, one := range found {
			known[one.ID] = one
		}
		for _, one := range found {
			if one.ParentID != nil && known[*one.ParentID] == nil && !slices.Contains(wanted, *one.ParentID) {
				wanted = append(wanted, *one.ParentID)
			}
		}
	}
	paths := make(map[ident.ID][]string, len(ids))
	for _, id := range ids {
		var path []string
		for at := known[id]; at != nil && len(path) <= len(known); {
			path = append(path, at.Name)
			if at.ParentID == nil {
				break
			}
			at = known[*at.ParentID]
		}
		slices.Reverse(path)
		paths[id] = path
	}
	return paths, nil
}
