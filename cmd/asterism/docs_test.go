package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// block is a fenced part of a document: its words after the fence, and its text.
var block = regexp.MustCompile("(?ms)^```([^\n]*)\n(.*?)^```$")

type fenced struct{ words, text string }

func fences(t *testing.T, path string) []fenced {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var found []fenced
	for _, match := range block.FindAllStringSubmatch(string(text), -1) {
		found = append(found, fenced{match[1], match[2]})
	}
	return found
}

func documents(t *testing.T) []string {
	t.Helper()
	guides, err := filepath.Glob("../../docs/guide/*.md")
	if err != nil || len(guides) == 0 {
		t.Fatalf("no guide found: %v", err)
	}
	return append(guides, "../../README.md")
}

// Every question in the documents is asked of the demo workspace and brings an answer without an error.
func TestTheQuestionsInTheDocumentsHaveAnswers(t *testing.T) {
	workspace := demoWorkspace(t)
	asked := 0
	for _, path := range documents(t) {
		found := fences(t, path)
		for i, one := range found {
			if one.words != "graphql" {
				continue
			}
			variables := "{}"
			if i+1 < len(found) && found[i+1].words == "json variables" {
				variables = found[i+1].text
			}
			code, stdout, stderr := command(t, workspace, "query", one.text, "--variables", variables)
			if code != done {
				t.Errorf("%s: asked\n%s\nended with %d: %s", path, one.text, code, stderr)
			}
			if emptied(t, stdout) {
				t.Errorf("%s: asked\n%s\ngot nothing: %s", path, one.text, stdout)
			}
			asked++
		}
	}
	if asked == 0 {
		t.Fatal("no document holds a question")
	}
}

// emptied tells whether an answer leads to nothing: everything below its first fields is null.
func emptied(t *testing.T, document string) bool {
	t.Helper()
	var data map[string]any
	if err := json.Unmarshal([]byte(document), &data); err != nil {
		t.Fatalf("not JSON: %s", document)
	}
	for len(data) == 1 {
		for _, value := range data {
			next, ok := value.(map[string]any)
			if !ok {
				return value == nil
			}
			data = next
		}
	}
	for _, value := range data {
		if value == nil {
			return true
		}
	}
	return false
}

// Every command in the guides is executed in an empty folder that holds the files the guide shows.
func TestTheCommandsInTheGuidesDoWhatTheySay(t *testing.T) {
	for _, path := range documents(t) {
		found := fences(t, path)
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Chdir(t.TempDir())
			for _, one := range found {
				if name, ok := strings.CutPrefix(one.words, "text file="); ok {
					if err := os.WriteFile(name, []byte(one.text), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				if one.words != "sh" {
					continue
				}
				for line := range strings.Lines(one.text) {
					words := split(strings.TrimSpace(line))
					if len(words) == 0 || words[0] != "asterism" {
						t.Fatalf("a guide's command is not ours: %s", line)
					}
					if code, _, stderr := command(t, "sqlite:workspace.db", words[1:]...); code != done {
						t.Fatalf("%s\nended with %d: %s", line, code, stderr)
					}
				}
			}
		})
	}
}

// split cuts a line into words as a shell does, with single and double quotes.
func split(line string) []string {
	var words []string
	var word strings.Builder
	var quote rune
	open := false
	for _, letter := range line {
		switch {
		case quote != 0 && letter == quote:
			quote = 0
		case quote == 0 && (letter == '\'' || letter == '"'):
			quote, open = letter, true
		case quote == 0 && letter == ' ':
			if open {
				words = append(words, word.String())
				word.Reset()
				open = false
			}
		default:
			word.WriteRune(letter)
			open = true
		}
	}
	if open {
		words = append(words, word.String())
	}
	return words
}

// command executes one command line and returns how it ended and what it printed.
func command(t *testing.T, database string, words ...string) (code int, stdout, stderr string) {
	t.Helper()
	t.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	var out, errs bytes.Buffer
	code = execute(t.Context(), append(words, "--db", database), &out, &errs)
	return code, out.String(), errs.String()
}
