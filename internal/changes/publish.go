package changes

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	gen "github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// publish writes what the transaction did into the log, as its last statements: from the first of them on, others wait for
// the project. It gives the heads that were raised. Projects come in the order of their ids, so that two transactions over
// several of them never wait for each other in a circle.
func (l *ledger) publish(ctx context.Context, tx *gen.Client, dialect string) ([]ident.ID, error) {
	piles := map[ident.ID]*pile{}
	for some := range slices.Chunk(l.touched, together) {
		if err := l.gather(ctx, tx, some, piles); err != nil {
			return nil, err
		}
		if len(l.touched) > together {
			for _, one := range piles {
				if err := one.seal(); err != nil {
					return nil, err
				}
			}
		}
	}
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return nil, fmt.Errorf("name the transaction: %w", err)
	}
	common := changelog.Record{Actor: who.User, Tx: id.String(), At: clock.Now(ctx)}
	projects := make([]ident.ID, 0, len(piles))
	for project := range piles {
		projects = append(projects, project)
	}
	slices.SortFunc(projects, func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) })
	for _, project := range projects {
		common.Project = project
		if err := piles[project].write(ctx, tx, dialect, common); err != nil {
			return nil, err
		}
	}
	return projects, nil
}

// gather reads what became of some touched entities and adds what is to be told of them to the piles of their projects.
func (l *ledger) gather(ctx context.Context, tx *gen.Client, touched []touch, piles map[ident.ID]*pile) error {
	kinds := map[ident.Kind][]ident.ID{}
	present := make(map[ident.ID]told, len(touched))
	for _, one := range touched {
		if foreseen, ok := l.after[one.id]; ok {
			present[one.id] = foreseen
			continue
		}
		kinds[one.id.Kind()] = append(kinds[one.id.Kind()], one.id)
	}
	for kind, ids := range kinds {
		states, err := tx.States(everything(ctx), kind, ids, false)
		if err != nil {
			return err
		}
		for _, state := range states {
			if present[state.ID], err = tell(state); err != nil {
				return err
			}
		}
	}
	for _, one := range touched {
		before, was := l.before[one.id]
		after, is := present[one.id]
		op, project := Update, after.project
		switch {
		case !was && !is: // made and gone again, or not made because it was there already
			continue
		case !was:
			op = Create
		case !is:
			op, project = Delete, before.project
		}
		text, isNews := data(one.id, op, before, after, one.why)
		if !isNews {
			continue
		}
		if piles[project] == nil {
			piles[project] = &pile{}
		}
		piles[project].add(one.id, op, text)
	}
	return nil
}
