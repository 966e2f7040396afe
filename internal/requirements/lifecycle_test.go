package requirements_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

var statuses = []requirement.Status{
	requirement.StatusDRAFT, requirement.StatusIN_REVIEW, requirement.StatusREWORK, requirement.StatusAPPROVED,
	requirement.StatusIMPLEMENTED, requirement.StatusVERIFIED, requirement.StatusOBSOLETE,
}

// verbs are the moves that people make, by their names in the table.
var verbs = map[string]func(context.Context, *ent.Client, lifecycle.Input) (*ent.Requirement, error){
	"requirementSubmit": func(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Requirement, error) {
		return requirements.Submit(ctx, tx, requirements.SubmitInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Note: in.Note})
	},
	"requirementApprove": requirements.Approve, "requirementRework": requirements.Rework, "requirementRetire": requirements.Retire,
	"requirementImplement": requirements.Implement, "requirementVerify": requirements.Verify,
	"requirementRevise": func(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Requirement, error) {
		return requirements.Revise(ctx, tx, requirements.ReviseInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Text: in.Note})
	},
}

// stand puts a requirement into a status.
func stand(p *projecttest.Project, key string, status requirement.Status) *ent.Requirement {
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		return tx.Requirement.Update().Where(requirement.Key(key)).SetStatus(status).ClearReviewerID().Exec(ctx)
	})
	return get(p, key)
}

func TestEveryVerbMovesWhereItsTableSaysAndNowhereElse(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A")
		for i, status := range statuses {
			for verb, act := range verbs {
				is := stand(p, "A", status)
				text := strings.Repeat("x", i+1) + verb // other content each time
				got, err := do(p, act, lifecycle.Input{ID: is.ID, ExpectedVersion: is.Version, Note: &text})
				move, refusal := requirements.Lifecycle.Check("A", string(status), verb)
				switch {
				case refusal == nil:
					if err != nil || string(got.Status) != move.To || got.Version != is.Version+1 {
						t.Errorf("%s from %s: %v, %v", verb, status, got, err)
					}
				case verb == "requirementRevise" && status != requirement.StatusOBSOLETE: // allowed, and no move
					if err != nil || got.Status != status {
						t.Errorf("%s in %s: %v, %v", verb, status, got, err)
					}
				case !fault.Is(err, fault.Precondition) || err.Error() != refusal.Error():
					t.Errorf("%s from %s: got %v, want %v", verb, status, err, refusal)
				}
			}
		}
	})
}

func TestEveryMoveLeadsBetweenStatusesThatThereAre(t *testing.T) {
	reached := map[string]bool{"DRAFT": true}
	for _, move := range requirements.Lifecycle.Moves {
		if verbs[move.Verb] == nil || !slices.Contains(statuses, requirement.Status(move.To)) {
			t.Errorf("%s → %s", move.Verb, move.To)
		}
		for _, from := range move.From {
			if !slices.Contains(statuses, requirement.Status(from)) || from == move.To {
				t.Errorf("%s from %s to %s", move.Verb, from, move.To)
			}
		}
		reached[move.To] = true
	}
	if len(reached) != len(statuses) || len(requirements.Lifecycle.Allowed("OBSOLETE")) != 0 {
		t.Errorf("reached are %v; from OBSOLETE lead %v", reached, requirements.Lifecycle.Allowed("OBSOLETE"))
	}
}

func TestAMoveThatNeedsANoteIsRefusedWithoutOne(t *testing.T) {
	p := project(t, storetest.SQLite(t))
	created(t, p, "A")
	for verb, from := range map[string]requirement.Status{"requirementRework": requirement.StatusIN_REVIEW, "requirementRetire": requirement.StatusDRAFT} {
		is := stand(p, "A", from)
		for _, note := range []*string{nil, ptr(" \n")} {
			_, err := do(p, verbs[verb], lifecycle.Input{ID: is.ID, ExpectedVersion: is.Version, Note: note})
			refused(t, verb, err, fault.Invalid, "note")
		}
	}
}

func TestAReviewIsKeptAndAnApprovalSpeaksOfOneVersion(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A")
		step := func(verb, note string) *ent.Requirement {
			is := get(p, "A")
			return must(t, p, verbs[verb], lifecycle.Input{ID: is.ID, ExpectedVersion: is.Version, Note: &note})
		}
		step("requirementSubmit", "please look")
		got := step("requirementRework", "too vague")
		if *got.ReviewVerdict != requirement.ReviewVerdictREWORK || got.ReviewNote != "too vague" || !got.ReviewedAt.Equal(projecttest.Now) || got.ReviewerID == nil {
			t.Errorf("sent back: %+v", got)
		}
		got = step("requirementSubmit", "")
		if got.ReviewVerdict != nil || got.ReviewNote != "" || got.ReviewedAt != nil || got.ReviewerID == nil {
			t.Errorf("submitted again: %+v", got)
		}
		if got = step("requirementApprove", "fine"); got.ApprovedVersion != 1 || *got.ReviewVerdict != requirement.ReviewVerdictAPPROVED {
			t.Errorf("approved: %+v", got)
		}
		if got = step("requirementRevise", "new text"); got.Status != requirement.StatusDRAFT || got.ApprovedVersion != 1 || got.ContentVersion != 2 {
			t.Errorf("revised: %+v", got)
		}
		step("requirementRetire", "not needed")
		var said []string
		for _, one := range p.Client.Comment.Query().AllX(p.Ctx) {
			said = append(said, one.Text)
		}
		if slices.Sort(said); !slices.Equal(said, []string{"fine", "not needed", "please look", "too vague"}) {
			t.Errorf("comments: %q", said)
		}
	})
}

func TestOnlyWhoWasAskedByNameReviews(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A")
		reviewing, reviewer := member(t, p, "reviewer", membership.RoleEDITOR)
		_, tester := member(t, p, "tester", membership.RoleTESTER)
		is := get(p, "A")
		submit := requirements.SubmitInput{ID: is.ID, ExpectedVersion: 1}
		submit.Reviewer = ptr(ident.New(ident.User))
		_, err := do(p, requirements.Submit, submit)
		refused(t, "a reviewer who is no member", err, fault.NotFound, "reviewer")
		submit.Reviewer = &tester
		_, err = do(p, requirements.Submit, submit)
		refused(t, "a reviewer who may not approve", err, fault.Invalid, "reviewer")
		submit.Reviewer = &reviewer
		must(t, p, requirements.Submit, submit)
		for verb, act := range map[string]func(context.Context, *ent.Client, lifecycle.Input) (*ent.Requirement, error){"approve": requirements.Approve, "rework": requirements.Rework} {
			_, err := do(p, act, lifecycle.Input{ID: is.ID, ExpectedVersion: 2, Note: ptr("no")})
			refused(t, verb, err, fault.Denied, "id")
			if !strings.Contains(err.Error(), "The reviewer") {
				t.Errorf("%s does not say whose it is: %v", verb, err)
			}
		}
		if got := must(t, as(p, reviewing), requirements.Approve, lifecycle.Input{ID: is.ID, ExpectedVersion: 2}); *got.ReviewerID != reviewer {
			t.Errorf("reviewed by %v", got.ReviewerID)
		}
	})
}
