package fault

import (
	"errors"
	"fmt"
)

// Code is the machine-readable kind of a failure; it is what clients see in extensions.code.
type Code string

// The kinds of failure, by who must act.
const (
	Invalid         Code = "BAD_USER_INPUT"      // the caller sends other input
	Unauthenticated Code = "UNAUTHENTICATED"     // the caller signs in
	Denied          Code = "FORBIDDEN"           // an administrator of the project grants a role
	NotFound        Code = "NOT_FOUND"           // absent, or hidden from this viewer: deliberately the same
	Conflict        Code = "CONFLICT"            // somebody else changed it first; the current state is attached
	Precondition    Code = "PRECONDITION_FAILED" // a lifecycle or rule forbids the move; the legal ones are named
	Unavailable     Code = "UNAVAILABLE"         // try again later; the operator looks
	StorageFull     Code = "STORAGE_FULL"        // the operator frees room; reads go on meanwhile
	Internal        Code = "INTERNAL"            // the operator looks into the log under the reference
)

// Fault is a failure that a person may read.
type Fault struct {
	Code    Code
	Message string
	// Field is the path of the input that is at fault, outermost first; empty when it is not about one field.
	Field []string
	// Details are further machine-readable facts for the client, for example the current state on a conflict.
	Details map[string]any
	cause   error
}

// Error implements error.
func (f *Fault) Error() string { return f.Message }

// Unwrap gives the cause, for the log only.
func (f *Fault) Unwrap() error { return f.cause }

// Because attaches the technical cause, which is logged and never shown.
func (f *Fault) Because(cause error) *Fault {
	f.cause = cause
	return f
}

// At names the input field that is at fault.
func (f *Fault) At(path ...string) *Fault {
	f.Field = path
	return f
}

// With attaches a machine-readable fact.
func (f *Fault) With(name string, value any) *Fault {
	if f.Details == nil {
		f.Details = map[string]any{}
	}
	f.Details[name] = value
	return f
}

// New makes a fault of a kind with a sentence for the person who must act.
func New(code Code, format string, args ...any) *Fault {
	return &Fault{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Of finds the fault in an error chain; nil when there is none, which means that the error is internal.
func Of(err error) *Fault {
	var found *Fault
	if errors.As(err, &found) {
		return found
	}
	return nil
}

// Is tells whether an error is a fault of this kind.
func Is(err error, code Code) bool {
	found := Of(err)
	return found != nil && found.Code == code
}
