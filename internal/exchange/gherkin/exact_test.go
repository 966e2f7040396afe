package gherkin_test

import (
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/gherkin"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// written is a feature of one case of the project P.
func written(t *testing.T, c record.Case) string {
	t.Helper()
	c.Key = "C-1"
	var b strings.Builder
	f := gherkin.Feature{Suite: gherkin.Suite{Path: []string{"Pay"}, Name: "Pay", Cases: []record.Case{c}}, Project: "P"}
	if err := gherkin.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheVisibleTextWinsOverANoteOnceItIsEdited(t *testing.T) {
	text := written(t, record.Case{Title: "By  card", Type: "GHERKIN", Text: " Fast. ", Steps: []record.Step{
		{Action: "Read the card", Data: "a\r\nb", Expected: " it is read "}, {Action: "Pay ", Expected: "paid"},
	}})
	for edit, want := range map[[2]string][6]string{
		{}:                                     {"By  card", " Fast. ", "a\r\nb", " it is read ", "Pay ", "paid"},
		{": By card", ": Card"}:                {"Card", " Fast. ", "a\r\nb", " it is read ", "Pay ", "paid"},
		{"    Fast.", "    Now"}:               {"By  card", "Now", "a\r\nb", " it is read ", "Pay ", "paid"},
		{"Then it is read", "Then it is seen"}: {"By  card", " Fast. ", "a\r\nb", "it is seen", "Pay ", "paid"},
		{"When Pay", "When Give"}:              {"By  card", " Fast. ", "a\r\nb", " it is read ", "Give", "paid"},
		{"      a\n", "      c\n"}:             {"By  card", " Fast. ", "c\nb", " it is read ", "Pay ", "paid"},
		{`"is":`, `"is":7,"x":`}:               {"By card", "Fast.", "a\nb", "it is read", "Pay", "paid"}, // spoilt
	} {
		changed := text
		if edit[0] != "" {
			if changed = strings.ReplaceAll(text, edit[0], edit[1]); changed == text {
				t.Fatalf("no %q in\n%s", edit[0], text)
			}
		}
		c := mustRead(t, strings.NewReader(changed)).cases[0]
		got := [6]string{c.Title, c.Text, c.Steps[0].Data, c.Steps[0].Expected, c.Steps[1].Action, c.Steps[1].Expected}
		if got != want {
			t.Errorf("%q: read %q, want %q from\n%s", edit, got, want, changed)
		}
	}
}

func TestANoteHoldsOnlyWhatGherkinCannot(t *testing.T) {
	text := written(t, record.Case{Title: "By card", Type: "GHERKIN", Text: "Fast.", Steps: []record.Step{{Action: "Given a card", Data: " a\n\n b "}}})
	if !strings.Contains(text, "\n  # asterism: {\"project\":\"P\",\"key\":\"C-1\"}\n  Scenario: By card\n") {
		t.Errorf("wrote\n%s", text)
	}
}

func TestALongNoteIsReadWhole(t *testing.T) {
	long := "  " + strings.Repeat("é \"日本\"  \n ", 30_000)
	text := written(t, record.Case{Title: "By card", Type: "MANUAL", Text: long, Attributes: map[string]string{"a": long}})
	if strings.Count(text, "# asterism+:") < 3 || strings.Contains(text, "# asterism: ") {
		t.Errorf("%d parts", strings.Count(text, "# asterism+:"))
	}
	c := mustRead(t, strings.NewReader(text+"\n  Scenario: another\n")).cases
	if c[0].Text != long || c[0].Attributes["a"] != long || c[0].Key != "C-1" || c[1].Key != "" {
		t.Errorf("%d bytes came back of %d", len(c[0].Text), len(long))
	}
}
