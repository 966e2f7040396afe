package areas_test

import (
	"context"
	"fmt"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
)

func createBasis(key string, c content, parent *end) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		made, err := requirements.Create(ctx, tx, requirements.CreateInput{Project: "P", Key: named(key), Title: c["TITLE"],
			Text: c.of("TEXT"), Type: c.of("TYPE"), Criticality: c.criticality(), Attributes: c.attributes(), Parent: d.optional(parent)})
		if err != nil {
			return "", err
		}
		d.ids[basis] = append(d.ids[basis], made.ID)
		return shownBasis(made), nil
	}
}

func createTest(key string, c content, verified []*end) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		made, err := cases.Create(ctx, tx, cases.CreateInput{Project: "P", Key: named(key), Title: c["TITLE"],
			Description: c.of("DESCRIPTION"), Precondition: c.of("PRECONDITION"), Steps: c.steps(), Requirements: d.all(basis, verified)})
		if err != nil {
			return "", err
		}
		d.ids[test] = append(d.ids[test], made.ID)
		return shownTest(made), nil
	}
}

func revise(k kind, e *end, saw int, c content, estimate int) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		if k == basis {
			return told(shownBasis)(requirements.Revise(ctx, tx, requirements.ReviseInput{ID: d.id(k, e), ExpectedVersion: saw, Title: c.of("TITLE"),
				Text: c.of("TEXT"), Type: c.of("TYPE"), Criticality: c.criticality(), Attributes: c.attributes()}))
		}
		in := cases.ReviseInput{ID: d.id(k, e), ExpectedVersion: saw, Title: c.of("TITLE"),
			Description: c.of("DESCRIPTION"), Precondition: c.of("PRECONDITION"), Steps: c.steps()}
		if estimate >= 0 {
			in.EstimateMs = &estimate
		}
		return told(shownTest)(cases.Revise(ctx, tx, in))
	}
}

func restoreVersion(k kind, e *end, saw, number int) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		if k == basis {
			return told(shownBasis)(requirements.RestoreVersion(ctx, tx, requirements.RestoreVersionInput{ID: d.id(k, e), ExpectedVersion: saw, Number: number}))
		}
		return told(shownTest)(cases.RestoreVersion(ctx, tx, cases.RestoreVersionInput{ID: d.id(k, e), ExpectedVersion: saw, Number: number}))
	}
}

func moveTo(e *end, saw int, parent, before *end) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		return told(shownBasis)(requirements.Move(ctx, tx, requirements.MoveInput{ID: d.id(basis, e), ExpectedVersion: saw,
			Parent: d.optional(parent), Before: d.optional(before)}))
	}
}

func createLink(k kind, first, second *end, role string) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		if k == refinement {
			role := requirementlink.Role(role)
			return told(shownRefinement)(requirements.LinkCreate(ctx, tx, requirements.LinkCreateInput{
				Child: d.id(basis, first), Parent: d.id(basis, second), Role: &role}))
		}
		role := tracelink.Role(role)
		return told(shownTrace)(cases.LinkCreate(ctx, tx, cases.LinkCreateInput{
			Requirement: d.id(basis, first), TestCase: d.id(test, second), Role: &role}))
	}
}

func decide(verb string, refs []reference, reason string) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		in := requirements.LinksInput{Reason: reason}
		for _, ref := range refs {
			in.Links = append(in.Links, requirements.LinkRef{ID: d.linkID(ref), ExpectedVersion: ref.saw})
		}
		decision := cases.Affirm
		if verb == "Retire" {
			decision = cases.Retire
		}
		traced, refined, err := decision(ctx, tx, in)
		if err != nil {
			return "", err
		}
		texts := append([]string{}, eachText(traced, shownTrace)...)
		return each(append(texts, eachText(refined, shownRefinement)...), func(s string) string { return s }), nil
	}
}

func carry(k kind, ends []*end, away bool) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		in := requirements.TrashInput{IDs: d.all(k, ends)}
		if k == basis {
			verb := requirements.Restore
			if away {
				verb = requirements.Trash
			}
			all, err := verb(ctx, tx, in)
			return each(all, shownBasis), err
		}
		verb := cases.Restore
		if away {
			verb = cases.Trash
		}
		all, err := verb(ctx, tx, in)
		return each(all, shownTest), err
	}
}

func record(on *end, e executed) act {
	return func(ctx context.Context, tx *ent.Client, d *database) (string, error) {
		at := projecttest.Now.Add(-time.Duration(e.ago) * time.Minute)
		made, err := executions.RecordByHand(ctx, tx, executions.RecordInput{TestCase: d.id(test, on),
			Status: execution.Status(e.status), Environment: named(e.environment), Scenario: named(e.scenario), ExecutedAt: &at})
		if err != nil {
			return "", err
		}
		return string(made.Status), nil
	}
}

func configure(saw int, fields map[kind][]string) act {
	return func(ctx context.Context, tx *ent.Client, _ *database) (string, error) {
		changed, err := projects.Configure(ctx, tx, projects.ConfigureInput{Project: "P", ExpectedVersion: saw,
			RequirementFieldsThatCount: fields[basis], CaseFieldsThatCount: fields[test]})
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("version %d", changed.Version), nil
	}
}
