package graph

import (
	"context"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// codes are the kinds of error that gqlgen and entgql set themselves, in the spelling of our contract.
var codes = map[string]fault.Code{
	errcode.ParseFailed:         "GRAPHQL_PARSE_FAILED",
	errcode.ValidationFailed:    "GRAPHQL_VALIDATION_FAILED",
	"COMPLEXITY_LIMIT_EXCEEDED": "COMPLEXITY_LIMIT_EXCEEDED",
	"INVALID_PAGINATION":        fault.Invalid,
}

// present is the one place where an error becomes words for a client. What is not a fault is logged under a reference
// and shown as that reference only: no SQL, path or input ever leaves.
func present(ctx context.Context, err error) *gqlerror.Error {
	shown := &gqlerror.Error{Extensions: map[string]any{}}
	var given *gqlerror.Error
	if errors.As(err, &given) {
		shown.Path, shown.Locations = given.Path, given.Locations
	}
	if shown.Path == nil {
		shown.Path = graphql.GetPath(ctx)
	}
	if found := understood(err); found != nil {
		shown.Message = found.Message
		shown.Extensions["code"] = string(found.Code)
		if len(found.Field) > 0 {
			shown.Extensions["fields"] = []any{map[string]any{"path": found.Field, "message": found.Message}}
		}
		for name, value := range found.Details {
			shown.Extensions[name] = value
		}
		return shown
	}
	if given != nil && given.Err == nil {
		// Made by the parser, the validator or the reading of arguments: its words are about the client's own request.
		code, _ := given.Extensions["code"].(string)
		translated, known := codes[code]
		if !known {
			translated = fault.Invalid
		}
		shown.Message = clip(given.Message)
		shown.Extensions["code"] = string(translated)
		return shown
	}
	reference := ident.New(ident.Project).String()[5:]
	slog.ErrorContext(ctx, "a request failed", "reference", reference, "error", err)
	shown.Message = "something went wrong here; tell the operator this reference: " + reference
	shown.Extensions["code"] = string(fault.Internal)
	shown.Extensions["reference"] = reference
	return shown
}

// understood finds the fault in an error, or makes one of the errors that lower layers use for the same thing.
func understood(err error) *fault.Fault {
	if found := fault.Of(err); found != nil {
		return found
	}
	switch {
	case errors.Is(err, level.ErrForeignCursor):
		return fault.New(fault.Invalid, "the cursor was made for a list in another order; ask for the first page again").At("after")
	case errors.Is(err, context.DeadlineExceeded):
		return fault.New("TIMEOUT", "the question took too long; ask for less, or in smaller pages")
	case errors.Is(err, context.Canceled):
		return fault.New("CANCELLED", "the client went away")
	case ent.IsNotFound(err):
		return fault.New(fault.NotFound, "there is no such thing, or you may not see it")
	}
	return nil
}

// longest is how much of a request a message may repeat.
const longest = 300

func clip(text string) string {
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	return string(runes[:longest]) + "…"
}

// userErrors splits an error into what the caller can mend in the input and anything else.
func userErrors(err error) ([]*model.UserError, error) {
	found := fault.Of(err)
	if found == nil {
		return nil, err
	}
	switch found.Code {
	case fault.Invalid, fault.Conflict, fault.Precondition:
		field := found.Field
		if field == nil {
			field = []string{}
		}
		return []*model.UserError{{Message: found.Message, Field: field, Code: string(found.Code)}}, nil
	}
	return nil, err
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
