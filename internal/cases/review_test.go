package cases_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestACaseMovesOnlyAlongItsLifecycle(t *testing.T) {
	verbs := map[string]func(context.Context, *ent.Client, lifecycle.Input) (*ent.TestCase, error){
		"caseSubmit": func(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCase, error) {
			return cases.Submit(ctx, tx, cases.SubmitInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Note: in.Note})
		},
		"caseApprove": cases.Approve, "caseRework": cases.Rework, "caseDeprecate": cases.Deprecate,
	}
	want := map[string]map[testcase.Status]testcase.Status{
		"caseSubmit":  {testcase.StatusDRAFT: testcase.StatusIN_REVIEW, testcase.StatusREWORK: testcase.StatusIN_REVIEW},
		"caseApprove": {testcase.StatusIN_REVIEW: testcase.StatusAPPROVED},
		"caseRework":  {testcase.StatusIN_REVIEW: testcase.StatusREWORK},
		"caseDeprecate": {testcase.StatusDRAFT: testcase.StatusDEPRECATED, testcase.StatusIN_REVIEW: testcase.StatusDEPRECATED,
			testcase.StatusREWORK: testcase.StatusDEPRECATED, testcase.StatusAPPROVED: testcase.StatusDEPRECATED},
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		for _, from := range []testcase.Status{testcase.StatusDRAFT, testcase.StatusIN_REVIEW, testcase.StatusREWORK, testcase.StatusAPPROVED, testcase.StatusDEPRECATED} {
			for verb, act := range verbs {
				key := string(from) + verb
				put(w.Project, cases.Draft{Key: key, Title: "c", Status: from})
				err := w.move(key, act, "because")
				target, legal := want[verb][from]
				if !legal {
					w.refused(err, fault.Precondition, key, string(from))
					allowed := cases.Lifecycle.Allowed(string(from))
					for _, move := range allowed {
						w.refused(err, fault.Precondition, move.Verb)
					}
					continue
				}
				if is := w.tested(key); err != nil || is.Status != target || is.Version != 2 {
					t.Errorf("%s from %s: %s in version %d, %v", verb, from, is.Status, is.Version, err)
				}
			}
		}
	})
}

func TestEveryStateButTheLastHasAWayOut(t *testing.T) {
	for _, state := range []string{"DRAFT", "IN_REVIEW", "REWORK", "APPROVED", "DEPRECATED"} {
		if allowed := cases.Lifecycle.Allowed(state); (len(allowed) == 0) != (state == "DEPRECATED") {
			t.Errorf("%s: %v", state, allowed)
		}
	}
	for state, want := range map[string]string{"VALID": "linkAffirm linkRetire", "SUSPECT": "linkAffirm linkRetire", "ORPHANED": "linkRetire", "CLOSED": ""} {
		var verbs []string
		for _, move := range cases.LinkLifecycle.Allowed(state) {
			verbs = append(verbs, move.Verb)
		}
		if strings.Join(verbs, " ") != want {
			t.Errorf("a link that is %s: %v", state, verbs)
		}
	}
}

func TestAVerdictIsKeptUntilTheNextReview(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		w.ok(w.submit("C", nil))
		w.refused(w.move("C", cases.Rework, " "), fault.Invalid, "note")
		w.ok(w.move("C", cases.Rework, "step 2 is unclear"))
		is := w.tested("C")
		if *is.ReviewVerdict != testcase.ReviewVerdictREWORK || is.ReviewNote != "step 2 is unclear" || is.ReviewedAt == nil || *is.ReviewerID != w.user() || is.ApprovedVersion != 0 {
			t.Errorf("sent back: %+v", is)
		}
		w.ok(w.submit("C", nil))
		is = w.tested("C")
		if is.ReviewVerdict != nil || is.ReviewNote != "" || is.ReviewedAt != nil || is.ReviewerID == nil {
			t.Errorf("asked again: %+v", is)
		}
		w.ok(w.revise("C", cases.ReviseInput{Title: to("d")}))
		w.ok(w.move("C", cases.Approve, ""))
		is = w.tested("C")
		if *is.ReviewVerdict != testcase.ReviewVerdictAPPROVED || is.ReviewNote != "" || is.ApprovedVersion != 2 || is.Status != testcase.StatusAPPROVED {
			t.Errorf("approved: %+v", is)
		}
	})
}

func TestWhoIsAskedByNameEndsTheReview(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		editor, tester := w.as("editor", membership.RoleEDITOR), w.as("tester", membership.RoleTESTER)
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		w.refused(w.submit("C", to(ident.New(ident.User))), fault.NotFound, "no such member")
		w.refused(w.submit("C", to(tester.user())), fault.Invalid, "TESTER may not review")
		w.ok(w.submit("C", to(editor.user())))
		w.refused(w.move("C", cases.Approve, ""), fault.Denied, "another's", "User editor")
		w.refused(w.move("C", cases.Rework, "no"), fault.Denied, "another's")
		w.ok(editor.move("C", cases.Rework, "no"))
		w.ok(w.submit("C", nil)) // of whoever reviewed before
		w.refused(w.move("C", cases.Approve, ""), fault.Denied)
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Membership.Update().Where(membership.UserID(editor.user())).SetRole(membership.RoleVIEWER).Exec(ctx)
		})
		w.ok(w.move("C", cases.Approve, ""))
		if is := w.tested("C"); *is.ReviewerID != w.user() {
			t.Error("who approved is not the reviewer")
		}
	})
}

func TestWhatIsSaidWithAMoveIsKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		is := w.tested("C")
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			_, err := cases.Submit(ctx, tx, cases.SubmitInput{ID: is.ID, ExpectedVersion: is.Version, Note: to("mind the data")})
			return err
		})
		w.ok(w.move("C", cases.Rework, "step 2 is unclear"))
		w.ok(w.submit("C", nil))
		w.ok(w.move("C", cases.Approve, "clear now"))
		w.refused(w.move("C", cases.Deprecate, ""), fault.Invalid, "note")
		w.ok(w.move("C", cases.Deprecate, "C-2 shows the same"))
		var said []string
		for _, one := range w.Client.Comment.Query().Where(comment.TestCaseID(is.ID)).AllX(w.Ctx) {
			said = append(said, one.Text)
		}
		slices.Sort(said)
		if strings.Join(said, "; ") != "C-2 shows the same; clear now; mind the data; step 2 is unclear" {
			t.Errorf("the comments are %q", said)
		}
	})
}
