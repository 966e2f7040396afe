package demo

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
	"unicode"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// rawWords are the words by which a machine and a person write an outcome down.
var rawWords = map[string][2]string{
	"PASSED":       {"passed", "Pass"},
	"FAILED":       {"failed", "Fail"},
	"ERROR":        {"broken", "Fail (environment)"},
	"SKIPPED":      {"skipped", "Not executed"},
	"BLOCKED":      {"blocked", "Blocked"},
	"INCONCLUSIVE": {"unknown", "Unclear"},
}

// end writes down how an execution ended. A failure without words of its own is told by the step that did not give
// what the case expects.
func (w *workspace) end(o *occasion, rng *rand.Rand, r *record.Result, status, message string) {
	steps := o.c.steps()
	w.endAt(o, rng, r, status, message, failingStep(rng, steps))
}

// endByFlaw writes down a failure by a known defect, in the step that shows it.
func (w *workspace) endByFlaw(o *occasion, rng *rand.Rand, r *record.Result, f *flaw) {
	at := len(o.c.steps()) - 1
	if f.Step > 0 && f.Step <= len(o.c.Steps) {
		at += f.Step - len(o.c.Steps)
	}
	w.endAt(o, rng, r, "FAILED", f.Fails, at)
}

func (w *workspace) endAt(o *occasion, rng *rand.Rand, r *record.Result, status, message string, at int) {
	manual := o.c.kind() == "MANUAL"
	r.Status = status
	r.RawStatus = rawWords[status][0]
	if manual {
		r.RawStatus = rawWords[status][1]
	}
	steps := o.c.steps()
	switch status {
	case "FAILED":
		r.FailureType = "assertion"
		if message == "" {
			message = ownFailure(rng, o, r, steps, at)
		}
	case "ERROR":
		r.FailureType = "environment"
	}
	r.Message = message
	switch status {
	case "SKIPPED", "BLOCKED":
		r.Duration = 0
		return
	case "FAILED", "ERROR":
		if !manual {
			r.FailureText = failureText(rng, o, r, steps[at], at)
		}
		r.Steps = stepResults(o, r, steps, at)
	default:
		if manual || happens(rng, 150) {
			r.Steps = stepResults(o, r, steps, len(steps))
		}
	}
}

// failingStep is usually the last one: it holds what the case is about.
func failingStep(rng *rand.Rand, steps []record.Step) int {
	if len(steps) > 1 && happens(rng, 250) {
		return len(steps) - 2
	}
	return len(steps) - 1
}

// outcomeWord takes the word off that begins an outcome in Gherkin.
var outcomeWord = strings.NewReplacer("Then ", "", "And ", "", "那么", "", "而且", "")

func ownFailure(rng *rand.Rand, o *occasion, r *record.Result, steps []record.Step, at int) string {
	expected := steps[at].Expected
	if expected == "" {
		expected = outcomeWord.Replace(steps[at].Action)
	}
	expected = fillIn(expected, o)
	if o.c.kind() == "MANUAL" {
		if isChinese(o.c.Title) {
			return fmt.Sprintf("第 %d 步与预期不符，预期：%s", at+1, expected)
		}
		return fmt.Sprintf("Step %d did not give what was expected: %s", at+1, expected)
	}
	if o.c.Level == "COMPONENT" {
		return fmt.Sprintf("step %d: other than expected: %s", at+1, expected)
	}
	if o.c.owner.Type == "PERFORMANCE" {
		return fmt.Sprintf("step %d: measured beyond the limit: %s", at+1, expected)
	}
	if happens(rng, 300) {
		return pick(rng, o.c.owner.area.Failures)
	}
	wait := 5 * (1 + rng.IntN(3))
	r.Duration += time.Duration(wait) * time.Second
	return fmt.Sprintf("step %d: not seen within %d s: %s", at+1, wait, expected)
}

// fillIn puts the values of the data row into a text with <name> in it.
func fillIn(text string, o *occasion) string {
	if o.row == 0 {
		return text
	}
	for name, value := range o.c.rows[o.row-1] {
		text = strings.ReplaceAll(text, "<"+name+">", value)
	}
	return text
}

// failureText is what the automation writes beside the message.
func failureText(rng *rand.Rand, o *occasion, r *record.Result, step record.Step, at int) string {
	where := o.c.automationID()
	if where == "" {
		where = o.c.className() + ", scenario " + o.c.Title
	}
	lines := []string{
		r.FailureType + ": " + r.Message,
		fmt.Sprintf("  at %s, step %d: %s", where, at+1, fillIn(step.Action, o)),
	}
	if step.Expected != "" {
		lines = append(lines, "  expected: "+fillIn(step.Expected, o))
	}
	if device := r.Properties["device"]; device != "" {
		lines = append(lines, "  device: "+device, fmt.Sprintf("  request: %08x", rng.Uint32()))
	}
	return strings.Join(lines, "\n")
}

// stepResults shares the duration out over the steps; those after the failing one were not carried out.
func stepResults(o *occasion, r *record.Result, steps []record.Step, failing int) []record.StepResult {
	out := make([]record.StepResult, len(steps))
	for i, step := range steps {
		out[i] = record.StepResult{Name: fillIn(step.Action, o), Status: "PASSED", Duration: (r.Duration / time.Duration(len(steps))).Truncate(time.Millisecond)}
		switch {
		case i == failing:
			out[i].Status, out[i].Message = r.Status, r.Message
		case i > failing:
			out[i].Status, out[i].Duration = "NOT_RUN", 0
		case r.Status == "INCONCLUSIVE" && i == len(steps)-1:
			out[i].Status, out[i].Message = r.Status, r.Message
		}
	}
	return out
}

// flakyMessage is about time for what is measured, and about the page for the rest.
func flakyMessage(rng *rand.Rand, c *testCase, phrases []string) string {
	if c.owner.Type == "PERFORMANCE" {
		return fmt.Sprintf("took %d per cent of the allowed time", 103+rng.IntN(40))
	}
	return pick(rng, phrases)
}

func isChinese(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
