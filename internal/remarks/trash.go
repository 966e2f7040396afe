package remarks

import (
	"context"
	"fmt"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// MaxTogether is the most things or remarks that one act may be about.
const MaxTogether = 1_000

// facts are what decides who may put a remark into the trash or take it back.
type facts struct {
	project ident.ID
	author  *ident.ID
	// inTrash and mover tell whether it is in the trash and who changed it last: nothing but putting it there changes what
	// is there, so that is who put it away.
	inTrash bool
	mover   *ident.ID
}

// owner is who may move the remark without being an administrator. What an administrator put away its author does not
// bring back.
func (f facts) owner(back bool) *ident.ID {
	if back && f.inTrash {
		return f.mover
	}
	return f.author
}

// refusal is what others are told.
func (f facts) refusal(back bool, remark, project string) string {
	if back && f.inTrash {
		return fmt.Sprintf("somebody else put this %s away: who did, or an administrator of project %s, may bring it back", remark, project)
	}
	return fmt.Sprintf("this %s is somebody else's: its author or an administrator of project %s may do this", remark, project)
}

// checkIDs refuses no remarks, or too many.
func checkIDs(ids []ident.ID) error {
	if len(ids) == 0 || len(ids) > MaxTogether {
		return fault.New(fault.Invalid, "name 1 to %d at once; these are %d", MaxTogether, len(ids)).At("ids")
	}
	return nil
}

// mayMove makes sure that the remarks are all there, in one project, and that the viewer may put them into the trash,
// authors their own, or take them back, people what they put away; an administrator may both with all. Remark is their
// name, for example "comment".
func mayMove(ctx context.Context, tx *ent.Client, remark string, back bool, ids []ident.ID, found map[ident.ID]facts) error {
	var absent fault.Several
	for i, id := range ids {
		if one, there := found[id]; !there || one.project != found[ids[0]].project {
			absent = append(absent, fault.New(fault.NotFound, "there is no such %s, or you may not see it", remark).At("ids", strconv.Itoa(i)))
		}
	}
	if absent != nil {
		return absent
	}
	project, err := projects.For(ctx, tx, found[ids[0]].project, membership.RoleTESTER)
	if err != nil {
		return absentWith(err, remark, "ids", "0")
	}
	who, err := viewer.From(ctx)
	if err != nil {
		return err
	}
	role, err := people.RoleIn(ctx, tx, project.ID)
	if err != nil || role == membership.RoleADMIN {
		return err
	}
	var others fault.Several
	for i, id := range ids {
		if owner := found[id].owner(back); owner == nil || *owner != who.User {
			others = append(others, fault.New(fault.Denied, "%s", found[id].refusal(back, remark, project.Key)).At("ids", strconv.Itoa(i)))
		}
	}
	if others != nil {
		return others
	}
	return nil
}

// inOrder puts what was loaded into the order in which it was asked for, each once.
func inOrder[T any](ids []ident.ID, all []*T, id func(*T) ident.ID) []*T {
	of := make(map[ident.ID]*T, len(all))
	for _, one := range all {
		of[id(one)] = one
	}
	var sorted []*T
	for _, wanted := range distinct(ids) {
		if one := of[wanted]; one != nil {
			sorted = append(sorted, one)
		}
	}
	return sorted
}
