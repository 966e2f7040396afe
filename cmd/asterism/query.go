package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/asterism-qa/asterism/internal/fault"
)

// queryCommand asks one question.
type queryCommand struct {
	Document  string `arg:"" help:"GraphQL document, @FILE, or @- for standard input."`
	Variables string `help:"Variables as a JSON object, or @FILE." default:"{}" placeholder:"JSON"`
	Operation string `help:"Which operation to execute when the document has several."`
}

// Run prints the data, or with --json the whole answer; it is refused when the answer holds errors, or userErrors of a
// mutation.
func (q *queryCommand) Run(ctx context.Context, words *cli, out *output) error {
	document, err := content(q.Document)
	if err != nil {
		return err
	}
	variables, err := content(q.Variables)
	if err != nil {
		return err
	}
	if !json.Valid([]byte(variables)) {
		return fault.New(fault.Invalid, "the variables are not JSON; write them like '{\"project\": \"PAY\"}'").At("variables")
	}
	a, err := words.existing(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	raw, read, err := ask(ctx, a, document, json.RawMessage(variables), q.Operation)
	if err != nil {
		return err
	}
	if out.json {
		_, err := out.stdout.Write(append(bytes.TrimRight(raw, "\n"), '\n'))
		if len(read.Errors) > 0 || read.mutationRefused() {
			return errShown
		}
		return err
	}
	if err := read.refused(); err != nil {
		for _, one := range read.Errors[1:] {
			out.notef("also: %s\n", one.Message)
		}
		return err
	}
	if err := out.document(json.RawMessage(readable(read.Data))); err != nil || !read.mutationRefused() {
		return err
	}
	return errShown // the document says what is to be mended
}

// readable shows the characters that JSON for web pages escapes: messages are full of them.
func readable(document []byte) []byte {
	return escapes.ReplaceAllFunc(document, func(found []byte) []byte {
		slashes := bytes.LastIndexByte(found, '\\')
		if slashes%2 == 1 { // the backslash is itself escaped, so what follows is text
			return found
		}
		letter := map[string]byte{"003c": '<', "003e": '>', "0026": '&'}[string(found[slashes+2:])]
		return append(bytes.Clone(found[:slashes]), letter)
	})
}

var escapes = regexp.MustCompile(`\\+u(003c|003e|0026)`)

// errShown ends a command whose refusal was already printed.
var errShown = errors.New("the answer holds errors")

// content is a word as it stands, or what the file after @ holds.
func content(word string) (string, error) {
	name, found := strings.CutPrefix(word, "@")
	if !found {
		return word, nil
	}
	if name == "-" {
		text, err := io.ReadAll(os.Stdin)
		return string(text), err
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return "", fault.New(fault.Invalid, "the file %s cannot be read", name).Because(err)
	}
	return string(text), nil
}
