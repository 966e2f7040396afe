package cases

import (
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// Adopt is the reaction to new requirements, test cases and names of test cases: trace links that wait for one by its name get their end,
// pinned to the present version.
func Adopt(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	for chunk := range slices.Chunk(requirements.Arrived(news, ident.Requirement), bulk.Size) {
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

// Arrived lists the test cases that were made or got another name under which links may wait for them.
func Arrived(news []changes.Change) []ident.ID {
	ids := requirements.Arrived(news, ident.TestCase)
	for _, c := range news {
		if c.Op == changes.Update && c.Entity.Kind() == ident.TestCase && c.Touches(testcase.FieldAutomationID, testcase.FieldAliases) {
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
		taken, err := a.open(ctx, project)
		if err != nil {
			return err
		}
		for _, orphan := range orphans {
			if err := a.join(ctx, orphan, ends[orphan.UnresolvedKey], taken); err != nil {
				return err
			}
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

// join gives an orphan its end. When the same link is there already, the orphan is retired.
func (a *arrivals) join(ctx context.Context, orphan *ent.TraceLink, end arrival, taken map[linkKey]bool) error {
	key := keyOf(orphan)
	key.unresolved = ""
	update := a.tx.TraceLink.UpdateOneID(orphan.ID).SetUnresolvedKey("").AddVersion(1)
	switch {
	case end.isCase && orphan.TestCaseID == nil:
		key.testCase = end.id
		update.SetTestCaseID(end.id).SetTestCaseVersion(end.version)
	case !end.isCase && orphan.RequirementID == nil:
		key.requirement = end.id
		update.SetRequirementID(end.id).SetRequirementVersion(end.version)
	default:
		return nil // it waits for a thing of the other kind with the same name
	}
	if taken[key] {
		return update.SetState(tracelink.StateCLOSED).SetReason("the same link was made under another name").Exec(ctx)
	}
	taken[key] = true
	return update.SetState(tracelink.StateVALID).SetReason("").Exec(ctx)
}
