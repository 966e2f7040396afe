package suites

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// gap is how far apart neighbours stand at first: something can be put between the same two twenty times over.
const gap int64 = 1 << 20

// between spreads n positions evenly over the open space between two; ok is false when there is no room for them.
func between(low, high int64, n int) (positions []int64, ok bool) {
	step := (high - low) / int64(n+1)
	if step < 1 {
		return nil, false
	}
	for i := range n {
		positions = append(positions, low+step*int64(i+1))
	}
	return positions, true
}

// after gives n positions behind the last.
func after(last int64, n int) []int64 {
	positions := make([]int64, n)
	for i := range n {
		positions[i] = last + gap*int64(i+1)
	}
	return positions
}

// slot finds the position for a suite in front of a sibling, or behind all. Where there is no room, the siblings from
// that one on move up to make some.
func (t *tree) slot(ctx context.Context, tx *ent.Client, parent, without ident.ID, before *ident.ID) (int64, error) {
	siblings := t.siblings(parent, without)
	last := int64(0)
	for i, s := range siblings {
		if before == nil || s.ID != *before {
			last = s.Position
			continue
		}
		if i == 0 {
			last = s.Position - 2*gap
		}
		if middle, ok := between(last, s.Position, 1); ok {
			return middle[0], nil
		}
		return last + gap, shift(ctx, tx, siblings[i:])
	}
	if before != nil {
		return 0, absent("suite", "before")
	}
	return last + gap, nil
}

// shift moves siblings up, as far as one new suite needs.
func shift(ctx context.Context, tx *ent.Client, siblings []*ent.Suite) error {
	ids := make([]ident.ID, len(siblings))
	for i, s := range siblings {
		ids[i] = s.ID
	}
	return tx.Suite.Update().Where(bulk.IDs[predicate.Suite](suite.FieldID, ids)).AddPosition(2 * gap).
		Exec(changes.Shifting(ctx))
}
