package signatures

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/failuresignature"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Seen says that an execution failed in some words at some time.
type Seen struct {
	// Text is normalised.
	Text string
	At   time.Time
}

// span is what is known of one signature after many failures.
type span struct {
	text        string
	first, last time.Time
}

// Ensure finds the signatures of normalised texts and makes those that are missing; it says which one each hash has. When
// a failure is older than the first or newer than the last that was known, the signature learns of it, without becoming
// another one for those who look at it: its version stays.
func Ensure(ctx context.Context, tx *ent.Client, project *ent.Project, seen []Seen) (map[string]ident.ID, error) {
	spans := map[string]span{}
	hashes := make(map[string]string, len(seen)) // by text
	for _, one := range seen {
		hash, known := hashes[one.Text]
		if !known {
			hash = Hash(one.Text)
			hashes[one.Text] = hash
			spans[hash] = span{one.Text, one.At, one.At}
		}
		is := spans[hash]
		spans[hash] = span{one.Text, earlier(is.first, one.At), later(is.last, one.At)}
	}
	ids := make(map[string]ident.ID, len(spans))
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(spans)), bulk.Size) {
		if err := ensure(ctx, tx, project, chunk, spans, ids); err != nil {
			return nil, bulk.Explain(err, "failure signature")
		}
	}
	return ids, nil
}

func ensure(ctx context.Context, tx *ent.Client, project *ent.Project, hashes []string, spans map[string]span, ids map[string]ident.ID) error {
	known, err := load(ctx, tx, project, hashes)
	if err != nil {
		return err
	}
	if len(known) < len(hashes) {
		if err := create(ctx, tx, project, hashes, known, spans); err != nil {
			return err
		}
		// Read again: somebody else may have made one at the same moment, which then stands.
		if known, err = load(ctx, tx, project, hashes); err != nil {
			return err
		}
	}
	for hash, one := range known {
		ids[hash] = one.ID
	}
	return widen(ctx, tx, known, spans)
}

// load finds signatures and keeps others from changing them, always in one order so that no two wait for each other.
func load(ctx context.Context, tx *ent.Client, project *ent.Project, hashes []string) (map[string]*ent.FailureSignature, error) {
	all, err := tx.FailureSignature.Query().
		Where(failuresignature.ProjectID(project.ID), bulk.Texts[predicate.FailureSignature](failuresignature.FieldHash, hashes),
			bulk.Lock[predicate.FailureSignature]()).
		Unique(false).Order(ent.Asc(failuresignature.FieldHash)).
		Select(failuresignature.FieldID, failuresignature.FieldHash, failuresignature.FieldFirstSeenAt, failuresignature.FieldLastSeenAt).All(ctx)
	known := make(map[string]*ent.FailureSignature, len(all))
	for _, one := range all {
		known[one.Hash] = one
	}
	return known, err
}

func create(ctx context.Context, tx *ent.Client, project *ent.Project, hashes []string, known map[string]*ent.FailureSignature, spans map[string]span) error {
	now := clock.Now(ctx)
	var missing []*ent.FailureSignatureCreate
	for _, hash := range hashes {
		if known[hash] == nil {
			is := spans[hash]
			missing = append(missing, tx.FailureSignature.Create().SetProjectID(project.ID).SetHash(hash).SetText(is.text).
				SetFirstSeenAt(is.first).SetLastSeenAt(is.last).SetCreatedAt(now).SetUpdatedAt(now))
		}
	}
	return tx.FailureSignature.CreateBulk(missing...).
		OnConflictColumns(failuresignature.FieldProjectID, failuresignature.FieldHash).Ignore().Exec(ctx)
}

// widen moves the times of the signatures that were seen earlier or later than known, in one statement.
func widen(ctx context.Context, tx *ent.Client, known map[string]*ent.FailureSignature, spans map[string]span) error {
	var moved []*ent.FailureSignature
	for hash, one := range known {
		if is := spans[hash]; is.first.Before(one.FirstSeenAt) || is.last.After(one.LastSeenAt) {
			moved = append(moved, one)
		}
	}
	if len(moved) == 0 {
		return nil
	}
	slices.SortFunc(moved, func(a, b *ent.FailureSignature) int { return cmp.Compare(a.Hash, b.Hash) })
	ids := make([]ident.ID, len(moved))
	for i, one := range moved {
		ids[i] = one.ID
	}
	return tx.FailureSignature.Update().Where(bulk.IDs[predicate.FailureSignature](failuresignature.FieldID, ids)).
		Modify(func(u *sql.UpdateBuilder) {
			u.Set(failuresignature.FieldFirstSeenAt, each(u.Dialect(), failuresignature.FieldFirstSeenAt, moved, func(one *ent.FailureSignature) time.Time {
				return earlier(one.FirstSeenAt, spans[one.Hash].first)
			}))
			u.Set(failuresignature.FieldLastSeenAt, each(u.Dialect(), failuresignature.FieldLastSeenAt, moved, func(one *ent.FailureSignature) time.Time {
				return later(one.LastSeenAt, spans[one.Hash].last)
			}))
		}).Exec(changes.Setting(ctx, failuresignature.FieldFirstSeenAt, failuresignature.FieldLastSeenAt))
}

// each is a value of its own for each signature. It ends in the column itself, which tells PostgreSQL the type.
func each(d, column string, all []*ent.FailureSignature, value func(*ent.FailureSignature) time.Time) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.SetDialect(d)
		b.WriteString("CASE ").Ident(failuresignature.FieldHash)
		for _, one := range all {
			b.WriteString(" WHEN ").Arg(one.Hash).WriteString(" THEN ").Arg(value(one))
		}
		b.WriteString(" ELSE ").Ident(column).WriteString(" END")
	})
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
