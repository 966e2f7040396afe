package projects

import (
	"context"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/externalreference"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// External is the identity that a thing has in the tool that it came from.
type External struct {
	// System is the other tool and ID its id for the thing; without both there is no identity.
	System, ID string
	// URL is where a person can open it; empty when unknown.
	URL string
}

// isKnown tells whether there is an identity.
func (e External) isKnown() bool { return e.System != "" && e.ID != "" }

// identity leaves out the address, which may change.
func (e External) identity() External { return External{System: e.System, ID: e.ID} }

// references are the identities that a project knows, of those that some drafts name.
type references struct {
	tx      *ent.Client
	project *ent.Project
	kind    string
	known   map[External]*ent.ExternalReference
	created []*ent.ExternalReferenceCreate
	moved   []*ent.ExternalReferenceUpdateOne
}

func loadReferences(ctx context.Context, tx *ent.Client, project *ent.Project, kind string, externals []External) (*references, error) {
	r := &references{tx: tx, project: project, kind: kind, known: map[External]*ent.ExternalReference{}}
	wanted := map[string][]string{}
	for _, e := range externals {
		if e.isKnown() {
			wanted[e.System] = append(wanted[e.System], e.ID)
		}
	}
	for system, ids := range wanted {
		found, err := tx.ExternalReference.Query().Where(
			externalreference.ProjectID(project.ID), externalreference.System(system), externalreference.Kind(kind),
			bulk.Texts[predicate.ExternalReference](externalreference.FieldExternalID, ids),
		).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, one := range found {
			r.known[External{System: system, ID: one.ExternalID}] = one
		}
	}
	return r, nil
}

// entities are the things that the known identities belong to.
func (r *references) entities() []ident.ID {
	var ids []ident.ID
	for _, one := range r.known {
		ids = append(ids, one.EntityID)
	}
	slices.SortFunc(ids, func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}

// entity is the thing that an identity belongs to.
func (r *references) entity(e External) (ident.ID, bool) {
	found := r.known[e.identity()]
	if found == nil {
		return ident.ID{}, false
	}
	return found.EntityID, true
}

// join notes that an entity has this identity and tells whether that is news; foreign tells that the identity is
// another entity's, which keeps it.
func (r *references) join(e External, entity ident.ID, now time.Time) (news, foreign bool) {
	if !e.isKnown() {
		return false, false
	}
	found := r.known[e.identity()]
	switch {
	case found == nil:
		made := &ent.ExternalReference{System: e.System, ExternalID: e.ID, URL: e.URL, EntityID: entity}
		r.known[e.identity()] = made
		r.created = append(r.created, r.tx.ExternalReference.Create().SetProjectID(r.project.ID).SetSystem(e.System).
			SetKind(r.kind).SetExternalID(e.ID).SetURL(e.URL).SetEntityID(entity).SetCreatedAt(now).SetUpdatedAt(now))
		return true, false
	case found.EntityID != entity:
		return false, true
	case e.URL != "" && e.URL != found.URL:
		r.moved = append(r.moved, r.tx.ExternalReference.UpdateOne(found).SetURL(e.URL).SetUpdatedAt(now))
		return true, false
	}
	return false, false
}

// save stores what was noted.
func (r *references) save(ctx context.Context) error {
	for chunk := range slices.Chunk(r.created, bulk.Size) {
		if err := r.tx.ExternalReference.CreateBulk(chunk...).Exec(ctx); err != nil {
			return bulk.Explain(err, "external reference")
		}
	}
	for _, one := range r.moved {
		if err := one.Exec(ctx); err != nil {
			return bulk.Explain(err, "external reference")
		}
	}
	r.created, r.moved = nil, nil
	return nil
}
