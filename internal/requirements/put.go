package requirements

import (
	"context"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Put stores drafts. A draft that is recognised changes what is there: other content makes the next version, of
// which an approval no longer speaks unless the source states the status; another status or release only changes the
// requirement. What is in the trash stays there, with a warning.
func Put(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []Draft, now time.Time) (bulk.Outcome, error) {
	var total bulk.Outcome
	for first := 0; first < len(drafts); first += bulk.Size {
		w := &writer{tx: tx, project: project, now: now, drafts: drafts[first:min(first+bulk.Size, len(drafts))]}
		if err := w.put(ctx); err != nil {
			return total, bulk.Explain(err, "requirement")
		}
		total.Add(w.outcome, first)
	}
	return total, nil
}

// writer stores one statement's worth of drafts.
type writer struct {
	tx       *ent.Client
	project  *ent.Project
	now      time.Time
	drafts   []Draft
	is       *projects.Recognised[ent.Requirement]
	position int // of the last requirement in document order
	created  []*ent.RequirementCreate
	versions []*ent.RequirementVersionCreate
	outcome  bulk.Outcome
}

func (w *writer) put(ctx context.Context) error {
	identities := make([]projects.Identity, len(w.drafts))
	for i, d := range w.drafts {
		if err := d.check(); err != nil {
			return err
		}
		identities[i] = projects.Identity{Key: d.Key, External: d.External}
	}
	var err error
	if w.is, err = projects.Recognise(ctx, w.tx, w.project, kind(ctx, w.tx, w.project), identities); err != nil {
		return err
	}
	if err := RefuseLocked(ctx, w.tx, w.releases()); err != nil {
		return err
	}
	w.outcome.Became = w.is.Became()
	if slices.Contains(w.is.Found, nil) {
		if w.position, err = lastPosition(ctx, w.tx, w.project); err != nil {
			return err
		}
	}
	for i, d := range w.drafts {
		if found := w.is.Found[i]; found != nil {
			err = w.change(ctx, i, found, d)
		} else {
			w.create(i, d)
		}
		if err != nil {
			return err
		}
	}
	if len(w.created) > 0 {
		if err := w.tx.Requirement.CreateBulk(w.created...).Exec(ctx); err != nil {
			return err
		}
	}
	if len(w.versions) > 0 {
		if err := w.tx.RequirementVersion.CreateBulk(w.versions...).Exec(ctx); err != nil {
			return err
		}
	}
	return w.is.Save(ctx)
}

// releases are those that the drafts put requirements into, or take them out of.
func (w *writer) releases() []ident.ID {
	var all []ident.ID
	for i, d := range w.drafts {
		switch found := w.is.Found[i]; {
		case d.ReleaseID == nil:
		case found == nil:
			all = append(all, *d.ReleaseID)
		case found.DeletedAt == nil && !same(found.ReleaseID, d.ReleaseID):
			all = append(all, given(found.ReleaseID, d.ReleaseID)...)
		}
	}
	return all
}

// kind says how requirements are found, the trash included.
func kind(ctx context.Context, tx *ent.Client, project *ent.Project) projects.Kind[ent.Requirement] {
	ctx = includingTrash(ctx)
	load := func(which predicate.Requirement) ([]*ent.Requirement, error) {
		return tx.Requirement.Query().Where(requirement.ProjectID(project.ID), which).All(ctx)
	}
	return projects.Kind[ent.Requirement]{
		Name: "requirement", Letters: projects.RequirementKeys,
		ByKeys: func(keys []string) ([]*ent.Requirement, error) {
			return load(bulk.Texts[predicate.Requirement](requirement.FieldKey, keys))
		},
		ByIDs: func(ids []ident.ID) ([]*ent.Requirement, error) {
			return load(bulk.IDs[predicate.Requirement](requirement.FieldID, ids))
		},
		Names: func(r *ent.Requirement) (ident.ID, string) { return r.ID, r.Key },
	}
}

func (w *writer) create(i int, d Draft) {
	id, c := ident.New(ident.Requirement), d.content(nil, w.is.Keys[i])
	w.position++
	one := c.create(w.tx, w.project, id, w.is.Keys[i], w.now).SetPosition(w.position).SetNillableReleaseID(d.ReleaseID)
	if d.Status != "" {
		one.SetStatus(d.Status)
	}
	if isApproved(d.Status) {
		one.SetApprovedVersion(1)
	}
	w.created = append(w.created, one)
	w.freeze(id, 1, c)
	w.outcome.Created++
	w.join(i, d, id)
}

func (w *writer) change(ctx context.Context, i int, found *ent.Requirement, d Draft) error {
	if found.DeletedAt != nil {
		w.outcome.Unchanged++
		w.outcome.Warn(i, "key", "the requirement %s is in the trash and stays there; restore it to take the change", found.Key)
		return nil
	}
	if d.Key != "" && d.Key != found.Key {
		w.outcome.Warn(i, "key", "the requirement is known here as %s by its identity in %s; that key stays", found.Key, d.External.System)
	}
	news, c := w.join(i, d, found.ID), d.content(found, found.Key)
	update := w.tx.Requirement.UpdateOneID(found.ID).SetUpdatedAt(w.now)
	number, changed := found.ContentVersion, false
	if c.hash() != present(found).hash() {
		number, changed = number+1, true
		c.set(update).SetContentVersion(number)
		w.freeze(found.ID, number, c)
		if d.Status == "" && isApproved(found.Status) { // nobody has agreed to the new content
			update.SetStatus(requirement.StatusDRAFT)
		}
	}
	if d.Status != "" && d.Status != found.Status {
		changed = true
		update.SetStatus(d.Status)
	}
	if changed && isApproved(d.Status) {
		update.SetApprovedVersion(number)
	}
	if d.ReleaseID != nil && !same(found.ReleaseID, d.ReleaseID) {
		changed = true
		update.SetReleaseID(*d.ReleaseID)
	}
	switch {
	case changed:
		w.outcome.Updated++
		return update.AddVersion(1).Exec(ctx)
	case news:
		w.outcome.Updated++
	default:
		w.outcome.Unchanged++
	}
	return nil
}

func (w *writer) join(i int, d Draft, id ident.ID) bool {
	news, warning := w.is.Join(d.External, id, w.now)
	if warning != "" {
		w.outcome.Warn(i, "external", "%s", warning)
	}
	return news
}

func (w *writer) freeze(id ident.ID, number int, c content) {
	w.versions = append(w.versions, c.version(w.tx, w.project, id, number, "", w.now))
}
