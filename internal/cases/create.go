package cases

import (
	"context"
	"slices"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Create writes a test case down, as a DRAFT in version 1, and links it to the requirements that it verifies. Its suite
// is looked after by the suites area.
func Create(ctx context.Context, tx *ent.Client, in CreateInput) (*ent.TestCase, error) {
	e := in.edit()
	var wrong check
	projects.CheckKey(&wrong.Check, "key", in.Key)
	wrong.edit(e)
	wrong.count(len(in.Requirements), maxAtOnce, "requirements")
	if len(e.rows) > 0 && e.parameters == nil {
		wrong.widths(e.rows, 0)
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	project, err := projects.Named(ctx, tx, in.Project, membership.RoleEDITOR)
	if err != nil {
		return nil, err
	}
	c, err := e.content(content{})
	if err != nil {
		return nil, err
	}
	bases, err := bases(ctx, tx, project, in.Requirements)
	if err != nil {
		return nil, err
	}
	key, err := keyFor(ctx, tx, project, in.Key)
	if err != nil {
		return nil, err
	}
	now := clock.Now(ctx)
	create := tx.TestCase.Create().SetProjectID(project.ID).SetKey(key).SetCreatedAt(now).SetUpdatedAt(now)
	setContent(create.Mutation(), c)
	e.setRest(create.Mutation(), &ent.TestCase{})
	made, err := create.Save(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "test case")
	}
	if err := frozen(tx, project.ID, made.ID, 1, c, lifecycle.Say(in.Reason), now).Exec(ctx); err != nil {
		return nil, bulk.Explain(err, "test case")
	}
	for chunk := range slices.Chunk(bases, bulk.Size) {
		links := make([]*ent.TraceLinkCreate, len(chunk))
		for i, basis := range chunk {
			links[i] = joining(tx, basis, made, tracelink.DefaultRole, now)
		}
		if err := tx.TraceLink.CreateBulk(links...).Exec(ctx); err != nil {
			return nil, bulk.Explain(err, "trace link")
		}
	}
	return made, nil
}

// bases are the requirements that a new case verifies, each once, held in the version that the links are pinned to.
func bases(ctx context.Context, tx *ent.Client, project *ent.Project, ids []ident.ID) ([]*ent.Requirement, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	all, err := tx.Requirement.Query().
		Where(requirement.ProjectID(project.ID), bulk.IDs[predicate.Requirement](requirement.FieldID, ids), bulk.Lock[predicate.Requirement]()).
		Unique(false).Order(ent.Asc(requirement.FieldID)).
		Select(requirement.FieldID, requirement.FieldProjectID, requirement.FieldContentVersion).All(ctx)
	if err != nil {
		return nil, err
	}
	found := make(map[ident.ID]bool, len(all))
	for _, one := range all {
		found[one.ID] = true
	}
	var wrong check
	for i, id := range ids {
		if !found[id] {
			_ = wrong.Note(absent("requirement", "requirements", strconv.Itoa(i))) // a fault is kept
		}
	}
	return all, wrong.Err()
}

// keyFor is the key of a new case: the given one, unless it is taken, else a made one.
func keyFor(ctx context.Context, tx *ent.Client, project *ent.Project, given *string) (string, error) {
	look := kind(ctx, tx, project)
	if given == nil {
		keys, err := projects.Keys(ctx, tx, project, look.Letters, 1, func(keys []string) (map[string]bool, error) {
			used, err := look.ByKeys(keys)
			taken := map[string]bool{}
			for _, one := range used {
				taken[one.Key] = true
			}
			return taken, err
		})
		if err != nil {
			return "", err
		}
		return keys[0], nil
	}
	there, err := tx.TestCase.Query().Where(testcase.ProjectID(project.ID), testcase.Key(*given)).
		Select(testcase.FieldID, testcase.FieldDeletedAt).All(people.IncludingTrash(ctx))
	switch {
	case err != nil || len(there) == 0:
		return *given, err
	case there[0].DeletedAt != nil:
		return "", fault.New(fault.Conflict, "the test case %s is in the trash; restore it, or choose another key", *given).At("key")
	}
	return "", fault.New(fault.Conflict, "there is already a test case %s; choose another key", *given).At("key")
}
