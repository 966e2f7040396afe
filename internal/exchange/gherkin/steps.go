package gherkin

import (
	"strings"

	messages "github.com/cucumber/messages/go/v34"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// steps reads steps as they stand: the action is the whole line with its keyword.
func steps(all []*messages.Step) []record.Step {
	var read []record.Step
	for _, s := range all {
		read = append(read, record.Step{Action: action(s), Data: dataOf(s)})
	}
	return read
}

func action(s *messages.Step) string { return strings.TrimRight(s.Keyword+s.Text, " \t") }

// paired reads steps that were written in pairs; see note.
func paired(all []*messages.Step) []record.Step {
	var read []record.Step
	isResult := false
	for _, s := range all {
		text := s.Text
		switch {
		case s.KeywordType == messages.StepKeywordType_ACTION:
			read, isResult = append(read, record.Step{Action: text}), false
		case len(read) == 0:
			read, isResult = append(read, record.Step{}), true
			read[0].Expected = text
		case s.KeywordType == messages.StepKeywordType_OUTCOME && !isResult:
			read[len(read)-1].Expected, isResult = text, true
		case isResult:
			read[len(read)-1].Expected += "\n" + text
		default:
			read[len(read)-1].Action += "\n" + text
		}
		last := &read[len(read)-1]
		switch below := dataOf(s); {
		case below == "":
		case isResult:
			last.Expected += "\n" + below
		case last.Data == "":
			last.Data = below
		default:
			last.Data += "\n" + below
		}
	}
	return read
}

// setting writes a background as the text of a precondition: what it says, its steps, and under each what it uses.
func setting(b *messages.Background, language string) string {
	written := unguarded(b.Description, language)
	for _, s := range b.Steps {
		written = append(written, action(s))
		for _, line := range data(dataOf(s)) {
			written = append(written, strings.TrimRight("  "+line, " "))
		}
	}
	return strings.Join(written, "\n")
}
