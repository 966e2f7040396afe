package receipts

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	entsql "entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/receipt"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Once acts unless the viewer's receipt under the key says that the same mutation with the same input was done before;
// then it answers from the receipt, and repeated is true. Without a key it just acts. It comes first in its transaction.
//
// The receipt is claimed before anything is done: on PostgreSQL a second transaction with the same key waits there until
// the first has ended, and then either answers from its receipt or, when the first failed, acts itself. SQLite has one
// writer, so the second begins after the first.
func Once(ctx context.Context, tx *ent.Client, mutation, key string, input any, act func() (schema.ReceiptOutcome, error)) (outcome schema.ReceiptOutcome, repeated bool, err error) {
	if key == "" {
		outcome, err = act()
		return outcome, false, err
	}
	if err := checkKey(key); err != nil {
		return outcome, false, err
	}
	who, err := viewer.From(ctx)
	if err != nil {
		return outcome, false, err
	}
	digest, err := digestOf(input)
	if err != nil {
		return outcome, false, fmt.Errorf("digest the input of %s: %w", mutation, err)
	}
	id, won, err := claim(ctx, tx, who.User, mutation, key, digest)
	if err != nil {
		return outcome, false, err
	}
	if !won {
		outcome, err = recall(ctx, tx, who.User, mutation, key, digest)
		return outcome, err == nil, err
	}
	if outcome, err = act(); err != nil {
		return schema.ReceiptOutcome{}, false, err
	}
	if err := keep(ctx, tx, id, outcome); err != nil {
		return schema.ReceiptOutcome{}, false, err
	}
	return outcome, false, forget(ctx, tx)
}

// claim writes a receipt with no outcome yet, unless there is one under the key.
func claim(ctx context.Context, tx *ent.Client, user ident.ID, mutation, key, digest string) (id ident.ID, won bool, err error) {
	id, now := ident.New(ident.Receipt), clock.Now(ctx)
	err = tx.Receipt.Create().SetID(id).SetUserID(user).SetIdempotencyKey(key).SetMutation(mutation).SetDigest(digest).
		SetOutcome(schema.ReceiptOutcome{}).SetCreatedAt(now).SetUpdatedAt(now).
		OnConflictColumns(receipt.FieldUserID, receipt.FieldIdempotencyKey).DoNothing().Exec(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return ident.ID{}, false, nil
	}
	return id, err == nil, bulk.Explain(err, "idempotency key")
}

// recall answers from the receipt under the key, when it is one of the same mutation with the same input.
func recall(ctx context.Context, tx *ent.Client, user ident.ID, mutation, key, digest string) (schema.ReceiptOutcome, error) {
	found, err := tx.Receipt.Query().Where(receipt.UserID(user), receipt.IdempotencyKey(key)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return schema.ReceiptOutcome{}, fault.New(fault.Conflict,
			"the receipt under this idempotency key was just thrown away; nothing was written; send it again").At("idempotencyKey")
	case err != nil:
		return schema.ReceiptOutcome{}, err
	case found.Mutation != mutation:
		return schema.ReceiptOutcome{}, fault.New(fault.Conflict,
			"this idempotency key was already used for %s; make up a new one for each thing to be done", found.Mutation).At("idempotencyKey")
	case found.Digest != digest:
		return schema.ReceiptOutcome{}, fault.New(fault.Conflict,
			"this idempotency key was already used for %s with another input; make up a new one for each thing to be done", mutation).At("idempotencyKey")
	}
	return found.Outcome, nil
}

// keep completes a receipt of this transaction. To everybody else a receipt has its outcome from the start and never
// another, which is why the model offers no way to set it later.
func keep(ctx context.Context, tx *ent.Client, id ident.ID, outcome schema.ReceiptOutcome) error {
	document, err := json.Marshal(outcome)
	if err != nil {
		return fmt.Errorf("write the outcome of a mutation: %w", err)
	}
	return tx.Receipt.Update().Where(receipt.ID(id)).
		Modify(func(u *entsql.UpdateBuilder) { u.Set(receipt.FieldOutcome, string(document)) }).Exec(ctx)
}

// digestOf is the SHA-256 of the input as JSON, in which fields stand in their order and names of maps sorted.
func digestOf(input any) (string, error) {
	document, err := json.Marshal(input)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(document)
	return hex.EncodeToString(sum[:]), nil
}
