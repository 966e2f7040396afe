package app

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/remarks"
)

// refused is what a client is told that did not get what it asked for; the codes are those of the API.
type refused struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Field   []string `json:"field"`
}

// statuses are how HTTP says the kinds of failure.
var statuses = map[fault.Code]int{
	fault.Invalid: http.StatusBadRequest, fault.Unauthenticated: http.StatusUnauthorized, fault.Denied: http.StatusForbidden,
	fault.NotFound: http.StatusNotFound, fault.Conflict: http.StatusConflict, fault.Precondition: http.StatusConflict,
	fault.Unavailable: http.StatusServiceUnavailable, fault.StorageFull: http.StatusInsufficientStorage,
	feed.CursorInvalid: http.StatusBadRequest, feed.CursorAhead: http.StatusConflict, feed.AccessEnded: http.StatusForbidden,
	feed.CursorExpired: http.StatusGone, feed.CursorOtherHistory: http.StatusGone,
}

// refuse answers with a failure. What the client cannot mend is logged; what is not a fault is not shown. One that seems to
// have gone away is answered too: it may only have ended its sending, and silence would say that all is well.
func refuse(ctx context.Context, w http.ResponseWriter, err error) {
	found, isGone := fault.Of(err), ctx.Err() != nil
	switch {
	case found == nil && isGone:
		found = fault.New(fault.Unavailable, "the connection was cut before all was done; send it again")
	case found == nil:
		found = fault.New(fault.Internal, "something went wrong here; the operator finds it in the log")
	}
	status, known := statuses[found.Code]
	isBusy := errors.Is(err, errBusy)
	switch {
	case isBusy:
		w.Header().Set("Retry-After", retryAfter)
	case found.Code == fault.Invalid && errors.Is(err, os.ErrDeadlineExceeded):
		status = http.StatusRequestTimeout // the sender stood still
	case errors.Is(err, remarks.ErrTooLarge):
		status = http.StatusRequestEntityTooLarge
	case errors.Is(err, remarks.ErrMedia):
		status = http.StatusUnsupportedMediaType
	case !known:
		status = http.StatusInternalServerError
	}
	if status >= http.StatusInternalServerError && !isBusy && !isGone {
		slog.ErrorContext(ctx, "a file could not be taken or given", "error", err, "cause", errors.Unwrap(found))
	}
	field := found.Field
	if field == nil {
		field = []string{}
	}
	answer(w, status, "error", refused{Code: string(found.Code), Message: found.Message, Field: field})
}
