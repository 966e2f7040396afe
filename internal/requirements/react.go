package requirements

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Raised lists the entities of a kind whose content got a new version.
func Raised(news []changes.Change, kind ident.Kind) []ident.ID {
	return pick(news, func(c changes.Change) bool {
		return c.Op == changes.Update && c.Entity.Kind() == kind && c.Touches(requirement.FieldContentVersion)
	})
}

// Arrived lists the entities of a kind that were made.
func Arrived(news []changes.Change, kind ident.Kind) []ident.ID {
	return pick(news, func(c changes.Change) bool { return c.Op == changes.Create && c.Entity.Kind() == kind })
}

func pick(news []changes.Change, wanted func(changes.Change) bool) []ident.ID {
	var ids []ident.ID
	for _, c := range news {
		if wanted(c) {
			ids = append(ids, c.Entity)
		}
	}
	return ids
}

// Suspect is the reaction to new content: links that were made for an older version have to be looked at again.
func Suspect(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	for chunk := range slices.Chunk(Raised(news, ident.Requirement), bulk.Size) {
		err := tx.RequirementLink.Update().
			Where(requirementlink.StateEQ(requirementlink.StateVALID), outdated(chunk)).
			SetState(requirementlink.StateSUSPECT).AddVersion(1).Exec(ctx)
		if err != nil {
			return bulk.Explain(err, "link between requirements")
		}
	}
	return nil
}

// outdated keeps links of these requirements that are pinned to another version than the present one.
func outdated(ids []ident.ID) predicate.RequirementLink {
	return func(s *sql.Selector) {
		s.Where(sql.Or(
			sql.And(bulk.InIDs(s.Dialect(), s.C(requirementlink.FieldChildID), ids),
				PinnedElsewhere(s, requirementlink.FieldChildVersion, requirement.Table, requirementlink.FieldChildID)),
			sql.And(bulk.InIDs(s.Dialect(), s.C(requirementlink.FieldParentID), ids),
				PinnedElsewhere(s, requirementlink.FieldParentVersion, requirement.Table, requirementlink.FieldParentID)),
		))
	}
}

// PinnedElsewhere is true for links whose pinned version is not the content version that the row of a table has now.
func PinnedElsewhere(s *sql.Selector, pinned, table, end string) *sql.Predicate {
	d := sql.Dialect(s.Dialect())
	there := d.Table(table).As("pinned")
	return sql.Exists(d.SelectExpr(sql.Expr("1")).From(there).Where(sql.And(
		sql.ColumnsEQ(there.C(requirement.FieldID), s.C(end)),
		sql.ColumnsNEQ(there.C(requirement.FieldContentVersion), s.C(pinned)),
	)))
}

// Adopt is the reaction to new requirements: links that wait for one by its key get their end.
func Adopt(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	for chunk := range slices.Chunk(Arrived(news, ident.Requirement), bulk.Size) {
		found, err := tx.Requirement.LoadByIDs(ctx, chunk)
		if err != nil {
			return err
		}
		if err := adopt(ctx, tx, found); err != nil {
			return bulk.Explain(err, "link between requirements")
		}
	}
	return nil
}

func adopt(ctx context.Context, tx *ent.Client, found map[ident.ID]*ent.Requirement) error {
	arrived := map[ident.ID]map[string]*ent.Requirement{} // project, key
	var keys []string
	for _, one := range found {
		if arrived[one.ProjectID] == nil {
			arrived[one.ProjectID] = map[string]*ent.Requirement{}
		}
		arrived[one.ProjectID][one.Key] = one
		keys = append(keys, one.Key)
	}
	for project, byKey := range arrived {
		orphans, err := tx.RequirementLink.Query().Where(
			requirementlink.ProjectID(project), requirementlink.StateEQ(requirementlink.StateORPHANED),
			bulk.Texts[predicate.RequirementLink](requirementlink.FieldUnresolvedKey, keys),
		).All(ctx)
		if err != nil {
			return err
		}
		for _, orphan := range orphans {
			end := byKey[orphan.UnresolvedKey]
			if end == nil {
				continue
			}
			update := tx.RequirementLink.UpdateOneID(orphan.ID).SetUnresolvedKey("").SetState(requirementlink.StateVALID).AddVersion(1)
			if orphan.ChildID == nil {
				update.SetChildID(end.ID).SetChildVersion(end.ContentVersion)
			} else {
				update.SetParentID(end.ID).SetParentVersion(end.ContentVersion)
			}
			if err := update.Exec(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}
