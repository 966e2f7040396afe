package requirements

import (
	"context"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Locked gives those of the releases that are LOCKED, in the order of their keys. Until the transaction ends none of
// the others becomes so.
func Locked(ctx context.Context, tx *ent.Client, releases []ident.ID) ([]*ent.Release, error) {
	if len(releases) == 0 {
		return nil, nil
	}
	all, err := tx.Release.Query().Where(bulk.IDs[predicate.Release](release.FieldID, releases), func(s *sql.Selector) {
		if s.Dialect() == dialect.Postgres {
			s.ForShare()
		}
	}).Unique(false).Order(ent.Asc(release.FieldKey)).All(ctx)
	if err != nil {
		return nil, err
	}
	var locked []*ent.Release
	for _, one := range all {
		if one.Status == release.StatusLOCKED {
			locked = append(locked, one)
		}
	}
	return locked, nil
}

// RefuseLocked refuses to put requirements into LOCKED releases or take them out of them. Whoever moves requirements
// names the releases that they leave and those that they enter, all in one call.
func RefuseLocked(ctx context.Context, tx *ent.Client, releases []ident.ID) error {
	locked, err := Locked(ctx, tx, releases)
	if err != nil || len(locked) == 0 {
		return err
	}
	keys := make([]string, len(locked))
	for i, one := range locked {
		keys[i] = one.Key
	}
	return fault.New(fault.Precondition, "what is delivered is settled: no requirement may be put into or taken out of a LOCKED release (%s)",
		strings.Join(keys, ", ")).At("release").With("locked", keys)
}

// given are those of the ids that are there.
func given(ids ...*ident.ID) []ident.ID {
	var all []ident.ID
	for _, id := range ids {
		if id != nil {
			all = append(all, *id)
		}
	}
	return all
}
