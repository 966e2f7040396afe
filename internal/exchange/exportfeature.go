package exchange

import (
	"context"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/gen/ent/suitemember"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/exchange/gherkin"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// ExportFeature writes a suite as a Gherkin feature file, with the suites below it as rules. Name is a good one for the
// file. Importing the text again finds the same suites and cases.
func ExportFeature(ctx context.Context, client *ent.Client, id ident.ID) (name, text string, err error) {
	top, err := client.Suite.Query().Where(suite.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return "", "", fault.New(fault.NotFound, "there is no such suite, or you may not see it").At("id")
	}
	if err != nil {
		return "", "", err
	}
	project, err := client.Project.Get(ctx, top.ProjectID)
	if err != nil {
		return "", "", err
	}
	all, err := client.Suite.Query().Where(suite.ProjectID(top.ProjectID)).
		Order(ent.Asc(suite.FieldPosition, suite.FieldID)).All(ctx)
	if err != nil {
		return "", "", err
	}
	parts := branch(all, top)
	cases, err := filed(ctx, client, all, parts)
	if err != nil {
		return "", "", err
	}
	feature := gherkin.Feature{Project: project.Key}
	for i, s := range parts {
		path := pathOf(all, s)
		part := gherkin.Suite{Path: path, Name: s.Name, Description: s.Description, Cases: cases[s.ID]}
		if i == 0 {
			feature.Suite = part
			continue
		}
		// Rules do not stand one in another, so a rule is called by its way from the feature.
		part.Name = strings.Join(path[len(feature.Path):], " / ")
		feature.Rules = append(feature.Rules, part)
	}
	var b strings.Builder
	err = gherkin.Write(&b, feature)
	return fileName(top.Name) + ".feature", b.String(), err
}

// branch are a suite and all below it, each behind the one that it stands under.
func branch(all []*ent.Suite, top *ent.Suite) []*ent.Suite {
	found := []*ent.Suite{top}
	for _, s := range all {
		if s.ParentID != nil && *s.ParentID == top.ID {
			found = append(found, branch(all, s)...)
		}
	}
	return found
}

// pathOf are the names from the top of the tree down to a suite.
func pathOf(all []*ent.Suite, s *ent.Suite) []string {
	path := []string{s.Name}
	for at := s; at.ParentID != nil; {
		i := slices.IndexFunc(all, func(one *ent.Suite) bool { return one.ID == *at.ParentID })
		if i < 0 {
			break
		}
		at = all[i]
		path = append(path, at.Name)
	}
	slices.Reverse(path)
	return path
}

// filed are the cases in some of all suites, in their order, with their tags and further places.
func filed(ctx context.Context, client *ent.Client, all, parts []*ent.Suite) (map[ident.ID][]record.Case, error) {
	ids := make([]ident.ID, len(parts))
	for i, s := range parts {
		ids[i] = s.ID
	}
	memberships, err := client.SuiteMember.Query().Where(besides(ids)).
		Order(ent.Asc(suitemember.FieldPosition, suitemember.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	members := slices.DeleteFunc(slices.Clone(memberships), func(m *ent.SuiteMember) bool { return !slices.Contains(ids, m.SuiteID) })
	wanted := make([]ident.ID, len(members))
	for i, m := range members {
		wanted[i] = m.TestCaseID
	}
	found, err := client.TestCase.Query().Where(bulk.IDs[predicate.TestCase](testcase.FieldID, wanted)).All(ctx)
	if err != nil {
		return nil, err
	}
	known := make(map[ident.ID]*ent.TestCase, len(found))
	for _, c := range found {
		known[c.ID] = c
	}
	words, err := client.Tag.Query().Where(bulk.IDs[predicate.Tag](tag.FieldTestCaseID, wanted)).
		Order(ent.Asc(tag.FieldFolded, tag.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	tags := map[ident.ID][]string{}
	for _, one := range words {
		tags[*one.TestCaseID] = append(tags[*one.TestCaseID], one.Name)
	}
	also := places(all, memberships)
	cases, written := map[ident.ID][]record.Case{}, map[ident.ID]bool{}
	for _, m := range members {
		c := known[m.TestCaseID]
		if c == nil || written[c.ID] { // in the trash, or in a second suite of the branch
			continue
		}
		written[c.ID] = true
		one := exported(c, tags[c.ID])
		for _, at := range also[c.ID] {
			if at.ID != m.SuiteID {
				one.Also = append(one.Also, pathOf(all, at))
			}
		}
		cases[m.SuiteID] = append(cases[m.SuiteID], one)
	}
	return cases, nil
}

// besides finds all memberships of the cases that stand in some suites, those in other suites too.
func besides(suites []ident.ID) predicate.SuiteMember {
	return func(s *sql.Selector) {
		there := sql.Table(suitemember.Table)
		s.Where(sql.In(s.C(suitemember.FieldTestCaseID), sql.Select(there.C(suitemember.FieldTestCaseID)).From(there).
			Where(bulk.InIDs(s.Dialect(), there.C(suitemember.FieldSuiteID), suites))))
	}
}

// places are the suites in which cases stand, in the order of all suites.
func places(all []*ent.Suite, members []*ent.SuiteMember) map[ident.ID][]*ent.Suite {
	in := map[ident.ID][]ident.ID{}
	for _, m := range members {
		in[m.SuiteID] = append(in[m.SuiteID], m.TestCaseID)
	}
	found := map[ident.ID][]*ent.Suite{}
	for _, s := range all {
		for _, id := range in[s.ID] {
			found[id] = append(found[id], s)
		}
	}
	return found
}

// exported is a case as a file states it. Where it stands in its review and what was executed stay here.
func exported(c *ent.TestCase, tags []string) record.Case {
	one := record.Case{
		Key: c.Key, Title: c.Title, Type: string(c.Type), Text: c.Description, Precondition: c.Precondition,
		Parameters: c.Parameters, DataRows: c.DataRows, Tags: tags, AutomationID: c.AutomationID, Aliases: c.Aliases,
		Estimate: time.Duration(c.EstimateMs) * time.Millisecond, Attributes: c.Attributes,
	}
	if c.Priority != nil {
		one.Priority = string(*c.Priority)
	}
	if c.Level != nil {
		one.Level = string(*c.Level)
	}
	for _, s := range c.Steps {
		one.Steps = append(one.Steps, record.Step{Action: s.Action, Data: s.Data, Expected: s.Expected})
	}
	return one
}

// fileName makes a name that every system takes for a file.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	if name = strings.Trim(name, ". "); name == "" {
		return "suite"
	}
	return name
}
