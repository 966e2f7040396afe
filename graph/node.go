package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

// loader loads entities of one kind by their ids.
type loader func(ctx context.Context, ids []ident.ID) (map[ident.ID]ent.Noder, error)

// loaders says how to load each kind that the API shows; the kind is read from the id, without a look-up.
func loaders(c *ent.Client) map[ident.Kind]loader {
	return map[ident.Kind]loader{
		ident.Project:            loaderOf(c.Project.LoadByIDs),
		ident.Requirement:        loaderOf(c.Requirement.LoadByIDs),
		ident.RequirementVersion: loaderOf(c.RequirementVersion.LoadByIDs),
		ident.RequirementLink:    loaderOf(c.RequirementLink.LoadByIDs),
		ident.TestCase:           loaderOf(c.TestCase.LoadByIDs),
		ident.TestCaseVersion:    loaderOf(c.TestCaseVersion.LoadByIDs),
		ident.TraceLink:          loaderOf(c.TraceLink.LoadByIDs),
		ident.Release:            loaderOf(c.Release.LoadByIDs),
		ident.Build:              loaderOf(c.Build.LoadByIDs),
		ident.Environment:        loaderOf(c.Environment.LoadByIDs),
		ident.TestCycle:          loaderOf(c.TestCycle.LoadByIDs),
		ident.Execution:          loaderOf(c.Execution.LoadByIDs),
		ident.Defect:             loaderOf(c.Defect.LoadByIDs),
		ident.DefectLink:         loaderOf(c.DefectLink.LoadByIDs),
		ident.ImportRun:          loaderOf(c.ImportRun.LoadByIDs),
		ident.ExternalReference:  loaderOf(c.ExternalReference.LoadByIDs),
		ident.User:               loaderOf(c.User.LoadByIDs),
	}
}

func loaderOf[T ent.Noder](load func(context.Context, []ident.ID) (map[ident.ID]T, error)) loader {
	return func(ctx context.Context, ids []ident.ID) (map[ident.ID]ent.Noder, error) {
		found, err := load(ctx, ids)
		if err != nil {
			return nil, err
		}
		answer := make(map[ident.ID]ent.Noder, len(found))
		for id, one := range found {
			answer[id] = one
		}
		return answer, nil
	}
}

// nodes loads things of any kind, one statement for each kind.
func (r *Resolver) nodes(ctx context.Context, ids []ident.ID) ([]ent.Noder, error) {
	kinds := map[ident.Kind][]ident.ID{}
	for _, id := range ids {
		kinds[id.Kind()] = append(kinds[id.Kind()], id)
	}
	found := map[ident.ID]ent.Noder{}
	for kind, load := range loaders(r.Client) {
		if len(kinds[kind]) == 0 {
			continue
		}
		some, err := load(ctx, kinds[kind])
		if err != nil {
			return nil, err
		}
		for id, one := range some {
			found[id] = one
		}
	}
	answer := make([]ent.Noder, len(ids))
	for i, id := range ids {
		answer[i] = found[id] // nil where there is none
	}
	return answer, nil
}
