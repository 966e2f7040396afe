package people

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/user"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// ownerLogin names the one user of a local workspace; it can never be signed in to from outside.
const ownerLogin = "owner"

// LocalOwner is the viewer of a local workspace: the person at this machine. The user is made at the first start.
func LocalOwner(ctx context.Context, client *ent.Client) (viewer.Viewer, error) {
	ctx = viewer.AsSystem(ctx)
	found, err := client.User.Query().Where(user.Login(ownerLogin)).Only(ctx)
	if ent.IsNotFound(err) {
		found, err = client.User.Create().SetLogin(ownerLogin).SetName("Local owner").Save(ctx)
		if ent.IsConstraintError(err) { // another process was faster
			found, err = client.User.Query().Where(user.Login(ownerLogin)).Only(ctx)
		}
	}
	if err != nil {
		return viewer.Viewer{}, err
	}
	return viewer.Viewer{User: found.ID}, nil
}
