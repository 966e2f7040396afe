package requirements

import (
	"context"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// absent is said of what is not there, is in the trash, or lies behind a wall.
func absent(path ...string) *fault.Fault {
	return fault.New(fault.NotFound, "there is no such requirement, or you may not see it").At(path...)
}

// locked loads a requirement and keeps other editors off it until the end of the write.
func locked(ctx context.Context, tx *ent.Client, id ident.ID) (*ent.Requirement, error) {
	one, err := tx.Requirement.Query().Where(requirement.ID(id), bulk.Lock[predicate.Requirement]()).Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, absent("id")
	}
	return one, err
}

// held loads requirements, as far as they are there, and keeps other editors off them until the end of the write, in one
// order so that nobody waits in a circle. What a link is pinned to is read here: a version that another writer is just
// about to replace would be missed by the reaction that makes links SUSPECT.
func held(ctx context.Context, tx *ent.Client, ids ...ident.ID) (map[ident.ID]*ent.Requirement, error) {
	all, err := tx.Requirement.Query().Where(bulk.IDs[predicate.Requirement](requirement.FieldID, ids), bulk.Lock[predicate.Requirement]()).
		Unique(false).Order(ent.Asc(requirement.FieldID)).
		Select(requirement.FieldID, requirement.FieldProjectID, requirement.FieldKey, requirement.FieldContentVersion).All(ctx)
	found := make(map[ident.ID]*ent.Requirement, len(all))
	for _, one := range all {
		found[one.ID] = one
	}
	return found, err
}

// begin loads the requirement that an editor is about to change, in the state in which the editor saw it.
func begin(ctx context.Context, tx *ent.Client, id ident.ID, saw int) (*ent.Requirement, *ent.Project, error) {
	one, err := locked(ctx, tx, id)
	if err != nil {
		return nil, nil, err
	}
	project, err := projects.For(ctx, tx, one.ProjectID, membership.RoleEDITOR)
	if err != nil {
		return nil, nil, err
	}
	return one, project, bulk.Expect("requirement", one.Key, one.Version, saw)
}

// within loads another requirement of the project, which an input names.
func within(ctx context.Context, tx *ent.Client, project *ent.Project, id ident.ID, path ...string) (*ent.Requirement, error) {
	one, err := tx.Requirement.Query().Where(requirement.ID(id), requirement.ProjectID(project.ID)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, absent(path...)
	}
	return one, err
}

// releaseOf finds the release that an input names by its key.
func releaseOf(ctx context.Context, tx *ent.Client, project *ent.Project, key string) (*ident.ID, error) {
	found, err := tx.Release.Query().Where(release.ProjectID(project.ID), release.Key(key)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no release %s in project %s", key, project.Key).At("release")
	}
	return &found, err
}

// say keeps what somebody said with a verb as a comment on the requirement.
func say(ctx context.Context, tx *ent.Client, about *ent.Requirement, note *string) error {
	if note == nil || strings.TrimSpace(*note) == "" {
		return nil
	}
	err := tx.Comment.Create().SetProjectID(about.ProjectID).SetRequirementID(about.ID).SetText(*note).SetCreatedAt(clock.Now(ctx)).Exec(ctx)
	return bulk.Explain(err, "comment")
}

// text is what an optional text holds; empty when there is none.
func text(optional *string) string {
	if optional == nil {
		return ""
	}
	return *optional
}
