package app

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/receipts"
	"github.com/asterism-qa/asterism/internal/remarks"
)

// Headers of an upload.
const (
	// uploadHeader must stand on an upload. A form of a foreign page cannot set it, and a script of one would have to ask
	// first, which nobody answers.
	uploadHeader = "Asterism-Upload"
	// keyHeader may stand on one that its sender may have to repeat.
	keyHeader = "Idempotency-Key"
)

const (
	// mostUploads is how many files may arrive at the same moment; each takes up to remarks.MaxFile of temporary room.
	mostUploads = 8
	// retryAfter is the number of seconds after which one who found no place may ask again.
	retryAfter = "5"
)

// errBusy is the cause of the fault when too many files arrive already.
var errBusy = errors.New("too many uploads")

// upload is what identifies a file to the receipts: the same key with another thing, name or content is a mistake.
type upload struct {
	About ident.ID
	Name  string
	Hash  string
}

// take asks first whether the file may be attached, so that nobody sends what is refused, and lets it arrive before the
// transaction begins, so that a slow sender holds up nobody. One who goes away or stands still has stored nothing.
func (a *App) take(ctx context.Context, r *http.Request, pace pace) (*ent.Attachment, error) {
	if r.Header.Get(uploadHeader) != "1" {
		return nil, fault.New(fault.Invalid, "send the header %s: 1, which says that a program of yours sends the file", uploadHeader).At(uploadHeader)
	}
	key := r.Header.Get(keyHeader)
	if key == "" && r.Header.Values(keyHeader) != nil {
		return nil, fault.New(fault.Invalid, "an idempotency key is not empty; leave it out instead").At(keyHeader)
	}
	query := r.URL.Query()
	about, err := ident.Parse(query.Get("about"))
	if err != nil {
		return nil, fault.New(fault.Invalid, "%s", err).At("about")
	}
	name := query.Get("name")
	if err := remarks.MayAttach(ctx, a.Store.Client, about, name); err != nil {
		return nil, err
	}
	if r.ContentLength > remarks.MaxFile {
		return nil, remarks.TooLarge()
	}
	select {
	case a.uploads <- struct{}{}:
		defer func() { <-a.uploads }()
	default:
		return nil, fault.New(fault.Unavailable, "%d files arrive at this moment, which is the most; send it again in a few seconds", mostUploads).
			Because(errBusy)
	}
	content, err := remarks.Receive(arriving{r.Body, pace})
	if err != nil {
		return nil, err
	}
	defer content.Close()
	pace.received()
	return a.store(ctx, key, about, name, content)
}

// store attaches a file that has arrived, once for each idempotency key.
func (a *App) store(ctx context.Context, key string, about ident.ID, name string, content *remarks.Content) (made *ent.Attachment, err error) {
	err = a.Hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		outcome, repeated, err := receipts.Once(ctx, tx, "POST /attachments", key, upload{about, name, content.Hash}, func() (schema.ReceiptOutcome, error) {
			if made, err = remarks.Store(ctx, tx, about, name, content); err != nil {
				return schema.ReceiptOutcome{}, err
			}
			return schema.ReceiptOutcome{IDs: []string{made.ID.String()}, Count: 1}, nil
		})
		if err != nil || !repeated {
			return err
		}
		made, err = answered(ctx, tx, outcome)
		return err
	})
	if found := fault.Of(err); found != nil && strings.Join(found.Field, ".") == "idempotencyKey" {
		return nil, found.At(keyHeader)
	}
	return made, err
}

// answered is what an upload made that is repeated, even when it was put into the trash since.
func answered(ctx context.Context, tx *ent.Client, outcome schema.ReceiptOutcome) (*ent.Attachment, error) {
	if len(outcome.IDs) != 1 {
		return nil, fault.New(fault.Internal, "the receipt of an upload names %d files", len(outcome.IDs))
	}
	id, err := ident.Parse(outcome.IDs[0])
	if err != nil {
		return nil, err
	}
	return tx.Attachment.Get(people.IncludingTrash(ctx), id)
}
