package defects

import (
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// back are the things of a kind that are new, or may have come out of the trash.
func back(news []changes.Change, kind ident.Kind) []ident.ID {
	return append(requirements.Arrived(news, kind), requirements.Returned(news, kind)...)
}

// Adopt is the reaction to new and restored defects, executions, test cases and requirements: defect links that wait for one by its
// name get their end.
func Adopt(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	a := &adoption{tx: tx}
	for chunk := range slices.Chunk(back(news, ident.Defect), bulk.Size) {
		found, err := tx.Defect.LoadByIDs(ctx, chunk)
		if err != nil {
			return err
		}
		names := named{}
		for _, one := range found {
			names.add(one.ProjectID, one.ID, one.Key)
		}
		if err := a.defects(ctx, names); err != nil {
			return bulk.Explain(err, "defect link")
		}
	}
	for chunk := range slices.Chunk(cases.Arrived(news), bulk.Size) {
		found, err := tx.TestCase.LoadByIDs(ctx, chunk)
		if err != nil {
			return err
		}
		names := named{}
		for _, one := range found {
			names.add(one.ProjectID, one.ID, append([]string{one.Key, one.AutomationID}, one.Aliases...)...)
		}
		if err := a.others(ctx, names, defectlink.UnresolvedKindTEST_CASE); err != nil {
			return bulk.Explain(err, "defect link")
		}
	}
	for chunk := range slices.Chunk(back(news, ident.Requirement), bulk.Size) {
		found, err := tx.Requirement.LoadByIDs(ctx, chunk)
		if err != nil {
			return err
		}
		names := named{}
		for _, one := range found {
			names.add(one.ProjectID, one.ID, one.Key)
		}
		if err := a.others(ctx, names, defectlink.UnresolvedKindREQUIREMENT); err != nil {
			return bulk.Explain(err, "defect link")
		}
	}
	return bulk.Explain(a.executions(ctx, requirements.Arrived(news, ident.Execution)), "defect link")
}

// named holds what arrived by project and by name.
type named map[ident.ID]map[string]ident.ID

func (n named) add(project, id ident.ID, names ...string) {
	if n[project] == nil {
		n[project] = map[string]ident.ID{}
	}
	for _, name := range names {
		if name != "" {
			n[project][name] = id
		}
	}
}

func namesOf(arrived map[string]ident.ID) (names []string, ids []ident.ID) {
	for name, id := range arrived {
		names, ids = append(names, name), append(ids, id)
	}
	return names, ids
}

// adoption gives orphans their ends.
type adoption struct{ tx *ent.Client }

func (a *adoption) orphans(ctx context.Context, project ident.ID, which ...predicate.DefectLink) ([]*ent.DefectLink, error) {
	return a.tx.DefectLink.Query().
		Where(defectlink.ProjectID(project), defectlink.StateEQ(defectlink.StateORPHANED)).Where(which...).
		Order(ent.Asc(defectlink.FieldID)).All(ctx)
}

func (a *adoption) defects(ctx context.Context, names named) error {
	for project, arrived := range names {
		keys, ids := namesOf(arrived)
		orphans, err := a.orphans(ctx, project, bulk.Texts[predicate.DefectLink](defectlink.FieldUnresolvedDefect, keys))
		if err != nil {
			return err
		}
		taken, err := a.open(ctx, orphans, ids)
		if err != nil {
			return err
		}
		found := joined{}
		for _, orphan := range orphans {
			key := linkKey{defect: arrived[orphan.UnresolvedDefect], other: keyOf(orphan).other}
			found.add(orphan.ID, key.defect, key.other, taken.take(key))
		}
		if err := found.save(ctx, a.tx, clock.Now(ctx)); err != nil {
			return err
		}
	}
	return nil
}

func (a *adoption) others(ctx context.Context, names named, kind defectlink.UnresolvedKind) error {
	for project, arrived := range names {
		keys, _ := namesOf(arrived)
		orphans, err := a.orphans(ctx, project, defectlink.UnresolvedKindEQ(kind),
			bulk.Texts[predicate.DefectLink](defectlink.FieldUnresolvedKey, keys))
		if err != nil {
			return err
		}
		taken, err := a.open(ctx, orphans, nil)
		if err != nil {
			return err
		}
		found := joined{}
		for _, orphan := range orphans {
			found.join(orphan, arrived[orphan.UnresolvedKey], taken)
		}
		if err := found.save(ctx, a.tx, clock.Now(ctx)); err != nil {
			return err
		}
	}
	return nil
}

// join gives an orphan the end that is not the defect.
func (j joined) join(orphan *ent.DefectLink, other ident.ID, taken links) {
	key := linkKey{defect: keyOf(orphan).defect, other: other}
	j.add(orphan.ID, key.defect, other, taken.take(key))
}

// links are those that hold; no two of them are the same.
type links map[linkKey]bool

// take is the state for a link that gets both its ends: an orphan that turns out to be a link which is there already,
// made under another name, is retired.
func (l links) take(key linkKey) defectlink.State {
	if l[key] {
		return defectlink.StateCLOSED
	}
	l[key] = true
	return defectlink.StateVALID
}

// open are the links that the defects of orphans, and further defects, have already.
func (a *adoption) open(ctx context.Context, orphans []*ent.DefectLink, defects []ident.ID) (links, error) {
	if len(orphans) == 0 {
		return nil, nil
	}
	for _, orphan := range orphans {
		if orphan.DefectID != nil {
			defects = append(defects, *orphan.DefectID)
		}
	}
	all, err := a.tx.DefectLink.Query().Where(defectlink.StateNEQ(defectlink.StateCLOSED),
		bulk.IDs[predicate.DefectLink](defectlink.FieldDefectID, defects)).All(ctx)
	taken := make(links, len(all))
	for _, one := range all {
		taken[keyOf(one)] = true
	}
	return taken, err
}
