package gherkin

import (
	"encoding/json"
	"strings"

	messages "github.com/cucumber/messages/go/v34"
)

// noteStart begins the comment line that holds a note.
const noteStart = "# asterism:"

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
}

// line writes the note as a comment; empty when it says nothing.
func (n note) line() string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(n); err != nil || b.String() == "{}\n" {
		return ""
	}
	return noteStart + " " + strings.TrimSpace(b.String())
}

// notes are those of a file that have not been taken yet, in their order.
type notes struct {
	lines []int64
	texts []string
}

func newNotes(comments []*messages.Comment) *notes {
	n := &notes{}
	for _, comment := range comments {
		if text, is := strings.CutPrefix(strings.TrimSpace(comment.Text), noteStart); is {
			n.lines, n.texts = append(n.lines, comment.Location.Line), append(n.texts, text)
		}
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
