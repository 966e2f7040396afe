package cases

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Put stores drafts. A draft that is recognised changes what is there: other content makes the next version, anything
// else only changes the case. An APPROVED case with other content is a DRAFT again, unless the source says where it
// stands. What is in the trash stays there, with a warning.
func Put(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []Draft, now time.Time) (bulk.Outcome, error) {
	var total bulk.Outcome
	for first := 0; first < len(drafts); first += bulk.Size {
		w := &writer{tx: tx, project: project, now: now, drafts: drafts[first:min(first+bulk.Size, len(drafts))]}
		if err := w.put(ctx); err != nil {
			return total, bulk.Explain(err, "test case")
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
	is       *projects.Recognised[ent.TestCase]
	created  []*ent.TestCaseCreate
	versions []*ent.TestCaseVersionCreate
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
		if err := w.tx.TestCase.CreateBulk(w.created...).Exec(ctx); err != nil {
			return err
		}
	}
	if len(w.versions) > 0 {
		if err := w.tx.TestCaseVersion.CreateBulk(w.versions...).Exec(ctx); err != nil {
			return err
		}
	}
	return w.is.Save(ctx)
}

// kind says how test cases are found, the trash included.
func kind(ctx context.Context, tx *ent.Client, project *ent.Project) projects.Kind[ent.TestCase] {
	ctx = people.IncludingTrash(ctx)
	load := func(which predicate.TestCase) ([]*ent.TestCase, error) {
		return tx.TestCase.Query().Where(testcase.ProjectID(project.ID), which).All(ctx)
	}
	return projects.Kind[ent.TestCase]{
		Name: "test case", Letters: projects.CaseKeys,
		ByKeys: func(keys []string) ([]*ent.TestCase, error) {
			return load(bulk.Texts[predicate.TestCase](testcase.FieldKey, keys))
		},
		ByIDs: func(ids []ident.ID) ([]*ent.TestCase, error) {
			return load(bulk.IDs[predicate.TestCase](testcase.FieldID, ids))
		},
		Names: func(c *ent.TestCase) (ident.ID, string) { return c.ID, c.Key },
	}
}

func (w *writer) create(i int, d Draft) {
	d = d.over(nil, w.is.Keys[i])
	id := ident.New(ident.TestCase)
	one := w.tx.TestCase.Create().SetID(id).SetProjectID(w.project.ID).SetKey(w.is.Keys[i]).
		SetAutomationID(d.AutomationID).SetEstimateMs(d.EstimateMS).SetCreatedAt(w.now).SetUpdatedAt(w.now)
	if d.Type == "" {
		d.Type = d.guessType()
	}
	m := one.Mutation()
	setContent(m, d.content())
	d.setRest(m, nil)
	if d.Status == testcase.StatusAPPROVED {
		one.SetApprovedVersion(1)
	}
	w.created = append(w.created, one)
	w.versions = append(w.versions, frozen(w.tx, w.project.ID, id, 1, d.content(), "", w.now))
	w.outcome.Created++
	w.join(i, d, id)
}

func (w *writer) change(ctx context.Context, i int, found *ent.TestCase, d Draft) error {
	if found.DeletedAt != nil {
		w.outcome.Unchanged++
		w.outcome.Warn(i, "key", "the test case %s is in the trash and stays there; restore it to take the change", found.Key)
		return nil
	}
	if d.Key != "" && d.Key != found.Key {
		w.outcome.Warn(i, "key", "the test case is known here as %s by its identity in %s; that key stays", found.Key, d.External.System)
	}
	news := w.join(i, d, found.ID)
	d = d.over(found, found.Key)
	c, number := d.content(), found.ContentVersion
	revised := c.hash() != contentOf(found).hash()
	if revised && d.Status == "" && found.Status == testcase.StatusAPPROVED {
		d.Status = testcase.StatusDRAFT // nobody has approved the new content yet
	}
	update := w.tx.TestCase.UpdateOneID(found.ID).SetUpdatedAt(w.now)
	m := update.Mutation()
	changed := d.setRest(m, found)
	if revised {
		changed = true
		number++
		setContent(m, c)
		update.SetContentVersion(number)
		w.versions = append(w.versions, frozen(w.tx, w.project.ID, found.ID, number, c, "", w.now))
	}
	if d.Status == testcase.StatusAPPROVED && (revised || d.Status != found.Status) {
		update.SetApprovedVersion(number)
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
