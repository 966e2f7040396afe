package house_test

import (
	"fmt"
	"go/ast"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// anywhere are words that no type of ours holds; first are those that no type begins with, since they have an honest
// second meaning elsewhere in a name. Each stands beside the glossary's word.
var (
	anywhere = map[string]string{
		"bug": "defect", "bugs": "defect", "ticket": "task or defect", "tickets": "task or defect",
		"story": "requirement", "campaign": "test plan",
	}
	first = map[string]string{
		"issue": "defect", "issues": "defect", "run": "execution or cycle", "folder": "suite", "section": "suite",
		"launch": "cycle", "iteration": "cycle", "round": "cycle", "activity": "change",
	}
	graphType = regexp.MustCompile(`(?m)^(?:extend )?(?:type|input|enum|interface|union) +(\w+)`)
)

func TestTypesAreCalledByTheGlossarysWords(t *testing.T) {
	for _, f := range textFiles(t) {
		// Formats speak the language of the tools that write them.
		if f.isGenerated() || strings.HasPrefix(f.path, "internal/exchange/") {
			continue
		}
		switch {
		case f.isGo():
			set, syntax := f.parse(t)
			ast.Inspect(syntax, func(node ast.Node) bool {
				if spec, ok := node.(*ast.TypeSpec); ok {
					if ours := glossary(spec.Name.Name); ours != "" {
						t.Errorf("%s: type %s: our word is %s", set.Position(spec.Pos()), spec.Name.Name, ours)
					}
				}
				return true
			})
		case strings.HasSuffix(f.path, ".graphqls"):
			for _, at := range graphType.FindAllSubmatchIndex(f.text, -1) {
				name := string(f.text[at[2]:at[3]])
				if ours := glossary(name); ours != "" {
					t.Errorf("%s:%d: type %s: our word is %s", f.path, f.lineOf(at[2]), name, ours)
				}
			}
		}
	}
}

func TestGlossaryKnowsAliases(t *testing.T) {
	for name, want := range map[string]string{
		"Bug": "defect", "OpenBugs": "defect", "JiraTicket": "task or defect", "IssueInput": "defect",
		"TestRun": "execution", "TestRunInput": "execution", "testRun": "execution", "Run": "execution or cycle",
		"Defect": "", "ImportRun": "", "Runner": "", "TestCase": "", "Debug": "", "History": "", "TokenIssueInput": "",
	} {
		if got := glossary(name); got != want {
			t.Errorf("glossary(%q) = %q, want %q", name, got, want)
		}
	}
}

// glossary gives our word for a type that is named by an alias, or nothing.
func glossary(name string) string {
	words := camelWords(name)
	for i, word := range words {
		if ours := anywhere[word]; ours != "" {
			return ours
		}
		if i > 0 && word == "run" && words[i-1] == "test" {
			return "execution"
		}
	}
	return first[words[0]]
}

// camelWords splits a name at its capitals: TestRunID is test, run, id.
func camelWords(name string) []string {
	var spaced strings.Builder
	var before rune
	for i, letter := range name {
		if i > 0 && unicode.IsUpper(letter) && !unicode.IsUpper(before) {
			spaced.WriteByte(' ')
		}
		fmt.Fprintf(&spaced, "%c", unicode.ToLower(letter))
		before = letter
	}
	return strings.Fields(spaced.String())
}
