package remarks

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// MaxText is the most characters that a comment may have.
const MaxText = 20_000

// AddComment says something about a thing; the viewer is the author.
func AddComment(ctx context.Context, tx *ent.Client, in CommentInput) (*ent.Comment, error) {
	var check fault.Check
	checkKind(&check, in.About, "about")
	if err := checkText(&check, in.Text); err != nil {
		return nil, err
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	project, err := place(ctx, tx, false, in.About)
	if err != nil {
		return nil, err
	}
	now := clock.Now(ctx)
	made, err := point(tx.Comment.Create(), in.About).SetProjectID(project.ID).SetText(in.Text).
		SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	return made, bulk.Explain(err, "comment")
}

// ReviseComment changes the text of a comment, which only its author may do: nobody puts words into the mouth of others.
// A text that is the same already changes nothing.
func ReviseComment(ctx context.Context, tx *ent.Client, in CommentReviseInput) (*ent.Comment, error) {
	var check fault.Check
	if err := checkText(&check, in.Text); err != nil {
		return nil, err
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	one, err := tx.Comment.Query().Where(comment.ID(in.ID), Shown[predicate.Comment](), bulk.Lock[predicate.Comment]()).
		Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no such comment, or you may not see it").At("id")
	}
	if err != nil {
		return nil, err
	}
	if _, err := projects.For(ctx, tx, one.ProjectID, membership.RoleTESTER); err != nil {
		return nil, absentWith(err, "comment", "id")
	}
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	if !who.System && (one.CreatedByID == nil || *one.CreatedByID != who.User) {
		return nil, fault.New(fault.Denied, "only its author may change the text of a comment; answer with a comment of your own").At("id")
	}
	if err := bulk.Expect("comment", one.ID.String(), one.Version, in.ExpectedVersion); err != nil {
		return nil, err
	}
	if one.Text == in.Text {
		return one, nil
	}
	changed, err := tx.Comment.UpdateOneID(one.ID).SetText(in.Text).SetEditedAt(clock.Now(ctx)).AddVersion(1).Save(ctx)
	return changed, bulk.Explain(err, "comment")
}

func checkText(check *fault.Check, text string) error {
	if err := bulk.CheckText("text", text); err != nil {
		return check.Note(err)
	}
	switch length := utf8.RuneCountInString(text); {
	case strings.TrimSpace(text) == "":
		check.Fail("a comment says something: write at least one character", "text")
	case length > MaxText:
		check.Fail(fmt.Sprintf("a comment has at most %d characters and this has %d; attach a long text as a file", MaxText, length), "text")
	}
	return nil
}

// absentWith makes a remark as absent as the project that it lies in.
func absentWith(err error, remark string, path ...string) error {
	if ent.IsNotFound(err) || fault.Is(err, fault.NotFound) {
		return fault.New(fault.NotFound, "there is no such %s, or you may not see it", remark).At(path...)
	}
	return err
}
