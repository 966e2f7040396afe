package gherkin

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"
	messages "github.com/cucumber/messages/go/v34"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// parse reads a file into the tree that it states. A mistake is told with its place and what to do about it.
func parse(ctx context.Context, source record.Source) (*messages.GherkinDocument, error) {
	from := newLines(ctx, source)
	to := &builder{AstBuilder: gherkin.NewAstBuilder(func() string { return "" }), from: from}
	parser := gherkin.NewParser(to)
	parser.StopAtFirstError(true)
	err := parser.Parse(from, gherkin.NewMatcher(gherkin.DialectsBuiltin()))
	switch {
	case from.failed != nil:
		return nil, from.failed
	case err != nil:
		return nil, explain(source.Name, err)
	}
	return to.GetGherkinDocument(), nil
}

// builder refuses what would take too much memory or time.
type builder struct {
	gherkin.AstBuilder
	from  *lines
	cells int
	isDoc bool
	lines int
	bytes int
}

// StartRule implements gherkin.Builder.
func (b *builder) StartRule(kind gherkin.RuleType) (bool, error) {
	b.isDoc, b.lines, b.bytes = kind == gherkin.RuleTypeDocString, 0, 0
	return b.AstBuilder.StartRule(kind)
}

// Build implements gherkin.Builder.
func (b *builder) Build(token *gherkin.Token) (bool, error) {
	if b.from.failed != nil {
		return false, b.from.failed
	}
	b.cells += len(token.Items)
	b.lines++
	b.bytes += len(token.Text)
	var refusal *record.Error
	switch {
	case b.cells > maxCells:
		refusal = record.Errorf(b.from.place, "", "the feature has more than %d table cells and tags; split it into several files", maxCells)
	case b.isDoc && (b.lines > maxDocLines || b.bytes > maxDoc):
		refusal = record.Errorf(b.from.place, "", "the doc string has more than %d lines or %d KiB; keep it in a file of its own", maxDocLines, maxDoc>>10)
	default:
		return b.AstBuilder.Build(token)
	}
	b.from.failed = refusal // the next line is not read then
	return false, refusal
}

var (
	placed   = regexp.MustCompile(`(?s)\((\d+):(\d+)\): ([^\n]*)`)
	expected = regexp.MustCompile(`(?s)^(unexpected end of file, )?expected: ([^']*?)(?:, got '(.*)')?$`)
)

// words say what the parser's tokens are.
var words = map[string]string{
	"#EOF": "the end of the file", "#Language": "a language line", "#TagLine": "tags", "#FeatureLine": "a feature",
	"#RuleLine": "a rule", "#BackgroundLine": "a background", "#ScenarioLine": "a scenario", "#ExamplesLine": "examples",
	"#StepLine": "a step", "#DocStringSeparator": `""" around a doc string`, "#TableRow": "a table row", "#Comment": "a comment",
	"#Other": "text", "#Empty": "",
}

// explain turns a mistake that the parser found into words for the person who wrote the feature.
func explain(file string, err error) error {
	at := record.Position{File: file}
	found := placed.FindStringSubmatch(err.Error())
	if found == nil {
		return record.Errorf(at, "", "is not a feature that can be read: %s", clip(err.Error()))
	}
	at.Line, _ = strconv.Atoi(found[1])
	column := "column " + found[2] + ": "
	what := expected.FindStringSubmatch(found[3])
	switch {
	case strings.HasPrefix(found[3], "inconsistent cell count"):
		return record.Errorf(at, "", "%sthe row has another number of cells than the first row of its table; add or remove cells, "+
			`and write \| for a | inside a cell`, column)
	case strings.HasPrefix(found[3], "A tag"):
		return record.Errorf(at, "", "%sa tag has no spaces inside; write each tag with its own @", column)
	case strings.HasPrefix(found[3], "Language not supported: "):
		return record.Errorf(at, "", "%sthe language %s is not known; name one such as en, de, fr or zh-CN",
			column, clip(strings.TrimPrefix(found[3], "Language not supported: ")))
	case what == nil:
		return record.Errorf(at, "", "%s%s", column, clip(found[3]))
	case what[1] != "":
		return record.Errorf(at, "", "the file ends too early; what may follow is %s", spell(what[2]))
	}
	if language := languageOf(strings.TrimSpace(what[3])); language != "" && language != "en" && strings.Contains(what[2], "#FeatureLine") {
		return record.Errorf(at, "", "%s%q is not an English keyword; write # language: %s as the first line", column, clip(what[3]), language)
	}
	return record.Errorf(at, "", "%s%q is not understood here; what may stand here is %s", column, clip(strings.TrimSpace(what[3])), spell(what[2]))
}

func spell(tokens string) string {
	var list []string
	for _, token := range strings.Split(tokens, ", ") {
		if word := words[token]; word != "" {
			list = append(list, word)
		}
	}
	if last := len(list) - 1; last > 0 {
		return strings.Join(list[:last], ", ") + " or " + list[last]
	}
	return strings.Join(list, "")
}

// clip keeps hostile input out of messages.
func clip(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
