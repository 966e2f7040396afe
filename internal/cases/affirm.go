package cases

import (
	"context"
	"fmt"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// AffirmLinks says that trace links hold for the present versions of their ends, all or none of them. Evidence behind them
// counts again.
func AffirmLinks(ctx context.Context, tx *ent.Client, refs []requirements.LinkRef, reason string) ([]*ent.TraceLink, error) {
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	return decide(ctx, tx, refs, reason, verbAffirm, func(u *ent.TraceLinkUpdate) []string {
		u.SetAffirmedAt(clock.Now(ctx))
		if who.User.IsZero() {
			u.ClearAffirmedByID()
		} else {
			u.SetAffirmedByID(who.User)
		}
		u.Modify(func(b *sql.UpdateBuilder) {
			b.Set(tracelink.FieldRequirementVersion, presentVersion(b.Dialect(), requirement.Table, tracelink.FieldRequirementID))
			b.Set(tracelink.FieldTestCaseVersion, presentVersion(b.Dialect(), testcase.Table, tracelink.FieldTestCaseID))
		})
		return []string{tracelink.FieldRequirementVersion, tracelink.FieldTestCaseVersion}
	})
}

// RetireLinks says that trace links no longer count, all or none of them.
func RetireLinks(ctx context.Context, tx *ent.Client, refs []requirements.LinkRef, reason string) ([]*ent.TraceLink, error) {
	return decide(ctx, tx, refs, reason, verbRetire, func(*ent.TraceLinkUpdate) []string { return nil })
}

// presentVersion is a subquery for the content version of an end of the link that is being updated.
func presentVersion(d, table, end string) sql.Querier {
	b := sql.Dialect(d)
	there := b.Table(table)
	number := b.Select(there.C(requirement.FieldContentVersion)).From(there).
		Where(sql.ColumnsEQ(there.C(requirement.FieldID), b.Table(tracelink.Table).C(end)))
	return sql.ExprFunc(func(b *sql.Builder) { b.Wrap(func(b *sql.Builder) { b.Join(number) }) })
}

// decide moves links by a verb. Further sets what is particular to the verb, and names the columns that it sets in SQL.
func decide(ctx context.Context, tx *ent.Client, refs []requirements.LinkRef, reason, verb string, further func(*ent.TraceLinkUpdate) []string) ([]*ent.TraceLink, error) {
	if err := checkLinks(refs, reason); err != nil {
		return nil, err
	}
	ids := make([]ident.ID, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	move, err := decidable(ctx, tx, ids, refs, verb)
	if err != nil {
		return nil, err
	}
	update := tx.TraceLink.Update().Where(bulk.IDs[predicate.TraceLink](tracelink.FieldID, ids)).
		SetState(tracelink.State(move)).SetReason(reason).ClearChangedFields().AddVersion(1)
	columns := further(update)
	if err := update.Exec(changes.Setting(ctx, columns...)); err != nil {
		return nil, bulk.Explain(err, "trace link")
	}
	all, err := tx.TraceLink.Query().Where(bulk.IDs[predicate.TraceLink](tracelink.FieldID, ids)).All(ctx)
	return linksInOrder(all, ids), err
}

// decidable makes sure that every link is there, in the same project, in the version that the caller saw and in a state that
// the verb leads from. All that is wrong is told at once. It returns the state that the verb leads to.
func decidable(ctx context.Context, tx *ent.Client, ids []ident.ID, refs []requirements.LinkRef, verb string) (string, error) {
	all, err := tx.TraceLink.Query().Where(bulk.IDs[predicate.TraceLink](tracelink.FieldID, ids), bulk.Lock[predicate.TraceLink]()).
		Unique(false).Order(ent.Asc(tracelink.FieldID)).WithRequirement().WithTestCase().All(people.IncludingTrash(ctx))
	if err != nil {
		return "", err
	}
	var wrong check
	var home ident.ID
	to, several := "", false
	for i, one := range linksInOrder(all, ids) {
		place := strconv.Itoa(i)
		if one != nil && home.IsZero() {
			home = one.ProjectID
		}
		if one != nil && one.ProjectID != home {
			several = true
			continue
		}
		if one == nil {
			_ = wrong.Note(absent("link", "links", place, "id")) // a fault is kept, here and below
			continue
		}
		if err := bulk.Expect("trace link", linkName(one), one.Version, refs[i].ExpectedVersion); err != nil {
			_ = wrong.Note(fault.Of(err).At("links", place, "expectedVersion"))
			continue
		}
		move, err := LinkLifecycle.Check(linkName(one), string(one.State), verb)
		if err != nil {
			_ = wrong.Note(fault.Of(err).At("links", place, "id"))
		}
		to = move.To
	}
	if several {
		_ = wrong.Note(requirements.SeveralProjects())
	}
	if !home.IsZero() {
		if _, err := owner(ctx, tx, home, "link", "links", "0", "id"); err != nil {
			return "", err
		}
	}
	return to, wrong.Err()
}

// checkLinks checks what an input says about links of any kind.
func checkLinks(refs []requirements.LinkRef, reason string) error {
	var wrong check
	wrong.filled(reason, maxNote, "reason")
	if len(refs) == 0 {
		wrong.Fail("links names nothing; name at least one link", "links")
	}
	if wrong.count(len(refs), maxAtOnce, "links") {
		seen := make(map[ident.ID]bool, len(refs))
		for i, ref := range refs {
			if seen[ref.ID] {
				wrong.Fail(fmt.Sprintf("links names %s twice", ref.ID), "links", strconv.Itoa(i), "id")
			}
			seen[ref.ID] = true
		}
	}
	return wrong.Err()
}

// linkName names a link by its ends, as people know them.
func linkName(one *ent.TraceLink) string {
	basis, test := one.UnresolvedKey, one.UnresolvedKey
	if one.Edges.Requirement != nil {
		basis = one.Edges.Requirement.Key
	}
	if one.Edges.TestCase != nil {
		test = one.Edges.TestCase.Key
	}
	return basis + " – " + test
}

// linksInOrder puts links into the order of their ids; nil where one is missing.
func linksInOrder(all []*ent.TraceLink, ids []ident.ID) []*ent.TraceLink {
	found := make(map[ident.ID]*ent.TraceLink, len(all))
	for _, one := range all {
		found[one.ID] = one
	}
	ordered := make([]*ent.TraceLink, len(ids))
	for i, id := range ids {
		ordered[i] = found[id]
	}
	return ordered
}
