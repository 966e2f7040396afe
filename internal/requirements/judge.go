package requirements

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// verdict is what the ends of a link say about it.
type verdict struct {
	state  requirementlink.State
	fields []string
	reason string
}

// lockedLinks loads links and keeps other writers off them, in one order so that nobody waits in a circle.
func lockedLinks(ctx context.Context, tx *ent.Client, which ...predicate.RequirementLink) ([]*ent.RequirementLink, error) {
	return tx.RequirementLink.Query().Where(append(which, bulk.Lock[predicate.RequirementLink]())...).
		Unique(false).Order(ent.Asc(requirementlink.FieldID)).All(ctx)
}

// judge looks at links that have both ends: ORPHANED while one is in the trash, SUSPECT when what counts of one differs
// from the version that the link is pinned to or nobody has that version, and VALID otherwise. The number of statements does not grow with the links.
func judge(ctx context.Context, tx *ent.Client, links []*ent.RequirementLink) (map[ident.ID]verdict, error) {
	pins := Pins{}
	for _, one := range links {
		pins[*one.ChildID] = append(pins[*one.ChildID], one.ChildVersion)
		pins[*one.ParentID] = append(pins[*one.ParentID], one.ParentVersion)
	}
	is, changed, err := since(ctx, tx, pins)
	if err != nil {
		return nil, err
	}
	verdicts := make(map[ident.ID]verdict, len(links))
	for _, one := range links {
		v := verdict{state: requirementlink.StateVALID}
		var gone, reasons []string
		for _, end := range []struct {
			name   string
			id     ident.ID
			pinned int
		}{{"child", *one.ChildID, one.ChildVersion}, {"parent", *one.ParentID, one.ParentVersion}} {
			if is[end.id].DeletedAt != nil {
				gone = append(gone, is[end.id].Key)
			}
			fields, isKnown := changed[end.id][end.pinned]
			if end.pinned == is[end.id].ContentVersion || isKnown && len(fields) == 0 {
				continue
			}
			part := fmt.Sprintf("%s v%d → v%d", end.name, end.pinned, is[end.id].ContentVersion)
			if isKnown { // of a version that nobody has anything may have changed
				part += ": " + strings.Join(fields, ", ")
			}
			for _, field := range fields {
				v.fields = append(v.fields, strings.ToUpper(end.name)+"."+field)
			}
			reasons = append(reasons, part)
		}
		switch {
		case len(gone) == 1:
			v = verdict{state: requirementlink.StateORPHANED, reason: gone[0] + " is in the trash"}
		case len(gone) == 2:
			v = verdict{state: requirementlink.StateORPHANED, reason: gone[0] + " and " + gone[1] + " are in the trash"}
		case len(reasons) > 0:
			v.state, v.reason = requirementlink.StateSUSPECT, strings.Join(reasons, "; ")
		}
		verdicts[one.ID] = v
	}
	return verdicts, nil
}

// settle stores the verdicts that differ from what the links say, in one statement.
func settle(ctx context.Context, tx *ent.Client, links []*ent.RequirementLink, verdicts map[ident.ID]verdict) error {
	states, fields, reasons := map[ident.ID]string{}, map[ident.ID][]string{}, map[ident.ID]string{}
	remembered := map[ident.ID]*schema.LinkBefore{}
	for _, one := range links {
		v, judged := verdicts[one.ID]
		if judged && (v.state != one.State || v.reason != one.Reason || !slices.Equal(v.fields, one.ChangedFields)) {
			states[one.ID], fields[one.ID], reasons[one.ID] = string(v.state), v.fields, v.reason
			if was := before(one, v); was != nil {
				remembered[one.ID] = was
			}
		}
	}
	if len(states) == 0 {
		return nil
	}
	err := tx.RequirementLink.Update().
		Where(bulk.IDs[predicate.RequirementLink](requirementlink.FieldID, slices.Collect(maps.Keys(states)))).
		Modify(func(u *sql.UpdateBuilder) {
			bulk.Each(u, requirementlink.FieldState, "text", states)
			bulk.Each(u, requirementlink.FieldChangedFields, "jsonb", fields)
			bulk.Each(u, requirementlink.FieldReason, "text", reasons)
			bulk.Each(u, requirementlink.FieldBeforeTrash, "jsonb", remembered)
		}).AddVersion(1).
		Exec(changes.Setting(ctx, requirementlink.FieldState, requirementlink.FieldChangedFields, requirementlink.FieldReason, requirementlink.FieldBeforeTrash))
	return bulk.Explain(err, "link between requirements")
}

// before is what a link that is ORPHANED from now on remembers; nothing when both its ends are there.
func before(one *ent.RequirementLink, v verdict) *schema.LinkBefore {
	switch {
	case v.state != requirementlink.StateORPHANED:
		return nil
	case one.State == requirementlink.StateORPHANED:
		return one.BeforeTrash
	}
	return &schema.LinkBefore{State: string(one.State), Reason: one.Reason}
}
