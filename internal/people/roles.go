package people

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// rank orders the roles: each may do what those before it may.
var rank = map[membership.Role]int{
	membership.RoleVIEWER: 1, membership.RoleTESTER: 2, membership.RoleEDITOR: 3, membership.RoleADMIN: 4,
}

// Require makes sure that the viewer has at least a role in a project. For somebody who is not a member the project
// does not exist.
func Require(ctx context.Context, client *ent.Client, project *ent.Project, role membership.Role) error {
	who, err := viewer.From(ctx)
	if err != nil || who.System {
		return err
	}
	found, err := client.Membership.Query().
		Where(membership.ProjectID(project.ID), membership.UserID(who.User)).Only(ctx)
	if ent.IsNotFound(err) {
		return fault.New(fault.NotFound, "there is no project %s", project.Key)
	}
	if err != nil {
		return err
	}
	if rank[role] == 0 || rank[found.Role] < rank[role] { // nobody has a role that does not exist
		return fault.New(fault.Denied, "this needs the role %s in project %s; yours is %s: ask an administrator of the project", role, project.Key, found.Role)
	}
	return nil
}

// Grant makes a user a member of a project.
func Grant(ctx context.Context, client *ent.Client, project, user ident.ID, role membership.Role) error {
	return client.Membership.Create().SetProjectID(project).SetUserID(user).SetRole(role).Exec(ctx)
}

// RoleIn is the viewer's role in a project; the greatest for the system, and NOT_FOUND for somebody who is no member.
func RoleIn(ctx context.Context, client *ent.Client, project ident.ID) (membership.Role, error) {
	who, err := viewer.From(ctx)
	if err != nil {
		return "", err
	}
	if who.System {
		return membership.RoleADMIN, nil
	}
	found, err := client.Membership.Query().
		Where(membership.ProjectID(project), membership.UserID(who.User)).Only(ctx)
	if ent.IsNotFound(err) {
		return "", fault.New(fault.NotFound, "there is no such project")
	}
	if err != nil {
		return "", err
	}
	return found.Role, nil
}
