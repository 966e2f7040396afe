package cases

import (
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Adopt is the reaction to requirements and test cases that are new or come back from the trash, and to new names of test
// cases: trace links that wait for one by its name get their end, pinned to the present version.
func Adopt(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	for chunk := range slices.Chunk(basesArrived(news), bulk.Size) {
		found, err := tx.Requirement.LoadByIDs(ctx, chunk)
		if err != nil {
			return err
		}
		a := newArrivals(tx)
		for _, one := range found {
			a.add(one.ProjectID, arrival{id: one.ID, version: one.ContentVersion}, one.Key)
		}
		if err := a.adopt(ctx); err != nil {
			return bulk.Explain(err, "trace link")
		}
	}
	for chunk := range slices.Chunk(Arrived(news), bulk.Size) {
		found, err := tx.TestCase.LoadByIDs(ctx, chunk)
		if err != nil {
			return err
		}
		a := newArrivals(tx)
		for _, one := range found {
			a.add(one.ProjectID, arrival{id: one.ID, version: one.ContentVersion, isCase: true},
				append([]string{one.Key, one.AutomationID}, one.Aliases...)...)
		}
		if err := a.adopt(ctx); err != nil {
			return bulk.Explain(err, "trace link")
		}
	}
	return nil
}

// Arrived lists the test cases that were made, got another name under which links may wait for them, or may have come back
// from the trash.
func Arrived(news []changes.Change) []ident.ID {
	return arrived(news, ident.TestCase, testcase.FieldAutomationID, testcase.FieldAliases, testcase.FieldDeletedAt)
}

func basesArrived(news []changes.Change) []ident.ID {
	return arrived(news, ident.Requirement, requirement.FieldDeletedAt)
}

// arrived lists the things of a kind that were made, or changed in one of the columns.
func arrived(news []changes.Change, kind ident.Kind, columns ...string) []ident.ID {
	var ids []ident.ID
	for _, c := range news {
		if c.Entity.Kind() == kind && (c.Op == changes.Create || c.Op == changes.Update && c.Touches(columns...)) {
			ids = append(ids, c.Entity)
		}
	}
	return ids
}

// arrival is an end that links may wait for.
type arrival struct {
	id      ident.ID
	version int
	isCase  bool
}

// arrivals holds ends by project and by the names that they have.
type arrivals struct {
	tx    *ent.Client
	names map[ident.ID]map[string]arrival
	ids   []ident.ID
}

func newArrivals(tx *ent.Client) *arrivals {
	return &arrivals{tx: tx, names: map[ident.ID]map[string]arrival{}}
}

func (a *arrivals) add(project ident.ID, end arrival, names ...string) {
	if a.names[project] == nil {
		a.names[project] = map[string]arrival{}
	}
	a.ids = append(a.ids, end.id)
	for _, name := range names {
		if name != "" {
			a.names[project][name] = end
		}
	}
}

func (a *arrivals) adopt(ctx context.Context) error {
	for project, ends := range a.names {
		names := make([]string, 0, len(ends))
		for name := range ends {
			names = append(names, name)
		}
		orphans, err := a.tx.TraceLink.Query().Where(
			tracelink.ProjectID(project), tracelink.StateEQ(tracelink.StateORPHANED),
			bulk.Texts[predicate.TraceLink](tracelink.FieldUnresolvedKey, names),
		).Order(ent.Asc(tracelink.FieldID)).All(ctx)
		if err != nil {
			return err
		}
		if len(orphans) == 0 {
			continue
		}
		if err := holdOthers(ctx, a.tx, orphans); err != nil {
			return err
		}
		taken, err := a.open(ctx, project)
		if err != nil {
			return err
		}
		j := joined{ends: map[ident.ID]string{}, versions: map[ident.ID]int{}, states: map[ident.ID]tracelink.State{}, reasons: map[ident.ID]string{}}
		for _, orphan := range orphans {
			j.join(orphan, ends[orphan.UnresolvedKey], taken)
		}
		if err := j.save(ctx, a.tx); err != nil {
			return err
		}
		// The other end may have changed, or be in the trash, since the link began to wait.
		if err := settle(ctx, a.tx, a.ids, tracelink.StateVALID); err != nil {
			return err
		}
	}
	return nil
}

// open are the links that the ends already have: made in the same transaction under another of their names.
func (a *arrivals) open(ctx context.Context, project ident.ID) (map[linkKey]bool, error) {
	all, err := a.tx.TraceLink.Query().
		Where(tracelink.ProjectID(project), tracelink.StateNEQ(tracelink.StateCLOSED), eitherEnd(a.ids, a.ids)).All(ctx)
	taken := make(map[linkKey]bool, len(all))
	for _, one := range all {
		taken[keyOf(one)] = true
	}
	return taken, err
}
