package gherkin

import (
	"context"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// System is the tool that the identities of scenarios are said to come from.
const System = "gherkin"

// Reader reads feature files.
type Reader struct{}

// Name is the word for --format.
func (Reader) Name() string { return "gherkin" }

// Detect looks for the line that begins a feature, in any language; the name only adds certainty.
func (Reader) Detect(name string, head []byte) int { return detect(name, head) }

// Read puts the suites of a feature and its cases, in the order of the file.
func (Reader) Read(ctx context.Context, source record.Source, sink record.Sink) error {
	document, err := parse(ctx, source)
	if err != nil {
		return err
	}
	if document.Feature == nil {
		sink.Warn(record.Warning{File: source.Name, Message: "holds no feature, only comments; nothing was taken from it"})
		return nil
	}
	r := newReading(source.Name, document, sink)
	return r.feature(document.Feature)
}
