package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/fault"
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
	found := understood(ctx, err)
	if found == nil {
		found = unreadableArgument(ctx, err)
	}
	if found != nil {
		shown.Message = found.Message
		shown.Extensions["code"] = string(found.Code)
		if len(found.Field) > 0 {
			shown.Extensions["fields"] = []any{map[string]any{"path": found.Field, "message": found.Message}}
		}
		for name, value := range found.Details {
			shown.Extensions[name] = value
		}
		if found.Code == fault.Internal || found.Code == fault.Unavailable {
			shown.Extensions["reference"] = note(ctx, err)
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
	reference := note(ctx, err)
	shown.Message = "something went wrong here; tell the operator this reference: " + reference
	shown.Extensions["code"] = string(fault.Internal)
	shown.Extensions["reference"] = reference
	return shown
}

// understood finds the fault in an error, or makes one of the errors that lower layers use for the same thing.
func understood(ctx context.Context, err error) *fault.Fault {
	if found := fault.Of(err); found != nil {
		return found
	}
	switch {
	case errors.Is(err, level.ErrForeignCursor):
		return fault.New(fault.Invalid, "the cursor belongs to another list or another order; ask for the first page again")
	case ent.IsEmptyFilter(err):
		return fault.New(fault.Invalid, "the filter holds an empty condition, which says nothing: leave it out").At("where")
	case errors.Is(err, context.DeadlineExceeded), errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fault.New("TIMEOUT", "the question took too long; ask for less, or in smaller pages")
	case errors.Is(err, context.Canceled), ctx.Err() != nil: // drivers have words of their own for it
		return fault.New("CANCELLED", "the client went away")
	case ent.IsNotFound(err):
		return fault.New(fault.NotFound, "there is no such thing, or you may not see it")
	}
	return nil
}

// unreadableArgument makes a fault of what a scalar says about a value that it cannot read; gqlgen reads the arguments of a
// field before it fills them in.
func unreadableArgument(ctx context.Context, err error) *fault.Fault {
	var given *gqlerror.Error
	var happened *incident
	field := graphql.GetFieldContext(ctx)
	if field == nil || field.Args != nil || field.Field.Field == nil || len(field.Field.Arguments) == 0 || !errors.As(err, &given) || errors.As(err, &happened) {
		return nil
	}
	var at []string
	for _, step := range given.Path[min(len(field.Path()), len(given.Path)):] {
		at = append(at, fmt.Sprint(step))
	}
	words := given.Message
	if given.Err != nil {
		words = given.Err.Error()
	}
	return fault.New(fault.Invalid, "%s", clip(words)).At(at...)
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

// userErrors splits an error into what the caller can mend in the input and anything else. Several faults are mendable
// only together: one that is not speaks for all.
func userErrors(err error) ([]*model.UserError, error) {
	mendable := []*model.UserError{}
	if err == nil {
		return mendable, nil
	}
	for _, found := range fault.All(err) {
		switch found.Code {
		case fault.Invalid, fault.Conflict, fault.Precondition:
		case fault.NotFound:
			if len(found.Field) == 0 {
				return nil, err
			}
		default:
			return nil, err
		}
		field := found.Field
		if field == nil {
			field = []string{}
		}
		mendable = append(mendable, &model.UserError{Message: found.Message, Field: field, Code: string(found.Code)})
	}
	if len(mendable) == 0 {
		return nil, err
	}
	return mendable, nil
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
