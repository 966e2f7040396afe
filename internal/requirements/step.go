package requirements

import (
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Implement says that an approved requirement is built into the product.
func Implement(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Requirement, error) {
	return plain(ctx, tx, in, verbImplement)
}

// Verify says that tests have shown an implemented requirement.
func Verify(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Requirement, error) {
	return plain(ctx, tx, in, verbVerify)
}

// Retire says that a requirement is no longer wanted; the note says why.
func Retire(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Requirement, error) {
	return plain(ctx, tx, in, verbRetire)
}

// plain makes a move that changes nothing but the status; what is said with it is kept as a comment.
func plain(ctx context.Context, tx *ent.Client, in lifecycle.Input, verb string) (*ent.Requirement, error) {
	one, move, err := step(ctx, tx, in, verb)
	if err != nil {
		return nil, err
	}
	saved, err := tx.Requirement.UpdateOneID(one.ID).SetStatus(requirement.Status(move.To)).AddVersion(1).Save(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "requirement")
	}
	return saved, say(ctx, tx, one, in.Note)
}

// step checks a move from one status to another.
func step(ctx context.Context, tx *ent.Client, in lifecycle.Input, verb string) (*ent.Requirement, lifecycle.Move, error) {
	var wrong checker
	if needs(Lifecycle, verb, fieldNote) {
		note := lifecycle.Say(in.Note)
		wrong.filled(maxNote, &note, fieldNote)
	} else {
		wrong.text(maxNote, in.Note, fieldNote)
	}
	if err := wrong.Err(); err != nil {
		return nil, lifecycle.Move{}, err
	}
	one, _, err := begin(ctx, tx, in.ID, in.ExpectedVersion)
	if err != nil {
		return nil, lifecycle.Move{}, err
	}
	move, err := Lifecycle.Check(one.Key, string(one.Status), verb)
	return one, move, err
}

// needs tells whether a move cannot do without a field.
func needs(table lifecycle.Table, verb, field string) bool {
	return slices.ContainsFunc(table.Moves, func(m lifecycle.Move) bool { return m.Verb == verb && slices.Contains(m.Needs, field) })
}
