package requirements

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// LinkDraft says by keys what one requirement is to another.
type LinkDraft struct {
	// Child refines, satisfies or derives from Parent.
	Child, Parent string
	// Role is REFINES when empty.
	Role requirementlink.Role

	renewed      bool // it may have been retired, and is made again
	fromDocument bool // nobody states it: it follows the order of the document
}

// linkKey recognises a link: two ends, of which one may be a name that the project does not have.
type linkKey struct {
	child, parent ident.ID
	unresolved    string
	role          requirementlink.Role
}

// Link joins requirements. A link with one end that is not there is kept as ORPHANED; with both missing, or from a
// requirement to itself, it is left out. Either is a warning. A link that was retired stays so.
func Link(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []LinkDraft, now time.Time) (bulk.Outcome, error) {
	var total bulk.Outcome
	for first := 0; first < len(drafts); first += bulk.Size {
		outcome, err := linkSome(ctx, tx, project, drafts[first:min(first+bulk.Size, len(drafts))], now)
		if err != nil {
			return total, bulk.Explain(err, "link between requirements")
		}
		total.Add(outcome, first)
	}
	return total, nil
}

func linkSome(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []LinkDraft, now time.Time) (outcome bulk.Outcome, err error) {
	var keys []string
	for _, d := range drafts {
		keys = append(keys, d.Child, d.Parent)
	}
	if err := bulk.CheckText("key", keys...); err != nil {
		return outcome, err
	}
	ends, err := Find(ctx, tx, project, keys)
	if err != nil {
		return outcome, err
	}
	if err := Hold(ctx, tx, ends); err != nil {
		return outcome, err
	}
	known, err := knownLinks(ctx, tx, project, ends)
	if err != nil {
		return outcome, err
	}
	var created []*ent.RequirementLinkCreate
	var stated []ident.ID
	for i, d := range drafts {
		if d.Role == "" {
			d.Role = requirementlink.DefaultRole
		}
		child, parent := ends[d.Child], ends[d.Parent]
		missing := ""
		switch {
		case d.Child == d.Parent:
			outcome.Warn(i, "parent", "the requirement %s is linked to itself; the link was left out", d.Child)
			continue
		case child.ID.IsZero() && parent.ID.IsZero():
			outcome.Warn(i, "child", "neither %s nor %s is in the project; the link was left out", d.Child, d.Parent)
			continue
		case child.ID.IsZero():
			missing = d.Child
			outcome.Warn(i, "child", "names requirement %s, which is not in the project; kept as ORPHANED", missing)
		case parent.ID.IsZero():
			missing = d.Parent
			outcome.Warn(i, "parent", "names requirement %s, which is not in the project; kept as ORPHANED", missing)
		}
		key := linkKey{child: child.ID, parent: parent.ID, unresolved: missing, role: d.Role}
		is, orphan := known[key], known.orphan(key, d)
		if (is == nil || is.State == requirementlink.StateCLOSED) && orphan != nil && orphan.State == requirementlink.StateCLOSED {
			is = orphan
		}
		if d.renewed && is != nil && is.State == requirementlink.StateCLOSED {
			is = nil
			delete(known, key)
		}
		if is != nil && is.State == requirementlink.StateCLOSED {
			outcome.Warn(i, "", "the link from %s to %s was retired here and stays so", d.Child, d.Parent)
		}
		if orphan != nil && orphan.State == requirementlink.StateORPHANED {
			if err := known.join(ctx, tx, orphan, key, child, parent, now); err != nil {
				return outcome, err
			}
			outcome.Updated++
			continue
		}
		if is != nil {
			if is.FromDocument && !d.fromDocument && is.State != requirementlink.StateCLOSED {
				stated = append(stated, is.ID)
			}
			outcome.Unchanged++
			continue
		}
		outcome.Created++
		one := tx.RequirementLink.Create().SetProjectID(project.ID).SetRole(d.Role).SetUnresolvedKey(missing).SetFromDocument(d.fromDocument).
			SetChildVersion(child.ContentVersion).SetParentVersion(parent.ContentVersion).SetCreatedAt(now).SetUpdatedAt(now)
		state := requirementlink.StateVALID
		if missing != "" {
			state = requirementlink.StateORPHANED
		}
		one.SetState(state)
		known[key] = &ent.RequirementLink{State: state}
		if !child.ID.IsZero() {
			one.SetChildID(child.ID)
		}
		if !parent.ID.IsZero() {
			one.SetParentID(parent.ID)
		}
		created = append(created, one)
	}
	if err := state(ctx, tx, stated); err != nil || len(created) == 0 {
		return outcome, err
	}
	return outcome, tx.RequirementLink.CreateBulk(created...).Exec(ctx)
}

// links holds the links that are there; of those that were retired only one that nothing has replaced.
type links map[linkKey]*ent.RequirementLink

// knownLinks loads the links of the requirements, from either end.
func knownLinks(ctx context.Context, tx *ent.Client, project *ent.Project, ends map[string]Found) (links, error) {
	ids := make([]ident.ID, 0, len(ends))
	for _, end := range ends {
		ids = append(ids, end.ID)
	}
	all, err := tx.RequirementLink.Query().Where(requirementlink.ProjectID(project.ID), eitherEnd(ids)).All(ctx)
	if err != nil {
		return nil, err
	}
	known := make(links, len(all))
	for _, one := range all {
		key := keyOf(one)
		if before := known[key]; before == nil || before.State == requirementlink.StateCLOSED {
			known[key] = one
		}
	}
	return known, nil
}

func keyOf(one *ent.RequirementLink) linkKey {
	key := linkKey{unresolved: one.UnresolvedKey, role: one.Role}
	if one.ChildID != nil {
		key.child = *one.ChildID
	}
	if one.ParentID != nil {
		key.parent = *one.ParentID
	}
	return key
}

// orphan is a link that was made while one of the ends which are there now was missing.
func (l links) orphan(key linkKey, d LinkDraft) *ent.RequirementLink {
	if key.unresolved != "" {
		return nil
	}
	if one := l[linkKey{child: key.child, unresolved: d.Parent, role: d.Role}]; one != nil {
		return one
	}
	return l[linkKey{parent: key.parent, unresolved: d.Child, role: d.Role}]
}

// join gives an orphan its end, pinned to what both ends are now. When the same link is there already, also a retired one,
// the orphan is retired.
func (l links) join(ctx context.Context, tx *ent.Client, orphan *ent.RequirementLink, key linkKey, child, parent Found, now time.Time) error {
	state := requirementlink.StateVALID
	if l[key] != nil {
		state = requirementlink.StateCLOSED
	}
	delete(l, keyOf(orphan))
	if l[key] == nil {
		l[key] = &ent.RequirementLink{State: state}
	}
	return tx.RequirementLink.UpdateOneID(orphan.ID).SetUnresolvedKey("").SetState(state).
		SetChildID(child.ID).SetChildVersion(child.ContentVersion).
		SetParentID(parent.ID).SetParentVersion(parent.ContentVersion).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
}

// eitherEnd keeps links with one of the requirements at either end.
func eitherEnd(ids []ident.ID) predicate.RequirementLink {
	return func(s *sql.Selector) {
		s.Where(sql.Or(
			bulk.InIDs(s.Dialect(), s.C(requirementlink.FieldChildID), ids),
			bulk.InIDs(s.Dialect(), s.C(requirementlink.FieldParentID), ids),
		))
	}
}
