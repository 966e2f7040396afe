package gherkin

import (
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"

	messages "github.com/cucumber/messages/go/v34"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

const (
	// noteStart begins the comment line that holds a note.
	noteStart = "# asterism:"
	// A note of more bytes than maxNote stands in several lines, each between a notePart and a noteEnd, so that none is
	// longer than what is read and no blanks are lost at their ends.
	maxNote  = maxLine / 2
	notePart = "# asterism+:"
	noteEnd  = ";"
)

// note says about the suite or case in the next line what Gherkin has no place for.
type note struct {
	// Suite is where the feature or rule stands in the tree, when its name alone does not say so.
	Suite []string `json:"suite,omitempty"`
	// Project and Key name the case, so that it is the same case when it comes back, also under another name.
	Project string `json:"project,omitempty"`
	Key     string `json:"key,omitempty"`
	// Type is how the case is executed; GHERKIN when left out.
	Type string `json:"type,omitempty"`
	// IsPaired tells that a When is an action with its data, a Then the result that is expected of it, and a * a further
	// line of the text before.
	IsPaired bool `json:"paired,omitempty"`
	// Precondition is how many lines at the beginning of the description are the precondition.
	Precondition int `json:"precondition,omitempty"`
	// Tags are those that cannot be written with an @.
	Tags []string `json:"tags,omitempty"`
	// Also are further suites in which the case stands.
	Also [][]string `json:"also,omitempty"`
	// Priority to Attributes are the fields of a case that Gherkin does not know.
	Priority     string            `json:"priority,omitempty"`
	Level        string            `json:"level,omitempty"`
	AutomationID string            `json:"automationId,omitempty"`
	Aliases      []string          `json:"aliases,omitempty"`
	Estimate     string            `json:"estimate,omitempty"` // such as 1h30m0s
	Attributes   map[string]string `json:"attributes,omitempty"`
	// Exact holds, by their fields, the values that come back otherwise from what is written below the note.
	Exact map[string]exact `json:"exact,omitempty"`
}

// write writes the note as comments, of which there are several only when it is very long; none when it says nothing.
func (n note) write() []string {
	text := spelled(n)
	if text == "{}" {
		return nil
	}
	if len(text) <= maxNote {
		return []string{noteStart + " " + text}
	}
	var written []string
	for len(text) > 0 {
		cut := min(maxNote, len(text))
		for cut < len(text) && !utf8.RuneStart(text[cut]) {
			cut--
		}
		written, text = append(written, notePart+text[:cut]+noteEnd), text[cut:]
	}
	return written
}

// spelled is a value as JSON on one line.
func spelled(value any) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(value) // texts, numbers and maps of them cannot fail
	return strings.TrimSuffix(b.String(), "\n")
}

// complete gives a case what Gherkin could not hold of it. The case speaks of the fields that the note names.
func (n note) complete(one *record.Case) {
	one.Also, one.Priority, one.Level = n.Also, n.Priority, n.Level
	one.AutomationID, one.Aliases = n.AutomationID, n.Aliases
	if estimate, err := time.ParseDuration(n.Estimate); err == nil {
		one.Estimate = estimate
	}
	for name, value := range n.Attributes {
		if name != attributePlace {
			one.Attributes[name] = value
			one.Stated = append(one.Stated, "attributes."+name)
		}
	}
	restoreCase(n.Exact, one)
}

// notes are those of a file that have not been taken yet, in their order.
type notes struct {
	lines []int64
	texts []string
}

func newNotes(comments []*messages.Comment) *notes {
	n := &notes{}
	var long int64 // the line before, when it is a part of a long note
	for _, comment := range comments {
		line, written := comment.Location.Line, strings.TrimSpace(comment.Text)
		if text, is := strings.CutPrefix(written, noteStart); is {
			n.lines, n.texts, long = append(n.lines, line), append(n.texts, text), 0
			continue
		}
		text, is := strings.CutPrefix(written, notePart)
		if !is {
			continue
		}
		text = strings.TrimSuffix(text, noteEnd)
		if last := len(n.lines) - 1; last >= 0 && long == line-1 {
			n.lines[last], n.texts[last] = line, n.texts[last]+text
		} else {
			n.lines, n.texts = append(n.lines, line), append(n.texts, text)
		}
		long = line
	}
	return n
}

// before takes the last note above a line, and drops those above it. A note that somebody spoilt says nothing.
func (n *notes) before(line int64) note {
	var last string
	for len(n.lines) > 0 && n.lines[0] < line {
		last, n.lines, n.texts = n.texts[0], n.lines[1:], n.texts[1:]
	}
	var found note
	if json.Unmarshal([]byte(last), &found) != nil {
		return note{}
	}
	return found
}
