package gherkin_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// words are what texts are made of: ordinary ones, and all that Gherkin takes for something else.
var words = strings.Fields("open the door | || \\ \\n \\| \\\\ # @tag \"\"\" ``` Given When Then And * Feature: Scenario: Rule: Background: Examples: " +
	"<a> { } \" ' é 日本 😀 %s -- | a|b # language: de \\Given <way> ````json")

// chance makes texts and cases of a seed.
type chance struct{ *rand.Rand }

func (c chance) line() string {
	var b []string
	for range 1 + c.Intn(5) {
		b = append(b, words[c.Intn(len(words))])
	}
	return strings.Join(b, " ")
}

// odd puts blanks and line ends into a text that Gherkin does not keep.
func (c chance) odd(text string) string {
	if c.Intn(3) > 0 {
		return text
	}
	return []string{"  " + text, text + " \t", strings.ReplaceAll(text, " ", "  "), strings.ReplaceAll(text, "\n", "\r\n"), "\n" + text + "\n\n",
		" ", text + " <b>\u2028\u00a0"}[c.Intn(7)]
}

func (c chance) text(most int) string {
	var b []string
	for range c.Intn(most + 1) {
		line := c.line()
		if len(b) > 0 && c.Intn(3) == 0 {
			line = strings.Repeat(" ", c.Intn(5)) + line
		}
		if len(b) > 0 && c.Intn(6) == 0 {
			b = append(b, "")
		}
		b = append(b, line)
	}
	return strings.Join(b, "\n")
}

// trimmed is a text whose lines have no blanks around them, as steps keep it.
func (c chance) trimmed(most int) string {
	lines := strings.Split(c.text(most), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}

func (c chance) data() string {
	switch c.Intn(4) {
	case 0:
		return ""
	case 1:
		return "| a | b\\|c |\n| 1 |  |"
	case 2:
		return "```json\n" + c.text(3) + "\n```"
	}
	return strings.Repeat("\n", c.Intn(2)) + c.text(4) + strings.Repeat("\n  ", c.Intn(2))
}

// further fills the fields that Gherkin does not know.
func (c chance) further(one *record.Case) {
	if c.Intn(2) == 0 {
		return
	}
	one.Priority, one.Level = []string{"", "P0", "P4"}[c.Intn(3)], []string{"", "SYSTEM"}[c.Intn(2)]
	one.AutomationID, one.Estimate = c.odd(c.line()), time.Duration(c.Intn(100_000_000))*time.Millisecond
	for range c.Intn(3) {
		one.Aliases = append(one.Aliases, c.odd(c.line()))
	}
	for i := range c.Intn(3) {
		one.Attributes = map[string]string{c.line(): c.odd(c.text(3)), fmt.Sprint(i): ""}
	}
	for range c.Intn(3) {
		one.Also = append(one.Also, []string{"Nightly", c.line()})
	}
}

func (c chance) testCase(n int, suite []string) *record.Case {
	one := &record.Case{
		Key: fmt.Sprintf("C-%d \"é\"", n), Title: c.line(), Type: []string{"MANUAL", "GHERKIN", "AUTOMATED"}[c.Intn(3)],
		Text: c.text(4), SuitePath: suite,
	}
	if c.Intn(3) > 0 {
		one.Precondition = []string{"Given a door\n  | a |\nAnd a key", c.text(3)}[c.Intn(2)]
	}
	for range c.Intn(4) {
		s := record.Step{Action: c.trimmed(2), Data: c.data(), Expected: c.trimmed(2)}
		if one.Type == "GHERKIN" && c.Intn(4) > 0 {
			s.Action, s.Expected = "Given the door "+strings.TrimSpace(c.line()), ""
		}
		one.Steps = append(one.Steps, s)
	}
	if c.Intn(3) == 0 {
		one.Parameters = []string{"a", "b|" + c.line()}
		for range c.Intn(3) {
			one.DataRows = append(one.DataRows, map[string]string{"a": c.trimmed(1), one.Parameters[1]: c.trimmed(2)})
		}
	}
	one.Title, one.Text, one.Precondition = c.odd(one.Title), c.odd(one.Text), c.odd(one.Precondition)
	for i, s := range one.Steps {
		one.Steps[i] = record.Step{Action: c.odd(s.Action), Data: c.odd(s.Data), Expected: c.odd(s.Expected)}
	}
	for _, row := range one.DataRows {
		if row["a"] = c.odd(row["a"]); c.Intn(9) == 0 {
			delete(row, "a")
		}
	}
	if c.Intn(20) == 0 {
		one.Parameters = nil
	}
	c.further(one)
	for i := range c.Intn(3) {
		one.Tags = append(one.Tags, []string{"plain", "two words", "#hash", "a@b", "日本"}[c.Intn(5)]+fmt.Sprint(i))
	}
	return one
}

func TestWhatIsWrittenIsReadAsTheSame(t *testing.T) {
	for seed := int64(1); seed <= 1500; seed++ {
		c := chance{rand.New(rand.NewSource(seed))}
		var got taken
		top := []string{"Suite " + c.line()}
		if c.Intn(3) == 0 {
			top = []string{"Above", c.odd("x" + c.line())}
		}
		n := 0
		for i := range 1 + c.Intn(3) {
			path := top
			if i > 0 {
				path = []string{top[0], "Rule " + fmt.Sprint(i)}
			}
			got.suites = append(got.suites, &record.Suite{Path: path, Text: c.odd(c.text(4))})
			for range c.Intn(4) {
				n++
				got.cases = append(got.cases, c.testCase(n, path))
			}
		}
		same(t, fmt.Sprint("seed ", seed), &got, "P")
		if t.Failed() {
			return
		}
	}
}
