package cases

import (
	"context"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Submit asks for a review: of a member by name, of whoever reviewed before, or of anybody. The verdict of the review
// before is cleared.
func Submit(ctx context.Context, tx *ent.Client, in SubmitInput) (*ent.TestCase, error) {
	found, move, err := moved(ctx, tx, lifecycle.Input{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Note: in.Note}, verbSubmit)
	if err != nil {
		return nil, err
	}
	if in.Reviewer != nil {
		if err := askable(ctx, tx, found.ProjectID, *in.Reviewer); err != nil {
			return nil, err
		}
	}
	submitted, err := saved(ctx, step(ctx, tx, found, move).SetNillableReviewerID(in.Reviewer).
		ClearReviewVerdict().ClearReviewedAt().SetReviewNote(""))
	if err != nil {
		return nil, err
	}
	return submitted, say(ctx, tx, in.Note, submitted)
}

// Approve agrees in a review. What is approved is the present version.
func Approve(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCase, error) {
	return judge(ctx, tx, in, verbApprove, testcase.ReviewVerdictAPPROVED)
}

// Rework sends a test case back in a review; the note says why.
func Rework(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCase, error) {
	return judge(ctx, tx, in, verbRework, testcase.ReviewVerdictREWORK)
}

// Deprecate says that a test case is no longer to be executed; the note says why.
func Deprecate(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCase, error) {
	found, move, err := moved(ctx, tx, in, verbDeprecate)
	if err != nil {
		return nil, err
	}
	deprecated, err := saved(ctx, step(ctx, tx, found, move))
	if err != nil {
		return nil, err
	}
	return deprecated, say(ctx, tx, in.Note, deprecated)
}

// judge ends a review. When somebody was asked by name, nobody else ends it.
func judge(ctx context.Context, tx *ent.Client, in lifecycle.Input, verb string, verdict testcase.ReviewVerdict) (*ent.TestCase, error) {
	found, move, err := moved(ctx, tx, in, verb)
	if err != nil {
		return nil, err
	}
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	if asked := found.ReviewerID; asked != nil && *asked != who.User && !who.System {
		switch err := askable(ctx, tx, found.ProjectID, *asked); {
		case err == nil:
			return nil, another(ctx, tx, found, *asked)
		case fault.Of(err) == nil:
			return nil, err
		} // somebody who may no longer review leaves it to others
	}
	update := step(ctx, tx, found, move).SetReviewVerdict(verdict).SetReviewNote(lifecycle.Say(in.Note)).SetReviewedAt(clock.Now(ctx))
	if !who.User.IsZero() {
		update.SetReviewerID(who.User)
	}
	if verdict == testcase.ReviewVerdictAPPROVED {
		update.SetApprovedVersion(found.ContentVersion)
	}
	judged, err := saved(ctx, update)
	if err != nil {
		return nil, err
	}
	return judged, say(ctx, tx, in.Note, judged) // the next review begins with an empty note
}

// another says whose review it is.
func another(ctx context.Context, tx *ent.Client, found *ent.TestCase, asked ident.ID) error {
	reviewer, err := tx.User.Get(ctx, asked)
	if err != nil {
		return err
	}
	return fault.New(fault.Denied, "the review of test case %s is another's: %s was asked and has to answer", found.Key, reviewer.Name).At("id")
}

// askable makes sure that somebody who is asked for a review is a member who can answer.
func askable(ctx context.Context, tx *ent.Client, project, user ident.ID) error {
	found, err := tx.Membership.Query().Where(membership.ProjectID(project), membership.UserID(user)).Only(ctx)
	if ent.IsNotFound(err) {
		return fault.New(fault.NotFound, "there is no such member of the project; choose a member").At("reviewer")
	}
	if err == nil && found.Role != membership.RoleEDITOR && found.Role != membership.RoleADMIN {
		return fault.New(fault.Invalid, "a %s may not review; choose an EDITOR or ADMIN of the project", found.Role).At("reviewer")
	}
	return err
}

// say keeps what somebody said with a verb as a comment on each of the test cases.
func say(ctx context.Context, tx *ent.Client, note *string, about ...*ent.TestCase) error {
	if strings.TrimSpace(lifecycle.Say(note)) == "" {
		return nil
	}
	for chunk := range slices.Chunk(about, bulk.Size) {
		comments := make([]*ent.CommentCreate, len(chunk))
		for i, one := range chunk {
			comments[i] = tx.Comment.Create().SetProjectID(one.ProjectID).SetTestCaseID(one.ID).SetText(*note).SetCreatedAt(clock.Now(ctx))
		}
		if err := tx.Comment.CreateBulk(comments...).Exec(ctx); err != nil {
			return bulk.Explain(err, "comment")
		}
	}
	return nil
}

// moved checks an input and finds the test case and the move that a verb makes with it.
func moved(ctx context.Context, tx *ent.Client, in lifecycle.Input, verb string) (*ent.TestCase, lifecycle.Move, error) {
	var wrong check
	wrong.said(in.Note, maxNote, "note")
	if needsNote(verb) && strings.TrimSpace(lifecycle.Say(in.Note)) == "" {
		wrong.Fail("note must say why", "note")
	}
	if err := wrong.Err(); err != nil {
		return nil, lifecycle.Move{}, err
	}
	found, err := open(ctx, tx, in.ID, in.ExpectedVersion)
	if err != nil {
		return nil, lifecycle.Move{}, err
	}
	move, err := Lifecycle.Check(found.Key, string(found.Status), verb)
	return found, move, err
}

func needsNote(verb string) bool {
	return slices.ContainsFunc(Lifecycle.Moves, func(m lifecycle.Move) bool { return m.Verb == verb && slices.Contains(m.Needs, "note") })
}

// step is the update that a move makes.
func step(ctx context.Context, tx *ent.Client, found *ent.TestCase, move lifecycle.Move) *ent.TestCaseUpdateOne {
	return tx.TestCase.UpdateOneID(found.ID).SetStatus(testcase.Status(move.To)).SetUpdatedAt(clock.Now(ctx)).AddVersion(1)
}

func saved(ctx context.Context, update *ent.TestCaseUpdateOne) (*ent.TestCase, error) {
	one, err := update.Save(ctx)
	return one, bulk.Explain(err, "test case")
}
