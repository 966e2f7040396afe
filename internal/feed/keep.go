package feed

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// retention says how long changes are kept.
type retention struct {
	age    time.Duration // younger changes are kept
	count  int64         // so many changes of a project are kept, however old they are
	waited time.Duration // for so long changes are kept for a consumer that has not confirmed them
	batch  int64         // so many are removed in one transaction
}

// usual is what a server keeps.
var usual = retention{age: 30 * 24 * time.Hour, count: 10_000, waited: 90 * 24 * time.Hour, batch: 5_000}

// Prune removes changes that need not be kept any longer, and tells how many there were. Of each project stay those of the
// last 30 days and the last 10,000, whichever are more. What a consumer has not confirmed stays for it until it is 90 days
// old; then the consumer becomes EXPIRED, which is news, with a note that says what to do. Several may prune at once. What
// goes wrong in one project does not keep the others from being pruned; the error is of all of them.
func (f *Feed) Prune(ctx context.Context, now time.Time) (removed int, err error) {
	ctx = viewer.AsSystem(ctx)
	heads, err := changelog.All(ctx, f.store.Client)
	if err != nil {
		return 0, err
	}
	var failed []error
	for _, head := range heads {
		count, err := f.prune(ctx, head, now)
		removed += count
		if ctx.Err() != nil {
			return removed, ctx.Err()
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("prune the changes of %s: %w", head.Project, err))
		}
	}
	return removed, errors.Join(failed...)
}

// prune removes what is old in one project, some thousand changes at a time: each transaction keeps others from changing
// the project.
func (f *Feed) prune(ctx context.Context, head changelog.Head, now time.Time) (removed int, err error) {
	d := f.store.Dialect()
	// Both only grow as time goes on, so what may be removed now may be removed later too.
	old, err := changelog.Removable(ctx, f.store.Client, d, head, now.Add(-f.retention.age), f.retention.count)
	if err != nil || old <= head.Floor {
		return 0, err
	}
	tooOld, err := changelog.Removable(ctx, f.store.Client, d, head, now.Add(-f.retention.waited), f.retention.count)
	if err != nil {
		return 0, err
	}
	for isMore := true; isMore; {
		var some int64
		err := f.hub.Write(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
			some, isMore, err = f.step(ctx, tx, head.Project, old, tooOld)
			return err
		})
		if err != nil {
			return removed, err
		}
		removed += int(some)
	}
	return removed, nil
}

// step removes once, after it has asked the consumers: they may have come on, or have come.
func (f *Feed) step(ctx context.Context, tx *ent.Client, project ident.ID, old, tooOld int64) (removed int64, isMore bool, err error) {
	d := f.store.Dialect()
	heads, err := changelog.Heads(ctx, tx, d, []ident.ID{project})
	if err != nil {
		return 0, false, err
	}
	head := heads[project]
	end, err := f.held(ctx, tx, head, old, max(tooOld, head.Floor))
	if err != nil || end <= head.Floor {
		return 0, false, err
	}
	upTo := min(end, head.Floor+f.retention.batch)
	removed, err = changelog.Remove(ctx, tx, d, project, upTo)
	return removed, upTo < end, err
}
