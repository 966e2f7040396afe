package junit

import (
	"encoding/xml"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/xmlsafe"
)

// outcome is what an element directly in a testcase says about it; the highest rank decides.
type outcome struct {
	rank   int
	status string
}

var outcomes = map[string]outcome{
	"error":   {3, "ERROR"},
	"failure": {2, "FAILED"},
	"skipped": {1, "SKIPPED"},
}

// attempt is an execution before or after the one that the outcome is about.
type attempt struct{ name, status string }

var attempts = map[string]attempt{
	"rerunFailure": {"rerun", "FAILED"},
	"rerunError":   {"rerun", "ERROR"},
	"flakyFailure": {"flaky attempt", "FAILED"},
	"flakyError":   {"flaky attempt", "ERROR"},
}

// finding is an open or kept outcome or attempt element.
type finding struct {
	element string
	kind    string // its type attribute, mostly the class of an exception
	message string
	cut     int // bytes of the message that were not kept
	time    string
	text    *xmlsafe.Text
}

func (w *walk) openFinding(e xml.StartElement) *finding {
	f := &finding{element: e.Name.Local, text: xmlsafe.NewText(maxText)}
	message, _ := xmlsafe.Attr(e, "message")
	kind, _ := xmlsafe.Attr(e, "type")
	f.message, f.cut = xmlsafe.Clip(strings.TrimSpace(message), maxText)
	f.kind = w.keep(w.xml.Line(), "type", kind)
	f.time, _ = xmlsafe.Attr(e, "time")
	return f
}

func (w *walk) closeFinding(t *test, f *finding, line int) {
	if a, ok := attempts[f.element]; ok {
		if len(t.result.Steps) == maxAttempts {
			w.warn(line, f.element, "a result keeps at most %d attempts; this one was not kept", maxAttempts)
			return
		}
		t.result.Steps = append(t.result.Steps, record.StepResult{
			Name: a.name, Status: a.status, Message: f.summary(), Duration: w.duration(f.time, line),
		})
		return
	}
	if t.best == nil || outcomes[f.element].rank > outcomes[t.best.element].rank {
		t.best = f
	}
	if len(t.findings) == maxFindings {
		w.warn(line, f.element, "a result keeps the texts of at most %d outcome elements; this one counts, but its text may be missing", maxFindings)
		return
	}
	t.findings = append(t.findings, f)
}

// summary is the message in one line, or else the first line of the text.
func (f *finding) summary() string {
	line := firstOf(f.message, strings.TrimSpace(f.text.String()))
	line, _, _ = strings.Cut(line, "\n")
	line, _ = xmlsafe.Clip(strings.TrimSpace(line), maxMessage)
	return line
}

// describe fills the result from the element that decides its outcome, and keeps what the others say as well.
func (w *walk) describe(t *test) {
	best, result := t.best, t.result
	result.Status, result.RawStatus = outcomes[best.element].status, best.element
	result.FailureType, result.Message = best.kind, best.summary()
	body := strings.TrimSpace(best.text.String())
	all, cut := xmlsafe.NewText(maxText), best.cut+best.text.Cut()
	if best.message != "" && best.message != result.Message && !strings.HasPrefix(body, best.message) {
		all.Add(best.message)
	}
	section(all, body)
	for _, other := range t.findings {
		if other == best {
			continue
		}
		text := strings.TrimSpace(other.message + "\n" + strings.TrimSpace(other.text.String()))
		if text != "" {
			section(all, other.element+": "+text)
		}
		cut += other.cut + other.text.Cut()
	}
	result.FailureText = all.String()
	if cut += all.Cut(); cut > 0 {
		w.warn(result.Line, best.element, "%d bytes of its text were cut; the first %d are kept", cut, len(result.FailureText))
	}
}

// section adds a paragraph.
func section(all *xmlsafe.Text, text string) {
	if all.String() != "" && text != "" {
		all.Add("\n\n")
	}
	all.Add(text)
}

// excerpt shortens text from a file for a message.
func excerpt(text string) string {
	kept, cut := xmlsafe.Clip(text, 120)
	if cut > 0 {
		kept += "…"
	}
	return kept
}
