package cases

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/versions"
)

// ContentFields are the fields of a test case that a version freezes, in the order in which people read them.
var ContentFields = []string{"TITLE", "DESCRIPTION", "PRECONDITION", "STEPS", "PARAMETERS", "DATA_ROWS"}

// ContentOf is the text of each field of a version. Steps, parameters and rows of data are numbered, one a line.
func ContentOf(v *ent.TestCaseVersion) versions.Content {
	return versions.Content{
		"TITLE": v.Title, "DESCRIPTION": v.Description, "PRECONDITION": v.Precondition,
		"STEPS": stepLines(v.Steps), "PARAMETERS": numbered(v.Parameters), "DATA_ROWS": rowLines(v.Parameters, v.DataRows),
	}
}

// Compare lists the fields that differ between two versions.
func Compare(a, b *ent.TestCaseVersion) []versions.Change {
	return versions.Compare(ContentFields, ContentOf(a), ContentOf(b))
}

// What separates the parts of a line is marked where a text holds it, so that different contents never look the same.
var (
	inStep = strings.NewReplacer(`\`, `\\`, "|", `\|`, "→", `\→`)
	inRow  = strings.NewReplacer(`\`, `\\`, "|", `\|`, "=", `\=`)
)

func stepLines(steps []schema.Step) string {
	lines := make([]string, len(steps))
	for i, step := range steps {
		lines[i] = inStep.Replace(step.Action)
		if step.Data != "" {
			lines[i] += " | " + inStep.Replace(step.Data)
		}
		if step.Expected != "" {
			lines[i] += " → " + inStep.Replace(step.Expected)
		}
	}
	return numbered(lines)
}

// rowLines spells rows of data with the values in the order of the parameters.
func rowLines(parameters []string, rows []map[string]string) string {
	lines := make([]string, len(rows))
	for i, row := range rows {
		names := slices.SortedFunc(maps.Keys(row), func(a, b string) int {
			if order := slices.Index(parameters, a) - slices.Index(parameters, b); order != 0 {
				return order
			}
			return strings.Compare(a, b)
		})
		parts := make([]string, len(names))
		for n, name := range names {
			parts[n] = inRow.Replace(name) + " = " + inRow.Replace(row[name])
		}
		lines[i] = strings.Join(parts, " | ")
	}
	return numbered(lines)
}

// numbered writes one entry a line. Further lines of an entry are indented, so that they do not look like entries.
func numbered(entries []string) string {
	var b strings.Builder
	for i, entry := range entries {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%d. %s", i+1, strings.ReplaceAll(entry, "\n", "\n    "))
	}
	return b.String()
}
