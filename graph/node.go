package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/remarks"
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
		ident.Suite:              loaderOf(c.Suite.LoadByIDs),
		ident.SuiteMember:        loaderOf(c.SuiteMember.LoadByIDs),
		ident.Comment:            loaderOf(shown(remarks.Shown[predicate.Comment](), func(which ...predicate.Comment) idsOf { return c.Comment.Query().Where(which...) }, c.Comment.LoadByIDs)),
		ident.Attachment:         loaderOf(shown(remarks.Shown[predicate.Attachment](), func(which ...predicate.Attachment) idsOf { return c.Attachment.Query().Where(which...) }, c.Attachment.LoadByIDs)),
		ident.Tag:                loaderOf(shown(remarks.Shown[predicate.Tag](), func(which ...predicate.Tag) idsOf { return c.Tag.Query().Where(which...) }, c.Tag.LoadByIDs)),
		ident.FailureSignature:   loaderOf(c.FailureSignature.LoadByIDs),
	}
}

// idsOf gives the ids that a query finds.
type idsOf interface {
	IDs(ctx context.Context) ([]ident.ID, error)
}

// shown loads remarks, but not those of things in the trash.
func shown[P ~func(*sql.Selector), T any](
	is P, query func(which ...P) idsOf, load func(context.Context, []ident.ID) (map[ident.ID]T, error),
) func(context.Context, []ident.ID) (map[ident.ID]T, error) {
	return func(ctx context.Context, ids []ident.ID) (map[ident.ID]T, error) {
		kept, err := query(is, bulk.IDs[P]("id", ids)).IDs(ctx)
		if err != nil || len(kept) == 0 {
			return nil, err
		}
		return load(ctx, kept)
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
	for kind, load := range loaders(r.reader(ctx)) {
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
