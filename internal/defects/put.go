package defects

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Put stores drafts. A draft that is recognised changes what is there. What is in the trash stays there, with a warning.
func Put(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []Draft, now time.Time) (bulk.Outcome, error) {
	var total bulk.Outcome
	for first := 0; first < len(drafts); first += bulk.Size {
		w := &writer{tx: tx, project: project, now: now, drafts: drafts[first:min(first+bulk.Size, len(drafts))]}
		if err := w.put(ctx); err != nil {
			return total, bulk.Explain(err, "defect")
		}
		total.Add(w.outcome, first)
	}
	return total, nil
}

// writer stores one statement's worth of drafts.
type writer struct {
	tx      *ent.Client
	project *ent.Project
	now     time.Time
	drafts  []Draft
	is      *projects.Recognised[ent.Defect]
	created []*ent.DefectCreate
	outcome bulk.Outcome
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
	w.outcome.Became = w.is.Became()
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
		if err := w.tx.Defect.CreateBulk(w.created...).Exec(ctx); err != nil {
			return err
		}
	}
	return w.is.Save(ctx)
}

// kind says how defects are found, the trash included.
func kind(ctx context.Context, tx *ent.Client, project *ent.Project) projects.Kind[ent.Defect] {
	ctx = people.IncludingTrash(ctx)
	load := func(which predicate.Defect) ([]*ent.Defect, error) {
		return tx.Defect.Query().Where(defect.ProjectID(project.ID), which).All(ctx)
	}
	return projects.Kind[ent.Defect]{
		Name: "defect", Letters: projects.DefectKeys,
		ByKeys: func(keys []string) ([]*ent.Defect, error) {
			return load(bulk.Texts[predicate.Defect](defect.FieldKey, keys))
		},
		ByIDs: func(ids []ident.ID) ([]*ent.Defect, error) {
			return load(bulk.IDs[predicate.Defect](defect.FieldID, ids))
		},
		Names: func(d *ent.Defect) (ident.ID, string) { return d.ID, d.Key },
	}
}

func (w *writer) create(i int, d Draft) {
	d = d.over(nil, w.is.Keys[i])
	id := ident.New(ident.Defect)
	reported := d.ReportedAt
	if reported.IsZero() {
		reported = w.now
	}
	one := w.tx.Defect.Create().SetID(id).SetProjectID(w.project.ID).SetKey(w.is.Keys[i]).SetTitle(d.Title).
		SetText(d.Text).SetReportedAt(reported).SetCreatedAt(w.now).SetUpdatedAt(w.now)
	d.apply(one.Mutation(), nil)
	setEnd(one.Mutation(), d.Status, nil, w.now)
	w.created = append(w.created, one)
	w.outcome.Created++
	w.join(i, d, id)
}

func (w *writer) change(ctx context.Context, i int, found *ent.Defect, d Draft) error {
	if found.DeletedAt != nil {
		w.outcome.Unchanged++
		w.outcome.Warn(i, "key", "the defect %s is in the trash and stays there; restore it to take the change", found.Key)
		return nil
	}
	if d.Key != "" && d.Key != found.Key {
		w.outcome.Warn(i, "key", "the defect is known here as %s by its identity in %s; that key stays", found.Key, d.External.System)
	}
	news := w.join(i, d, found.ID)
	d = d.over(found, found.Key)
	update := w.tx.Defect.UpdateOneID(found.ID).SetUpdatedAt(w.now)
	changed := d.apply(update.Mutation(), found)
	if d.Status != "" {
		changed = setEnd(update.Mutation(), d.Status, found.EndedAt, w.now) || changed
	}
	if d.Title != found.Title || d.Text != found.Text {
		update.SetTitle(d.Title).SetText(d.Text)
		changed = true
	}
	if !d.ReportedAt.IsZero() && !d.ReportedAt.Equal(found.ReportedAt) {
		update.SetReportedAt(d.ReportedAt)
		changed = true
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
