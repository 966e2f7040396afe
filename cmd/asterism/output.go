package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/alecthomas/kong"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
)

// output is where a command writes: one document to standard output, everything else to standard error.
type output struct {
	stdout, stderr io.Writer
	json           bool
}

// document prints one JSON document.
func (o *output) document(value any) error {
	encoder := json.NewEncoder(o.stdout)
	encoder.SetEscapeHTML(false)
	if !o.json {
		encoder.SetIndent("", "  ")
	}
	return encoder.Encode(value)
}

// printf writes to standard output, for people.
func (o *output) printf(format string, values ...any) {
	_, _ = fmt.Fprintf(o.stdout, format, values...)
}

// notef writes to standard error, for people.
func (o *output) notef(format string, values ...any) { _, _ = fmt.Fprintf(o.stderr, format, values...) }

// refusal is how an error looks in JSON.
type refusal struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Field   string `json:"field,omitempty"`
}

// fail shows why a command was refused and returns its exit code.
func (o *output) fail(err error, code int) int {
	if errors.Is(err, errShown) {
		return code
	}
	shown := explain(err, code)
	if o.json {
		_ = o.document(map[string]any{"error": shown})
		return code
	}
	field := shown.Field
	if shown.File == "" {
		field = "" // the words of a refusal without a file name it themselves
	}
	o.notef("asterism: %s%s\n", place(shown.File, shown.Line, field), shown.Message)
	return code
}

// place says where in a file something is, as far as that is known: "file:line: field: ".
func place(file string, line int, field string) string {
	text := file
	if file != "" && line > 0 {
		text += fmt.Sprintf(":%d", line)
	}
	if text != "" {
		text += ": "
	}
	if field != "" {
		text += field + ": "
	}
	return text
}

func explain(err error, code int) refusal {
	var bad *record.Error
	if errors.As(err, &bad) {
		return refusal{Code: string(fault.Invalid), Message: bad.Message, File: bad.File, Line: bad.Line, Field: bad.Field}
	}
	if found := fault.Of(err); found != nil {
		shown := refusal{Code: string(found.Code), Message: found.Message}
		if len(found.Field) > 0 {
			shown.Field = found.Field[len(found.Field)-1]
		}
		return shown
	}
	var usage *kong.ParseError
	if errors.As(err, &usage) || code == misused {
		return refusal{Code: "USAGE", Message: err.Error()}
	}
	// What no part of the program understood is for the log: it may speak of tables and drivers.
	slog.Error("a command failed", "error", err)
	return refusal{Code: string(fault.Internal), Message: "something went wrong inside; the log line above says more"}
}
