package feed

import (
	"context"
	"log/slog"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// batch is how many changes are read from the log at once.
const batch = 500

// read reads changes behind a position, in order and without a hole, and how far the log went afterwards. Nothing is found
// only at the head. Known is how far the log went before, 0 when nobody looked.
//
// The head is read after the changes. An epoch that is still the same then was theirs too, since none comes back; and a
// change that was removed in between lies below the floor by then.
func (f *Feed) read(ctx context.Context, p *ent.Project, at Position, known int64, limit int) ([]*Change, changelog.Head, error) {
	for {
		records, err := changelog.Read(ctx, f.store.Client, f.store.Dialect(), p.ID, at.Seq, limit)
		if err != nil {
			return nil, changelog.Head{}, err
		}
		head, err := f.Head(ctx, p)
		if err != nil {
			return nil, head, err
		}
		if at.Epoch != head.Epoch && at != (Position{p.ID, noEpoch, 0}) {
			return nil, head, otherHistory(p)
		}
		found, err := dense(p, head.Epoch, at.Seq, records)
		if err != nil || len(found) > 0 {
			return found, head, err
		}
		if err := check(p, at, head); err != nil || head.Head == at.Seq {
			return nil, head, err
		}
		if len(records) > 0 || known > at.Seq {
			err := damaged(p, at.Seq, head)
			slog.ErrorContext(ctx, "a change is missing in the log: restore the database from a copy", "project", p.Key,
				"seq", at.Seq+1, "floor", head.Floor, "head", head.Head)
			return nil, head, err
		}
		known = head.Head // it was committed in between: the next look must find it
	}
}

// dense makes changes of records as long as each has the number after the one before.
func dense(p *ent.Project, epoch string, after int64, records []changelog.Record) ([]*Change, error) {
	found := make([]*Change, 0, len(records))
	for i, r := range records {
		if r.Seq != after+1+int64(i) {
			break
		}
		c, err := made(p, epoch, r)
		if err != nil {
			return nil, err
		}
		found = append(found, c)
	}
	return found, nil
}

// check makes sure that a reader can go on from a position. The very beginning of a project that had no feed yet is a
// place in every history.
func check(p *ent.Project, at Position, head changelog.Head) error {
	switch {
	case at.Epoch != head.Epoch && at != (Position{p.ID, noEpoch, 0}):
		return otherHistory(p)
	case at.Seq > head.Head:
		return ahead(p, at.Seq, head)
	case at.Seq < head.Floor:
		return expired(p, at.Seq, head)
	}
	return nil
}
