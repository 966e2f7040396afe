package requirements

import (
	"context"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// LinkCreate joins two requirements in their present versions. A refinement that was there because of the document is
// stated from then on.
func LinkCreate(ctx context.Context, tx *ent.Client, in LinkCreateInput) (*ent.RequirementLink, error) {
	var wrong checker
	role := requirementlink.DefaultRole
	if in.Role != nil {
		role = *in.Role
	}
	if requirementlink.RoleValidator(role) != nil {
		wrong.Fail(strconv.Quote(string(role))+" is no role; choose REFINES, SATISFIES, DERIVES or RELATES", "role")
	}
	if in.Child == in.Parent {
		wrong.Fail("a requirement cannot be linked to itself; name another one", "parent")
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	ends, err := held(ctx, tx, in.Child, in.Parent)
	if err != nil {
		return nil, err
	}
	child, parent := ends[in.Child], ends[in.Parent]
	if child == nil {
		return nil, absent("child")
	}
	project, err := projects.For(ctx, tx, child.ProjectID, membership.RoleEDITOR)
	if err != nil {
		return nil, err
	}
	if parent == nil || parent.ProjectID != project.ID {
		return nil, absent("parent")
	}
	there, err := tx.RequirementLink.Query().Where(requirementlink.ChildID(child.ID), requirementlink.ParentID(parent.ID),
		requirementlink.RoleEQ(role), requirementlink.StateNEQ(requirementlink.StateCLOSED)).All(ctx)
	if err != nil {
		return nil, err
	}
	if len(there) > 0 && there[0].FromDocument {
		made, err := there[0].Update().SetFromDocument(false).AddVersion(1).Save(ctx)
		return made, bulk.Explain(err, "link between requirements")
	}
	if len(there) > 0 {
		return nil, fault.New(fault.Conflict, "there is already a %s link from %s to %s; it is %s", role, child.Key, parent.Key, there[0].State).
			At("parent").With("link", there[0].ID.String())
	}
	made, err := tx.RequirementLink.Create().SetProjectID(project.ID).SetRole(role).
		SetChildID(child.ID).SetChildVersion(child.ContentVersion).
		SetParentID(parent.ID).SetParentVersion(parent.ContentVersion).Save(ctx)
	return made, bulk.Explain(err, "link between requirements")
}

// chosen loads the links that a verb is about, each in the state in which the caller saw it and in which the verb is
// allowed. It names all that stand in the way.
func chosen(ctx context.Context, tx *ent.Client, refs []LinkRef, reason, verb string) ([]*ent.RequirementLink, error) {
	ids := make([]ident.ID, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	at := func(i int, field string) []string { return []string{"links", strconv.Itoa(i), field} }
	var wrong checker
	wrong.filled(maxNote, &reason, fieldReason)
	wrong.many("links", ids, func(i int) []string { return at(i, "id") })
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	loaded, err := lockedLinks(ctx, tx, bulk.IDs[predicate.RequirementLink](requirementlink.FieldID, ids))
	if err != nil {
		return nil, err
	}
	found, owners := make(map[ident.ID]*ent.RequirementLink, len(loaded)), map[ident.ID]bool{}
	for _, one := range loaded {
		found[one.ID], owners[one.ProjectID] = one, true
	}
	if len(owners) > 1 {
		return nil, SeveralProjects()
	}
	for owner := range owners {
		if _, err := projects.For(ctx, tx, owner, membership.RoleEDITOR); err != nil {
			return nil, err
		}
	}
	names, err := named(ctx, tx, loaded)
	if err != nil {
		return nil, err
	}
	links := make([]*ent.RequirementLink, len(refs))
	for i, ref := range refs {
		one := found[ref.ID]
		if one == nil {
			note(&wrong, fault.New(fault.NotFound, "there is no such link, or you may not see it"), at(i, "id"))
			continue
		}
		links[i] = one
		note(&wrong, bulk.Expect("link", names(one), one.Version, ref.ExpectedVersion), at(i, "expectedVersion"))
		_, err := LinkLifecycle.Check(names(one), string(one.State), verb)
		note(&wrong, err, at(i, "id"))
	}
	return links, wrong.Err()
}

// SeveralProjects refuses links of more than one project in one verb.
func SeveralProjects() *fault.Fault {
	return fault.New(fault.Invalid, "the links lie in several projects; name those of one project at a time").At("links")
}

// note takes a fault as one of the thing at a path.
func note(wrong *checker, err error, path []string) {
	if found := fault.Of(err); found != nil {
		_ = wrong.Note(found.At(path...)) // a fault is always taken
	}
}

// named gives links the names of their ends.
func named(ctx context.Context, tx *ent.Client, links []*ent.RequirementLink) (func(*ent.RequirementLink) string, error) {
	present, err := endsOf(ctx, tx, links)
	end := func(one *ent.RequirementLink, id *ident.ID) string {
		if id == nil || present[*id] == nil {
			return one.UnresolvedKey
		}
		return present[*id].Key
	}
	return func(one *ent.RequirementLink) string { return end(one, one.ChildID) + " → " + end(one, one.ParentID) }, err
}
