package cases

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// Suspect is the reaction to new content at either end: trace links that were made for content which differs in a field
// that counts have to be looked at again before their evidence counts. It stays so until
// somebody affirms it.
func Suspect(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	raised := slices.Concat(requirements.Raised(news, ident.Requirement), requirements.Raised(news, ident.TestCase))
	return settle(ctx, tx, raised, tracelink.StateVALID, tracelink.StateSUSPECT)
}

// Trashed is the reaction to requirements and test cases that were put into the trash or taken out of it: trace links wait
// as ORPHANED while an end is there, and come back with it.
func Trashed(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	var ids []ident.ID
	for _, c := range news {
		if isTrashing(c) {
			ids = append(ids, c.Entity)
		}
	}
	return settle(ctx, tx, ids, tracelink.StateVALID, tracelink.StateSUSPECT, tracelink.StateORPHANED)
}

// isTrashing tells whether an end of trace links was put into the trash or taken out of it.
func isTrashing(c changes.Change) bool {
	kind := c.Entity.Kind()
	return c.Op == changes.Update && (kind == ident.Requirement || kind == ident.TestCase) && c.Touches(testcase.FieldDeletedAt)
}

// settle gives the links of requirements and test cases the state that follows from their ends, of those that are in one
// of these states. What stays as it is is not written. The number of statements does not depend on the number of links.
func settle(ctx context.Context, tx *ent.Client, ids []ident.ID, states ...tracelink.State) error {
	for chunk := range slices.Chunk(ids, bulk.Size) {
		loaded, err := tx.TraceLink.Query().Where(
			tracelink.StateIn(states...), tracelink.RequirementIDNotNil(), tracelink.TestCaseIDNotNil(),
			eitherEnd(of(chunk, ident.Requirement), of(chunk, ident.TestCase)), bulk.Lock[predicate.TraceLink](),
		).Unique(false).Order(ent.Asc(tracelink.FieldID)).All(ctx)
		if err != nil {
			return err
		}
		if len(loaded) == 0 {
			continue // further ones may have links
		}
		e, err := loadEnds(ctx, tx, loaded)
		if err != nil {
			return err
		}
		if err := e.compare(ctx, tx, loaded); err != nil {
			return err
		}
		if err := write(ctx, tx, loaded, e); err != nil {
			return bulk.Explain(err, "trace link")
		}
	}
	return nil
}

// of keeps the ids of a kind.
func of(ids []ident.ID, kind ident.Kind) []ident.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id ident.ID) bool { return id.Kind() != kind })
}

// standing is what a link is because of its ends.
type standing struct {
	state  tracelink.State
	fields []string
	reason string
}

// write stores what the links are now, in one statement for all that are something else.
func write(ctx context.Context, tx *ent.Client, loaded []*ent.TraceLink, e *ends) error {
	var ids []ident.ID
	states, fields, reasons := map[ident.ID]tracelink.State{}, map[ident.ID][]string{}, map[ident.ID]string{}
	remembered := map[ident.ID]*schema.LinkBefore{}
	for _, one := range loaded {
		now := e.standing(one)
		if now.state == one.State && now.reason == one.Reason && slices.Equal(now.fields, one.ChangedFields) {
			continue
		}
		ids = append(ids, one.ID)
		states[one.ID], reasons[one.ID] = now.state, now.reason
		if len(now.fields) > 0 {
			fields[one.ID] = now.fields
		}
		if was := before(one, now); was != nil {
			remembered[one.ID] = was
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return tx.TraceLink.Update().Where(bulk.IDs[predicate.TraceLink](tracelink.FieldID, ids)).AddVersion(1).
		Modify(func(u *sql.UpdateBuilder) {
			bulk.Each(u, tracelink.FieldState, "text", states)
			bulk.Each(u, tracelink.FieldChangedFields, "jsonb", fields)
			bulk.Each(u, tracelink.FieldReason, "text", reasons)
			bulk.Each(u, tracelink.FieldBeforeTrash, "jsonb", remembered)
		}).Exec(changes.Setting(ctx, tracelink.FieldState, tracelink.FieldChangedFields, tracelink.FieldReason, tracelink.FieldBeforeTrash))
}
