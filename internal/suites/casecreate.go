package suites

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// CreateCase makes a test case and puts it into the suite that the input names, if any.
func CreateCase(ctx context.Context, tx *ent.Client, in cases.CreateInput) (*ent.TestCase, error) {
	made, err := cases.Create(ctx, tx, in)
	if err != nil || in.Suite == nil {
		return made, err
	}
	if _, err := Place(ctx, tx, PlaceInput{Suite: *in.Suite, TestCases: []ident.ID{made.ID}}); err != nil {
		if found := fault.Of(err); found != nil {
			return nil, found.At("suite")
		}
		return nil, err
	}
	return made, nil
}
