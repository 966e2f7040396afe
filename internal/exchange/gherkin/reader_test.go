package gherkin_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/gherkin"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

const full = `@area:pay
Feature: Paying
  Money **moves**.

  Background:
    Given a customer
      | name | age |
      | Li   | 30  |

  # a remark
  @smoke @fast
  Scenario: By card
    The usual way.
    When the card is read
    And the sum is "1|2"
    Then it is paid
      """json
      {"ok": true}
      """

  Scenario Outline: By <way>
    When paid by <way>
    @slow
    Examples:
      | way  |
      | cash |
    Examples:
      | way  | fee |
      | bank | 1   |

  Rule: Refunds
    Background:
      And a payment
    Example: Full
      * all goes back
    Example: Full
      * all goes back
`

func TestAFeatureBecomesSuitesAndCases(t *testing.T) {
	got := mustRead(t, strings.NewReader(full))
	if len(got.suites) != 2 || got.suites[0].Text != "Money **moves**." || strings.Join(got.suites[1].Path, "/") != "Paying/Refunds" || len(got.warnings) != 0 {
		t.Errorf("suites %v, warnings %v", got.suites, got.warnings)
	}
	customer := "Given a customer\n  | name | age |\n  | Li | 30 |"
	for i, want := range []string{
		`{"title":"By card","precondition":` + quote(customer) + `,"text":"The usual way.","steps":[{"action":"When the card is read"},` +
			`{"action":"And the sum is \"1|2\""},{"action":"Then it is paid","data":"` + "```json\\n{\\\"ok\\\": true}\\n```" + `"}],` +
			`"tags":["area:pay","smoke","fast"],"id":"Paying / By card","suite":["Paying"],"place":"x.feature"}`,
		`{"title":"By \u003cway\u003e","precondition":` + quote(customer) + `,"steps":[{"action":"When paid by \u003cway\u003e"}],` +
			`"parameters":["way","fee"],"rows":[{"fee":"","way":"cash"},{"fee":"1","way":"bank"}],"tags":["area:pay","slow"],` +
			`"id":"Paying / By \u003cway\u003e","suite":["Paying"],"place":"x.feature"}`,
		`{"title":"Full","precondition":` + quote(customer+"\nAnd a payment") + `,"steps":[{"action":"* all goes back"}],"tags":["area:pay"],` +
			`"id":"Paying / Refunds / Full","suite":["Paying","Refunds"],"place":"x.feature"}`,
		`{"title":"Full","precondition":` + quote(customer+"\nAnd a payment") + `,"steps":[{"action":"* all goes back"}],"tags":["area:pay"],` +
			`"id":"Paying / Refunds / Full #2","suite":["Paying","Refunds"],"place":"x.feature"}`,
	} {
		if shown := show(*got.cases[i]); shown != want {
			t.Errorf("case %d is\n%s, want\n%s", i, shown, want)
		}
	}
}

func quote(text string) string {
	document, _ := json.Marshal(text)
	return string(document)
}

// show spells what matters of a case.
func show(c record.Case) string {
	document, _ := json.Marshal(struct {
		Title        string              `json:"title"`
		Precondition string              `json:"precondition,omitempty"`
		Text         string              `json:"text,omitempty"`
		Steps        []record.Step       `json:"steps,omitempty"`
		Parameters   []string            `json:"parameters,omitempty"`
		Rows         []map[string]string `json:"rows,omitempty"`
		Tags         []string            `json:"tags,omitempty"`
		ID           string              `json:"id,omitempty"`
		Suite        []string            `json:"suite"`
		Place        string              `json:"place,omitempty"`
	}{c.Title, c.Precondition, c.Text, c.Steps, c.Parameters, c.DataRows, c.Tags, c.External.ID, c.SuitePath, c.Attributes["feature file"]})
	return string(document)
}

func TestOtherLanguagesAreRead(t *testing.T) {
	got := mustRead(t, strings.NewReader("# language: zh-CN\n功能: 支付\n  场景: 刷卡\n    假如有一张卡\n    当刷卡\n    那么支付成功\n"))
	if len(got.cases) != 1 || got.cases[0].Steps[0].Action != "假如有一张卡" || got.cases[0].SuitePath[0] != "支付" {
		t.Errorf("read %+v", got.cases)
	}
}

func TestMistakesAreToldWithTheirPlace(t *testing.T) {
	for name, c := range map[string]struct {
		text, message string
		line          int
	}{
		"no keyword":        {"Feature: x\n  Scenario: y\n    nonsense\n    Given a\n    more nonsense\n", `column 5: "more nonsense" is not understood here`, 5},
		"ragged table":      {"Feature: x\n  Scenario: y\n    Given a\n      | a | b |\n      | a |\n", "column 7: the row has another number of cells", 5},
		"tag with a space":  {"@a b\nFeature: x\n", "column 1: a tag has no spaces inside", 1},
		"unknown language":  {"# language: xx\nFeature: x\n", "the language xx is not known; name one such as en", 1},
		"unsaid language":   {"\nFonctionnalité: x\n", "write # language: fr as the first line", 2},
		"unclosed doc":      {"Feature: x\n  Scenario: y\n    Given a\n      \"\"\"\n      b\n", `the file ends too early; what may follow is """ around a doc string or text`, 6},
		"tags at the end":   {"Feature: x\n  @a\n", "the file ends too early", 3},
		"NUL":               {"Feature: x\n  a\x00b\n", "NUL", 2},
		"no UTF-8":          {"Feature: x\n\n  \xff\n", "UTF-8", 3},
		"long line":         {"Feature: " + strings.Repeat("x", 300<<10), "longer than 256 KiB", 1},
		"many lines":        {"Feature: x\n" + strings.Repeat("\n", 200_000), "split it into several files", 100_001},
		"many cells":        {"Feature: x\nScenario: y\nGiven z\n" + strings.Repeat(strings.Repeat("| ", 1000)+"\n", 300), "200000 table cells", 204},
		"many tags":         {strings.Repeat(strings.Repeat("@a ", 1000)+"\n", 300), "200000 table cells and tags", 201},
		"long doc string":   {"Feature: x\nScenario: y\nGiven z\n\"\"\"\n" + strings.Repeat("x\n", 6000) + "\"\"\"\n", "keep it in a file of its own", 5004},
		"many steps at end": {"Feature: x\nScenario: y\n" + strings.Repeat("* z\n", 90_000) + "nonsense\n", "is not understood here", 90_003},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(strings.NewReader(c.text))
			var refused *record.Error
			if !errors.As(err, &refused) || refused.Line != c.line || !strings.Contains(refused.Message, c.message) || refused.File != "some/x.feature" {
				t.Errorf("got %.300v, want line %d: %s", err, c.line, c.message)
			}
		})
	}
}

func TestWhatIsLeftOutIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"# nothing\n": "holds no feature",
		"Feature: x\nScenario: y\nGiven <a>\nExamples: named\n|a|\n|1|\n": `the name "named"`,
		"Feature: x\nScenario: y\nGiven <a>\nExamples:\n|a|a|\n|1|2|\n":   `the column "a" comes twice`,
	} {
		got := mustRead(t, strings.NewReader(text))
		if len(got.warnings) != 1 || !strings.Contains(got.warnings[0].Message, want) {
			t.Errorf("%q: warnings %v", text, got.warnings)
		}
	}
}

func TestAFeatureIsKnownByItsContent(t *testing.T) {
	for name, c := range map[string]struct {
		file, head string
		sure       bool
	}{
		"by name and content": {"a.feature", "Feature: x\n", true},
		"by name":             {"a.feature", "# only comments\n", true},
		"by content":          {"notes.txt", "\uFEFF# hello\n@tag\nFeature: x\n\n  Scenario: y\n", true},
		"in another language": {"notes", "# language: de\nFunktionalität: x\nSzenario: y\n", true},
		"only one word":       {"notes.txt", "Feature: x\nsomething else\n", false},
		"a table":             {"a.csv", "Feature,Scenario\nx,y\n", false},
		"binary":              {"a.feature", "Feature\x00", false},
		"empty":               {"a.txt", "", false},
		"text":                {"a.md", "# Feature: x\n\nScenario: y\n", false},
	} {
		if sure := (gherkin.Reader{}).Detect(c.file, []byte(c.head)); sure >= 50 != c.sure {
			t.Errorf("%s: %d", name, sure)
		}
	}
}
