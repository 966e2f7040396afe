package areas_test

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// verb is a move of a lifecycle as the areas make it.
type verb[T any] func(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*T, error)

var basisVerbs = map[string]verb[ent.Requirement]{
	"Submit": func(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Requirement, error) {
		return requirements.Submit(ctx, tx, requirements.SubmitInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Note: in.Note})
	},
	"Approve": requirements.Approve, "Rework": requirements.Rework, "Implement": requirements.Implement,
	"Verify": requirements.Verify, "Retire": requirements.Retire,
}

var testVerbs = map[string]verb[ent.TestCase]{
	"Submit": func(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCase, error) {
		return cases.Submit(ctx, tx, cases.SubmitInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Note: in.Note})
	},
	"Approve": cases.Approve, "Rework": cases.Rework, "Deprecate": cases.Deprecate,
}

func makeStep(k kind, verb string, e *end, saw int, note string) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		in := lifecycle.Input{ID: d.id(k, e), ExpectedVersion: saw, Note: named(note)}
		if k == basis {
			return told(shownBasis)(basisVerbs[verb](ctx, tx, in))
		}
		return told(shownTest)(testVerbs[verb](ctx, tx, in))
	}
}

// told describes what a verb gives back, unless it was refused.
func told[T any](shown func(*T) string) func(*T, error) (string, error) {
	return func(one *T, err error) (string, error) {
		if err != nil {
			return "", err
		}
		return shown(one), nil
	}
}

func eachText[T any](all []T, shown func(T) string) []string {
	texts := make([]string, len(all))
	for i, one := range all {
		texts[i] = shown(one)
	}
	return texts
}

func shownBasis(r *ent.Requirement) string {
	return shownThing(r.Key, string(r.Status), r.Version, r.ContentVersion, r.ApprovedVersion, r.DeletedAt != nil)
}

func shownTest(c *ent.TestCase) string {
	return shownThing(c.Key, string(c.Status), c.Version, c.ContentVersion, c.ApprovedVersion, c.DeletedAt != nil)
}

func shownRefinement(l *ent.RequirementLink) string {
	return shownLink(string(l.Role), string(l.State), l.Version, l.ChildVersion, l.ParentVersion, l.ChangedFields)
}

func shownTrace(l *ent.TraceLink) string {
	return shownLink(string(l.Role), string(l.State), l.Version, l.RequirementVersion, l.TestCaseVersion, l.ChangedFields)
}
