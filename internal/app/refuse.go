package app

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"github.com/asterism-qa/asterism/internal/fault"
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
}

// refuse answers with a failure. What the client cannot mend is logged; what is not a fault is not shown.
func refuse(ctx context.Context, w http.ResponseWriter, err error) {
	if ctx.Err() != nil {
		return // nobody is there to be told
	}
	found := fault.Of(err)
	if found == nil {
		found = fault.New(fault.Internal, "something went wrong here; the operator finds it in the log")
	}
	status, known := statuses[found.Code]
	switch {
	case errors.Is(err, remarks.ErrTooLarge):
		status = http.StatusRequestEntityTooLarge
	case errors.Is(err, remarks.ErrMedia):
		status = http.StatusUnsupportedMediaType
	case !known:
		status = http.StatusInternalServerError
	}
	if status >= http.StatusInternalServerError {
		slog.ErrorContext(ctx, "a file could not be taken or given", "error", err, "cause", errors.Unwrap(found))
	}
	field := found.Field
	if field == nil {
		field = []string{}
	}
	answer(w, status, "error", refused{Code: string(found.Code), Message: found.Message, Field: field})
}
