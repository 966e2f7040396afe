package gherkin

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	messages "github.com/cucumber/messages/go/v34"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// scenario writes a case; background is the precondition that stands above it already.
func (d *draft) scenario(depth int, c record.Case, background string) {
	d.blank()
	n := note{
		Type: c.Type, IsPaired: !d.isPlain(c.Steps), Also: c.Also, Priority: c.Priority, Level: c.Level,
		AutomationID: c.AutomationID, Aliases: c.Aliases, Attributes: further(c.Attributes),
	}
	if c.Estimate > 0 {
		n.Estimate = c.Estimate.String()
	}
	if c.Key != "" && d.feature.Project != "" {
		n.Key, n.Project = c.Key, d.feature.Project
	}
	if c.Type == "GHERKIN" {
		n.Type = ""
	}
	text := guarded(c.Text, d.language)
	if plain(c.Text) == "" {
		text = nil
	}
	if c.Precondition != background {
		before := guarded(c.Precondition, d.language)
		n.Precondition = len(before)
		if len(text) > 0 {
			before = append(before, "")
		}
		text = append(before, text...)
	}
	var tags []string
	for _, tag := range c.Tags {
		if strings.ContainsFunc(tag, unicode.IsSpace) || strings.ContainsAny(tag, "@") || tag == "" || tag[0] == '#' {
			n.Tags = append(n.Tags, tag)
		} else {
			tags = append(tags, "@"+tag)
		}
	}
	below := &draft{feature: d.feature, language: d.language}
	below.line(depth, strings.Join(tags, " "))
	below.visible(depth, c, text, n.IsPaired)
	n.Exact = d.unkept(n, below.lines, background, &c)
	d.body(depth, n.write())
	d.lines = append(d.lines, below.lines...)
}

// further are the attributes of a case that reading does not find by itself.
func further(attributes map[string]string) map[string]string {
	kept := maps.Clone(attributes)
	delete(kept, attributePlace)
	return kept
}

// visible writes what everybody reads of a case, with text as its description.
func (d *draft) visible(depth int, c record.Case, text []string, isPaired bool) {
	parameters := parameters(c)
	if len(parameters) > 0 {
		d.title(depth, "scenarioOutline", c.Title)
	} else {
		d.title(depth, "scenario", c.Title)
	}
	d.body(depth+1, text)
	for _, s := range c.Steps {
		if isPaired {
			d.pair(depth+1, s)
			continue
		}
		d.line(depth+1, d.complete(s.Action))
		d.body(depth+2, data(s.Data))
	}
	if len(parameters) == 0 {
		return
	}
	d.blank()
	d.title(depth+1, "examples", "")
	d.line(depth+2, row(parameters))
	for _, values := range c.DataRows {
		cells := make([]string, len(parameters))
		for i, name := range parameters {
			cells[i] = values[name]
		}
		d.line(depth+2, row(cells))
	}
}

// parameters are those of a case, and those that only its rows name.
func parameters(c record.Case) []string {
	all := slices.Clone(c.Parameters)
	for _, values := range c.DataRows {
		for _, name := range slices.Sorted(maps.Keys(values)) {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// pair writes a step as an action with what it uses, and what must be seen then.
func (d *draft) pair(depth int, s record.Step) {
	d.spoken(depth, d.step("when", messages.StepKeywordType_ACTION), s.Action)
	d.body(depth+1, data(s.Data))
	if s.Expected != "" {
		d.spoken(depth, d.step("then", messages.StepKeywordType_OUTCOME), s.Expected)
	}
}

// spoken writes a text as a step with a keyword, and each further line of it as a step with a star.
func (d *draft) spoken(depth int, keyword, text string) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	for _, line := range strings.Split(text, "\n") {
		d.line(depth, keyword+strings.TrimSpace(line))
		keyword = "* "
	}
}

// isPlain tells whether steps are lines of Gherkin as they are.
func (d *draft) isPlain(steps []record.Step) bool { return isPlain(steps, d.language) }

func isPlain(steps []record.Step, language string) bool {
	d := &draft{language: language}
	return !slices.ContainsFunc(steps, func(s record.Step) bool {
		return s.Expected != "" || strings.ContainsAny(s.Action, "\r\n") || d.complete(s.Action) == ""
	})
}

// complete is the line of an action that is a step of the language; empty when it is none.
func (d *draft) complete(action string) string {
	for _, keyword := range dialect(d.language).StepKeywords() {
		if strings.TrimRight(keyword, " ") == action {
			return keyword
		}
		if text, is := strings.CutPrefix(action, keyword); is {
			if strings.TrimRight(keyword+strings.Trim(text, " \t"), " \t") == action {
				return action
			}
			return ""
		}
	}
	return ""
}

// language finds the language in which the scenarios of a feature are written; English when there is none.
func language(f Feature) string {
	var all []record.Step
	for _, s := range append([]Suite{f.Suite}, f.Rules...) {
		for _, c := range s.Cases {
			if c.Type == "GHERKIN" {
				all = append(all, c.Steps...)
			}
		}
	}
	for _, language := range languages {
		if isPlain(all, language) && stepWord(language, "when", messages.StepKeywordType_ACTION) != "" &&
			stepWord(language, "then", messages.StepKeywordType_OUTCOME) != "" {
			return language
		}
	}
	return "en"
}
