package gherkin

import (
	"context"
	"io"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v34"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// Write writes a feature file. Reading it gives the same suites and cases: what Gherkin has no place for stands in notes, which
// are comments.
func Write(w io.Writer, f Feature) error {
	d := &draft{feature: f, language: language(f)}
	if d.language != "en" {
		d.line(0, "# language: "+d.language)
	}
	d.body(0, d.suiteNote(f.Suite, []string{oneLine(f.Name)}))
	d.title(0, "feature", f.Name)
	d.text(1, f.Description)
	shared := d.shared()
	d.setting(1, shared)
	for _, c := range f.Cases {
		d.scenario(1, c, shared)
	}
	for _, rule := range f.Rules {
		d.blank()
		d.body(1, d.suiteNote(rule, append(slices.Clone(f.Path), oneLine(rule.Name))))
		d.title(1, "rule", rule.Name)
		d.text(2, rule.Description)
		inner := d.rest(rule.Cases, shared)
		d.setting(2, inner)
		for _, c := range rule.Cases {
			d.scenario(2, c, strings.TrimPrefix(shared+"\n"+inner, "\n"))
		}
	}
	_, err := io.WriteString(w, strings.Join(d.lines, "\n")+"\n")
	return err
}

// draft is a file that is being written.
type draft struct {
	feature  Feature
	language string
	lines    []string
}

// line writes a line, unless there is nothing in it.
func (d *draft) line(depth int, text string) {
	if text != "" {
		d.lines = append(d.lines, strings.Repeat("  ", depth)+text)
	}
}

// body writes lines of which some may be blank.
func (d *draft) body(depth int, lines []string) {
	for _, line := range lines {
		if line == "" {
			d.lines = append(d.lines, "")
			continue
		}
		d.line(depth, line)
	}
}

func (d *draft) blank() {
	if len(d.lines) > 0 && d.lines[len(d.lines)-1] != "" {
		d.lines = append(d.lines, "")
	}
}

// text writes a description.
func (d *draft) text(depth int, text string) {
	if plain(text) != "" {
		d.body(depth, guarded(text, d.language))
	}
}

// title writes a line that begins with the language's keyword for something.
func (d *draft) title(depth int, what, name string) {
	d.line(depth, strings.TrimSpace(d.keyword(what)+": "+oneLine(name)))
}

// keyword is the first of the language's keywords for something; a scenario is one also in English.
func (d *draft) keyword(what string) string {
	if d.language == "en" && what == "scenario" {
		return "Scenario"
	}
	return dialect(d.language).Keywords[what][0]
}

// step is a keyword of a kind of step that the language uses for nothing else.
func (d *draft) step(what string, kind messages.StepKeywordType) string {
	return stepWord(d.language, what, kind)
}

func stepWord(language, what string, kind messages.StepKeywordType) string {
	known := dialect(language)
	for _, keyword := range known.Keywords[what] {
		if known.StepKeywordType(keyword) == kind {
			return keyword
		}
	}
	return ""
}

// suiteNote says where a suite stands when reading its name would put it elsewhere, and what its description is when
// reading gives another one.
func (d *draft) suiteNote(s Suite, otherwise []string) []string {
	n := note{Exact: d.unkeptText(s.Description)}
	if !slices.Equal(s.Path, otherwise) {
		n.Suite = s.Path
	}
	return n.write()
}

// setting writes a background.
func (d *draft) setting(depth int, text string) {
	if text == "" {
		return
	}
	d.blank()
	d.title(depth, "background", "")
	d.body(depth+1, strings.Split(text, "\n"))
}

// shared is the precondition of all cases outside rules, when it can be written as a background: reading that gives the
// same text, and the cases in rules have it too.
func (d *draft) shared() string {
	first := common(d.feature.Cases)
	if first == "" || !d.isSetting(first) {
		return ""
	}
	for _, rule := range d.feature.Rules {
		for _, c := range rule.Cases {
			if c.Precondition != first && !strings.HasPrefix(c.Precondition, first+"\n") {
				return ""
			}
		}
	}
	return first
}

// rest is what the cases of a rule need beside the shared background, when it can be written as one.
func (d *draft) rest(all []record.Case, shared string) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(common(all), shared), "\n")
	if rest == "" || !d.isSetting(rest) {
		return ""
	}
	return rest
}

// common is the precondition that all cases have; empty when they differ.
func common(all []record.Case) string {
	for _, c := range all {
		if c.Precondition != all[0].Precondition {
			return ""
		}
	}
	if len(all) == 0 {
		return ""
	}
	return all[0].Precondition
}

// isSetting tells whether a text is read as a background and gives itself again.
func (d *draft) isSetting(text string) bool {
	trial := &draft{language: d.language}
	trial.line(0, "# language: "+d.language)
	trial.title(0, "feature", "x")
	trial.setting(1, text)
	document, err := parse(context.Background(), record.Source{Body: strings.NewReader(strings.Join(trial.lines, "\n") + "\n")})
	if err != nil || document.Feature == nil || len(document.Feature.Children) != 1 || document.Feature.Children[0].Background == nil {
		return false
	}
	found := document.Feature.Children[0].Background
	return len(document.Comments) == 0 && found.Name == "" && setting(found, d.language) == text
}
