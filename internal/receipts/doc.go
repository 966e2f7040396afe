// Package receipts makes a mutation that is repeated do nothing twice. A client that may have to send a mutation again,
// because the line was cut before the answer came, makes up an idempotency key for it and sends the same key each time.
//
// A receipt says what came of the mutation; it is written in the same transaction, so there is none for what failed. It
// belongs to one user: the keys of different users have nothing to do with each other. Receipts are kept for at least
// seven days.
package receipts
