package gherkin

import (
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"
	messages "github.com/cucumber/messages/go/v34"
)

// dataOf is the table or doc string of a step as text: a table as its rows, a doc string as its content, between fences
// when its type is known.
func dataOf(step *messages.Step) string {
	switch {
	case step.DataTable != nil:
		rows := make([]string, len(step.DataTable.Rows))
		for i, r := range step.DataTable.Rows {
			rows[i] = row(values(r))
		}
		return strings.Join(rows, "\n")
	case step.DocString != nil && strings.TrimSpace(step.DocString.MediaType) != "":
		return "```" + strings.TrimSpace(step.DocString.MediaType) + "\n" + step.DocString.Content + "\n```"
	case step.DocString != nil:
		return step.DocString.Content
	}
	return ""
}

func values(r *messages.TableRow) []string {
	cells := make([]string, len(r.Cells))
	for i, cell := range r.Cells {
		cells[i] = cell.Value
	}
	return cells
}

var cellEscapes = strings.NewReplacer(`\`, `\\`, "|", `\|`, "\n", `\n`)

// row writes the cells of a table.
func row(cells []string) string {
	var b strings.Builder
	b.WriteString("|")
	for _, cell := range cells {
		b.WriteString(" " + cellEscapes.Replace(strings.ReplaceAll(cell, "\r\n", "\n")) + " |")
	}
	return b.String()
}

// data writes a text below a step: as a table when it is one, and otherwise as a doc string.
func data(text string) []string {
	if text == "" {
		return nil
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if isTable(text) {
		return strings.Split(text, "\n")
	}
	media := ""
	if first, rest, is := strings.Cut(text, "\n"); is && strings.HasPrefix(first, "```") && strings.TrimSpace(first[3:]) == first[3:] &&
		len(first) > 3 && strings.HasSuffix("\n"+rest, "\n```") {
		media, text = first[3:], strings.TrimSuffix(strings.TrimSuffix(rest, "```"), "\n")
		if strings.ContainsAny(media, "`\"") || rest == "```" {
			media, text = "", first+"\n"+rest
		}
	}
	fence, escaped := `"""`, `\"\"\"`
	if strings.Contains(text, escaped) {
		fence, escaped = "```", "\\`\\`\\`"
	}
	written := []string{fence + media}
	written = append(written, strings.Split(strings.ReplaceAll(text, fence, escaped), "\n")...)
	return append(written, fence)
}

// isTable tells whether a text is a table exactly as dataOf gives it.
func isTable(text string) bool {
	matcher, width := gherkin.NewMatcher(gherkin.DialectsBuiltin()), -1
	for _, line := range strings.Split(text, "\n") {
		ok, token, err := matcher.MatchTableRow(&gherkin.Line{LineText: line, TrimmedLineText: line})
		if !ok || err != nil || width >= 0 && width != len(token.Items) {
			return false
		}
		width = len(token.Items)
		cells := make([]string, width)
		for i, item := range token.Items {
			cells[i] = item.Text
		}
		if row(cells) != line {
			return false
		}
	}
	return true
}
