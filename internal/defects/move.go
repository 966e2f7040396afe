package defects

import (
	"context"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Confirm says that the flaw is one.
func Confirm(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Defect, error) {
	return move(ctx, tx, "defectConfirm", in, nil)
}

// Start says that somebody works on it.
func Start(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Defect, error) {
	return move(ctx, tx, "defectStart", in, nil)
}

// Verify says that the fix was tested and holds.
func Verify(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Defect, error) {
	return move(ctx, tx, "defectVerify", in, nil)
}

// Close says that nothing is left to do.
func Close(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Defect, error) {
	return move(ctx, tx, "defectClose", in, nil)
}

// Reject says that it is no flaw, and why.
func Reject(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Defect, error) {
	return move(ctx, tx, "defectReject", in, nil)
}

// Defer puts the fix off, and says why.
func Defer(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Defect, error) {
	return move(ctx, tx, "defectDefer", in, nil)
}

// Reopen says why the flaw is not gone after all. How it had ended is forgotten.
func Reopen(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Defect, error) {
	return move(ctx, tx, "defectReopen", in, func(_ *ent.Project, _ *ent.Defect, update *ent.DefectUpdateOne) error {
		update.ClearResolution().ClearFixedInBuildID().ClearDuplicateOfID().AddReopened(1)
		return nil
	})
}

// Assign gives the defect to somebody who is a member of the project.
func Assign(ctx context.Context, tx *ent.Client, in AssignInput) (*ent.Defect, error) {
	return move(ctx, tx, "defectAssign", lifecycle.Input{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Note: in.Note},
		func(project *ent.Project, _ *ent.Defect, update *ent.DefectUpdateOne) error {
			update.SetAssigneeID(in.Assignee)
			return requireMember(ctx, tx, project, in.Assignee)
		})
}

// requireMember refuses to give a defect to somebody who could not even see it.
func requireMember(ctx context.Context, tx *ent.Client, project *ent.Project, user ident.ID) error {
	isMember, err := tx.Membership.Query().Where(membership.ProjectID(project.ID), membership.UserID(user)).Exist(ctx)
	if err == nil && !isMember {
		return fault.New(fault.NotFound, "there is no such member of project %s; choose a member", project.Key).At("assignee")
	}
	return err
}

// load finds a defect for a change, which waits for the changes of others, and the project that it belongs to.
func load(ctx context.Context, tx *ent.Client, id ident.ID) (*ent.Defect, *ent.Project, error) {
	found, err := tx.Defect.Query().Where(defect.ID(id), bulk.Lock[predicate.Defect]()).Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil, notThere("id")
	}
	if err != nil {
		return nil, nil, err
	}
	project, err := projects.For(ctx, tx, found.ProjectID, membership.RoleTESTER)
	return found, project, err
}

func notThere(path ...string) error {
	return fault.New(fault.NotFound, "there is no such defect, or you may not see it").At(path...)
}

// move takes a defect to its next state. More sets what else the move changes; a note becomes a comment.
func move(ctx context.Context, tx *ent.Client, verb string, in lifecycle.Input, more func(*ent.Project, *ent.Defect, *ent.DefectUpdateOne) error) (*ent.Defect, error) {
	if err := checkNote(verb, in.Note); err != nil {
		return nil, err
	}
	found, project, err := load(ctx, tx, in.ID)
	if err != nil {
		return nil, err
	}
	if err := bulk.Expect("defect", found.Key, found.Version, in.ExpectedVersion); err != nil {
		return nil, err
	}
	made, err := Lifecycle.Check(found.Key, string(found.Status), verb)
	if err != nil {
		return nil, err
	}
	to := defect.Status(made.To)
	update := tx.Defect.UpdateOne(found).SetStatus(to).AddVersion(1)
	setEnd(update.Mutation(), to, found.EndedAt, clock.Now(ctx))
	if more != nil {
		if err := more(project, found, update); err != nil {
			return nil, err
		}
	}
	saved, err := update.Save(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "defect")
	}
	return saved, remark(ctx, tx, in.Note, saved)
}

// checkNote refuses a note that cannot be kept, or that is missing where the move needs one.
func checkNote(verb string, note *string) error {
	text := lifecycle.Say(note)
	for _, one := range Lifecycle.Moves {
		if one.Verb == verb && slices.Contains(one.Needs, "note") && strings.TrimSpace(text) == "" {
			return fault.New(fault.Invalid, "%s needs a note that says why", verb).At("note")
		}
	}
	return checkLength("note", maxNote, text)
}

// remark keeps what was said with a change as a comment on each defect.
func remark(ctx context.Context, tx *ent.Client, note *string, all ...*ent.Defect) error {
	text := lifecycle.Say(note)
	if strings.TrimSpace(text) == "" {
		return nil
	}
	for chunk := range slices.Chunk(all, bulk.Size) {
		comments := make([]*ent.CommentCreate, len(chunk))
		for i, one := range chunk {
			comments[i] = tx.Comment.Create().SetProjectID(one.ProjectID).SetDefectID(one.ID).SetText(text).SetCreatedAt(clock.Now(ctx))
		}
		if err := tx.Comment.CreateBulk(comments...).Exec(ctx); err != nil {
			return bulk.Explain(err, "comment")
		}
	}
	return nil
}
