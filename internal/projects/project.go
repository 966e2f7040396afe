package projects

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// keyPattern keeps keys readable in addresses and on the command line.
var keyPattern = regexp.MustCompile(`^[A-Z][A-Z0-9_-]{0,39}$`)

// maxName is the most bytes that a project's name may have.
const maxName = 200

// Create makes a project. The viewer becomes its administrator.
func Create(ctx context.Context, tx *ent.Client, key, name, description string) (*ent.Project, error) {
	name = strings.TrimSpace(name)
	var wrong fault.Check
	if !keyPattern.MatchString(key) {
		wrong.Fail("the key of a project is a capital letter and up to 39 capital letters, digits, hyphens or underscores, for example PAY", "key")
	}
	if name == "" || len(name) > maxName {
		wrong.Fail(fmt.Sprintf("the name of a project has 1 to %d bytes", maxName), "name")
	}
	for field, text := range map[string]string{"name": name, "description": description} {
		if err := wrong.Note(bulk.CheckText(field, text)); err != nil {
			return nil, err
		}
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	now := clock.Now(ctx)
	made, err := tx.Project.Create().SetKey(key).SetName(name).SetDescription(description).
		SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if ent.IsConstraintError(err) {
		return nil, fault.New(fault.Conflict, "there is already a project %s; choose another key", key).Because(err).At("key")
	}
	if err != nil || who.System {
		return made, bulk.Explain(err, "project")
	}
	return made, bulk.Explain(people.Grant(ctx, tx, made.ID, who.User, membership.RoleADMIN), "membership")
}

// ByKey finds a project. To a viewer who is not a member it does not exist.
func ByKey(ctx context.Context, client *ent.Client, key string) (*ent.Project, error) {
	found, err := client.Project.Query().Where(project.Key(key)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no project %s", key).At("project")
	}
	return found, err
}

// LockForImport lets one import at a time write to a project: two at once would make the same things twice, and one of
// them would fail. Other writers are not held up.
func LockForImport(ctx context.Context, tx *ent.Client, locked *ent.Project) error {
	_, err := tx.Project.Query().Where(project.ID(locked.ID), bulk.Lock[predicate.Project]()).Unique(false).IDs(ctx)
	return err
}
