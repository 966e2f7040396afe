package defects

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/ent/gen/ent"
)

// How much of an execution a defect carries over: a title that fits a line, and a text that people still read.
const (
	longestTitle = 200
	longestQuote = 16 << 10
)

// scene is the execution that showed a defect, with its test case, build and environment.
type scene struct{ *ent.Execution }

// title names the test case and says in one line what happened.
func (s *scene) title() string {
	for _, said := range []string{s.Message, s.FailureText, s.FailureType} {
		if line, _, _ := strings.Cut(strings.TrimSpace(said), "\n"); strings.TrimSpace(line) != "" {
			return clip(s.caseKey()+": "+strings.TrimSpace(line), longestTitle)
		}
	}
	return s.caseKey() + ": " + string(s.Status)
}

// caseKey is empty for a test case that lies in the trash.
func (s *scene) caseKey() string {
	if s.Edges.TestCase == nil {
		return s.Name
	}
	return s.Edges.TestCase.Key
}

// text says in Markdown what was executed, where, and what happened.
func (s *scene) text() string {
	var b strings.Builder
	tested := s.caseKey()
	if s.Edges.TestCase != nil {
		tested += " " + s.Edges.TestCase.Title
	}
	fmt.Fprintf(&b, "- Test case: %s (version %d)\n", oneLine(tested), s.TestCaseVersion)
	if s.Edges.Build != nil {
		fmt.Fprintf(&b, "- Build: %s\n", oneLine(s.Edges.Build.Key))
	}
	if s.Edges.Environment != nil {
		fmt.Fprintf(&b, "- Environment: %s\n", oneLine(s.Edges.Environment.Key))
	}
	if s.Scenario != "" {
		fmt.Fprintf(&b, "- Data: %s\n", oneLine(s.Scenario))
	}
	fmt.Fprintf(&b, "- Result: %s in attempt %d, %s\n", s.Status, s.Attempt, s.ExecutedAt.UTC().Format("2006-01-02 15:04 UTC"))
	if len(s.StepResults) > 0 {
		b.WriteString("\nSteps:\n\n")
	}
	for i, step := range s.StepResults {
		fmt.Fprintf(&b, "%d. %s: %s", i+1, oneLine(step.Name), step.Status)
		if step.Message != "" {
			fmt.Fprintf(&b, " (%s)", oneLine(step.Message))
		}
		b.WriteByte('\n')
	}
	for _, said := range []string{s.Message, s.FailureText} {
		if said = strings.TrimRight(said, " \n\r\t"); said != "" {
			said = clip(said, longestQuote)
			fmt.Fprintf(&b, "\n%s\n%s\n%s\n", fence(said), said, fence(said))
		}
	}
	return b.String()
}

// fence is a line of backticks that is longer than any in the text, so that the text cannot end it.
func fence(text string) string {
	longest, now := 2, 0
	for i := range len(text) {
		if now++; text[i] != '`' {
			now = 0
		}
		longest = max(longest, now)
	}
	return strings.Repeat("`", longest+1)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// clip shortens a text to so many bytes, with a mark where something is missing.
func clip(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most] + "…"
}
