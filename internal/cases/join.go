package cases

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// joined are orphans that got their end, all of them the same end of the link.
type joined struct {
	ids      []ident.ID
	isCase   bool
	ends     map[ident.ID]string
	versions map[ident.ID]int
	states   map[ident.ID]tracelink.State
	reasons  map[ident.ID]string
}

// join gives an orphan its end. When the same link is there already, the orphan is retired.
func (j *joined) join(orphan *ent.TraceLink, end arrival, taken map[linkKey]bool) {
	key := keyOf(orphan)
	key.unresolved = ""
	switch {
	case end.isCase && orphan.TestCaseID == nil:
		key.testCase = end.id
	case !end.isCase && orphan.RequirementID == nil:
		key.requirement = end.id
	default:
		return // it waits for a thing of the other kind with the same name
	}
	j.ids, j.isCase = append(j.ids, orphan.ID), end.isCase
	j.ends[orphan.ID], j.versions[orphan.ID] = end.id.UUID(), end.version
	j.states[orphan.ID], j.reasons[orphan.ID] = tracelink.StateVALID, ""
	if taken[key] {
		j.states[orphan.ID], j.reasons[orphan.ID] = tracelink.StateCLOSED, "the same link was made under another name"
	}
	taken[key] = true
}

// save stores the ends in one statement.
func (j *joined) save(ctx context.Context, tx *ent.Client) error {
	if len(j.ids) == 0 {
		return nil
	}
	end, version := tracelink.FieldRequirementID, tracelink.FieldRequirementVersion
	if j.isCase {
		end, version = tracelink.FieldTestCaseID, tracelink.FieldTestCaseVersion
	}
	return tx.TraceLink.Update().Where(bulk.IDs[predicate.TraceLink](tracelink.FieldID, j.ids)).SetUnresolvedKey("").AddVersion(1).
		Modify(func(u *sql.UpdateBuilder) {
			bulk.Each(u, end, "uuid", j.ends)
			bulk.Each(u, version, "integer", j.versions)
			bulk.Each(u, tracelink.FieldState, "text", j.states)
			bulk.Each(u, tracelink.FieldReason, "text", j.reasons)
		}).Exec(changes.Setting(ctx, end, version, tracelink.FieldState, tracelink.FieldReason))
}
