package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/areas"
	"github.com/asterism-qa/asterism/internal/store"
)

// reply is an answer that a test walks through by names: reply["coverage.status"] is at("coverage", "status").
type reply map[string]any

// at follows names and places down an answer; nil where there is nothing.
func (a reply) at(path ...any) any {
	var found any = map[string]any(a)
	for _, step := range path {
		switch typed := step.(type) {
		case string:
			inside, _ := found.(map[string]any)
			found = inside[typed]
		case int:
			list, _ := found.([]any)
			if typed >= len(list) {
				return nil
			}
			found = list[typed]
		}
	}
	return found
}

// text is what stands at a path, as text.
func (a reply) text(path ...any) string {
	found := a.at(path...)
	if found == nil {
		return ""
	}
	return fmt.Sprint(found)
}

// number is the whole number at a path.
func (a reply) number(path ...any) int {
	found, _ := a.at(path...).(float64)
	return int(found)
}

// id and version name a thing for the next mutation.
func (a reply) seen() map[string]any {
	return map[string]any{"id": a.text("id"), "expectedVersion": a.number("version")}
}

// with adds to what names a thing.
func with(seen map[string]any, further map[string]any) map[string]any {
	all := map[string]any{}
	for _, some := range []map[string]any{seen, further} {
		for name, value := range some {
			all[name] = value
		}
	}
	return all
}

// leo is the API with everything that the areas do about each other's changes.
func leo(t testing.TB, db *store.Store) *graphtest.Server {
	return graphtest.New(t, db, areas.Reactions()...)
}

// try performs a mutation and gives its payload, whatever came of it.
func try(s *graphtest.Server, mutation, inputType string, input map[string]any, selection string) reply {
	s.T.Helper()
	document := fmt.Sprintf("mutation($input: %s!) { done: %s(input: $input) { %s userErrors { code field message } } }", inputType, mutation, selection)
	var data struct{ Done reply }
	s.Data(document, map[string]any{"input": input}, &data)
	return data.Done
}

// do performs a mutation that must go through.
func do(s *graphtest.Server, mutation, inputType string, input map[string]any, selection string) reply {
	s.T.Helper()
	done := try(s, mutation, inputType, input, selection)
	if errors, _ := done.at("userErrors").([]any); len(errors) > 0 {
		s.T.Fatalf("%s %v: %v", mutation, input, errors)
	}
	return done
}

// ask asks and gives the data.
func ask(s *graphtest.Server, document string, variables map[string]any) reply {
	s.T.Helper()
	var data reply
	s.Data(document, variables, &data)
	return data
}

// refusals are the codes and fields of a payload's errors, one a line.
func refusals(done reply) string {
	var lines []string
	errors, _ := done.at("userErrors").([]any)
	for i := range errors {
		field, _ := json.Marshal(done.at("userErrors", i, "field"))
		lines = append(lines, done.text("userErrors", i, "code")+" "+string(field))
	}
	return strings.Join(lines, "\n")
}
