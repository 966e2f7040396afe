package areas_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementversion"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcaseversion"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
)

// read gives what the database knows: the lines that the model knows too, and those that only databases have.
func (d *database) read() (known, further state, err error) {
	ctx := people.IncludingTrash(d.Ctx)
	project, err := d.Client.Project.Get(ctx, d.ID)
	if err != nil {
		return nil, nil, err
	}
	known.say("project at version %d: %v and %v count", project.Version, none(project.RequirementFieldsThatCount), none(project.CaseFieldsThatCount))
	seen := hashes{}
	if err := d.readBases(ctx, &known, seen); err != nil {
		return nil, nil, err
	}
	if err := d.readTests(ctx, &known, seen); err != nil {
		return nil, nil, err
	}
	if err := d.readLinks(ctx, &known, &further); err != nil {
		return nil, nil, err
	}
	further.say("hashes %v", seen)
	return known, further, seen.check()
}

func (d *database) readBases(ctx context.Context, known *state, seen hashes) error {
	all, err := d.Client.Requirement.LoadByIDs(ctx, d.ids[basis])
	if err != nil {
		return err
	}
	answers, err := coverage.Of(d.Ctx, d.Client, slices.Clone(d.ids[basis]), coverage.Scope{})
	if err != nil {
		return err
	}
	frozen, err := d.Client.RequirementVersion.Query().Order(ent.Asc(requirementversion.FieldNumber)).All(ctx)
	if err != nil {
		return err
	}
	versions := map[ident.ID][]*ent.RequirementVersion{}
	for _, one := range frozen {
		versions[one.RequirementID] = append(versions[one.RequirementID], one)
	}
	for _, id := range d.ids[basis] {
		r, above := all[id], "the top"
		if r.ParentID != nil {
			above = all[*r.ParentID].Key
		}
		known.say("%s; place %d under %s", shownBasis(r), r.Position, above)
		covered := "not asked"
		if a, asked := answers[id]; asked {
			covered = fmt.Sprintf("%s of %d: %d passed, %d failed, %d stale, %d not run", a.Status, a.Cases, a.Passed, a.Failed, a.Stale, a.NotRun)
		}
		known.say("%s is covered: %s", r.Key, covered)
		for _, v := range versions[id] {
			c := content{"TITLE": v.Title, "TEXT": v.Text, "TYPE": v.Type, "CRITICALITY": string(v.Criticality), "ATTRIBUTES": v.Attributes["colour"]}
			known.version(basis, r.Key, v.Number, c)
			seen.note(basis, c, v.ContentHash)
		}
		known.version(basis, r.Key+" says now,", r.ContentVersion, content{"TITLE": r.Title, "TEXT": r.Text, "TYPE": r.Type,
			"CRITICALITY": string(r.Criticality), "ATTRIBUTES": r.Attributes["colour"]})
	}
	return nil
}

func (d *database) readTests(ctx context.Context, known *state, seen hashes) error {
	all, err := d.Client.TestCase.LoadByIDs(ctx, d.ids[test])
	if err != nil {
		return err
	}
	frozen, err := d.Client.TestCaseVersion.Query().Order(ent.Asc(testcaseversion.FieldNumber)).All(ctx)
	if err != nil {
		return err
	}
	versions := map[ident.ID][]*ent.TestCaseVersion{}
	for _, one := range frozen {
		versions[one.TestCaseID] = append(versions[one.TestCaseID], one)
	}
	for _, id := range d.ids[test] {
		one := all[id]
		known.say("%s; estimate %d, last %s", shownTest(one), one.EstimateMs, one.LastStatus)
		for _, v := range versions[id] {
			c := content{"TITLE": v.Title, "DESCRIPTION": v.Description, "PRECONDITION": v.Precondition, "STEPS": actions(v.Steps)}
			known.version(test, one.Key, v.Number, c)
			seen.note(test, c, v.ContentHash)
		}
		known.version(test, one.Key+" says now,", one.ContentVersion, content{"TITLE": one.Title, "DESCRIPTION": one.Description,
			"PRECONDITION": one.Precondition, "STEPS": actions(one.Steps)})
	}
	return nil
}

// actions are the steps of a test case in one text.
func actions(steps []schema.Step) string {
	return strings.Join(eachText(steps, func(s schema.Step) string { return s.Action }), ", ")
}

// readLinks reads the links in the order of the model, and any that the model does not know of.
func (d *database) readLinks(ctx context.Context, known, further *state) error {
	refined, err := d.Client.RequirementLink.Query().WithChild().WithParent().All(ctx)
	if err != nil {
		return err
	}
	traced, err := d.Client.TraceLink.Query().WithRequirement().WithTestCase().All(ctx)
	if err != nil {
		return err
	}
	lines, reasons := map[ident.ID]string{}, map[ident.ID]string{}
	for _, l := range refined {
		lines[l.ID] = fmt.Sprintf("%s %s – %s %s; document %t", refinement, l.Edges.Child.Key, l.Edges.Parent.Key, shownRefinement(l), l.FromDocument)
		reasons[l.ID] = l.Reason
	}
	for _, l := range traced {
		lines[l.ID] = fmt.Sprintf("%s %s – %s %s; document %t", trace, l.Edges.Requirement.Key, l.Edges.TestCase.Key, shownTrace(l), false)
		reasons[l.ID] = l.Reason
	}
	for i, id := range d.links {
		*known = append(*known, lines[id])
		further.say("link %d: %s", i, reasons[id])
		delete(lines, id)
	}
	for _, line := range lines {
		known.say("nobody made: %s", line)
	}
	return nil
}
