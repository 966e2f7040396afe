package requirements

import (
	"context"

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

// Returned lists the entities of a kind that went into the trash or came out of it.
func Returned(news []changes.Change, kind ident.Kind) []ident.ID {
	return pick(news, func(c changes.Change) bool {
		return c.Op == changes.Update && c.Entity.Kind() == kind && c.Touches(requirement.FieldDeletedAt)
	})
}

// Suspect is the reaction to new content: links that were made for an older version have to be looked at again, if what
// has changed since counts in the project.
func Suspect(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	raised := Raised(news, ident.Requirement)
	if len(raised) == 0 {
		return nil
	}
	links, err := lockedLinks(ctx, tx, outdated(raised),
		requirementlink.StateIn(requirementlink.StateVALID, requirementlink.StateSUSPECT))
	if err != nil {
		return err
	}
	judged, err := judge(ctx, tx, links)
	if err != nil {
		return err
	}
	for _, one := range links {
		switch v := judged[one.ID]; {
		case v.state != requirementlink.StateVALID:
		case one.State == requirementlink.StateVALID: // it keeps why it was affirmed
			delete(judged, one.ID)
		default: // only a person can say that it holds again
			judged[one.ID] = unaffirmed
		}
	}
	return settle(ctx, tx, links, judged)
}

// unaffirmed is a link whose ends say again what it was made for.
var unaffirmed = verdict{state: requirementlink.StateSUSPECT, reason: "nothing that counts differs any more; affirm it"}

// Trashed is the reaction to requirements that went into the trash or came out of it: their links have no end to speak of
// meanwhile, and are judged by their pinned versions when they have both ends again. One that was SUSPECT stays so.
func Trashed(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	touched := Returned(news, ident.Requirement)
	if len(touched) == 0 {
		return nil
	}
	links, err := lockedLinks(ctx, tx, eitherEnd(touched), requirementlink.StateNEQ(requirementlink.StateCLOSED),
		requirementlink.ChildIDNotNil(), requirementlink.ParentIDNotNil())
	if err != nil {
		return err
	}
	judged, err := judge(ctx, tx, links)
	if err != nil {
		return err
	}
	for _, one := range links {
		switch v := judged[one.ID]; {
		case one.State != requirementlink.StateORPHANED && v.state != requirementlink.StateORPHANED:
			delete(judged, one.ID) // both ends were there all the time
		case v.state != requirementlink.StateVALID || one.BeforeTrash == nil:
		case one.BeforeTrash.State == string(requirementlink.StateSUSPECT): // only a person can say that it holds again
			judged[one.ID] = unaffirmed
		default:
			judged[one.ID] = verdict{state: v.state, reason: one.BeforeTrash.Reason}
		}
	}
	return settle(ctx, tx, links, judged)
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
