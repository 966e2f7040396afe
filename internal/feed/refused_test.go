package feed_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store/changelog"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// ending is the error that ends a stream; what is given before it must not be about what came after a number.
func ending(t *testing.T, s *feed.Stream, last int64) error {
	t.Helper()
	for {
		item, err := s.Next(t.Context())
		if err != nil {
			if _, again := s.Next(t.Context()); again != err {
				t.Errorf("it ended with %v, and when asked again with %v", err, again)
			}
			return err
		}
		if item.Seq > last {
			t.Fatalf("number %d was given as %d", item.Seq, item.Kind)
		}
	}
}

func TestACursorThatNobodyCanGoOnFromIsRefusedWithItsCode(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.releases(t, w.project, "r", 8) // 3 to 10
		mine, others := w.all(t, w.project), w.all(t, w.other)
		w.sql(t, "UPDATE project_feeds SET floor = 6 WHERE head = 10")
		w.sql(t, "DELETE FROM change_log WHERE seq <= 6 AND project_id IN (SELECT project_id FROM project_feeds WHERE floor = 6)")
		at := func(seq int64) feed.Cursor {
			moved := append(feed.Cursor{}, mine...)
			moved[0].Seq = seq
			return moved
		}
		elsewhere := at(7)
		elsewhere[0].Epoch = "00112233aabbccdd"
		both := append(append(feed.Cursor{}, at(7)...), others...)
		for name, one := range map[string]struct {
			after feed.Cursor
			code  fault.Code
			says  string
		}{
			"too old":          {at(5), feed.CursorExpired, "GET /snapshot/PAY"},
			"too new":          {at(11), feed.CursorAhead, "last one is 10"},
			"of another epoch": {elsewhere, feed.CursorOtherHistory, "snapshot(project)"},
			"of another one":   {others, feed.CursorInvalid, "PAY"},
			"of two":           {both, feed.CursorInvalid, "exactly the projects"},
		} {
			_, streamed := w.feed.Stream(w.editor, feed.Want{Projects: []*ent.Project{w.project}, After: one.after})
			_, read := w.feed.Read(w.editor, w.project, one.after, feed.Filter{}, 10)
			for _, err := range []error{streamed, read, w.feed.Wait(w.editor, w.project, one.after)} {
				if !fault.Is(err, one.code) || !strings.Contains(err.Error(), one.says) {
					t.Errorf("a cursor %s: %v", name, err)
				}
			}
		}
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, After: at(6)})
		if item := news(t, s, 4)[0]; item.Seq != 7 {
			t.Errorf("from the oldest that is kept: %+v", item)
		}
	})
}

func TestAHiddenProjectIsLikeAnAbsentOne(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		stranger := viewer.With(t.Context(), viewer.Viewer{User: w.project.ID}) // an id that is no user's
		absent := &ent.Project{ID: w.user, Key: "PAY"}
		said := map[string]bool{}
		for _, p := range []*ent.Project{w.project, absent} {
			for _, after := range []feed.Cursor{nil, w.all(t, w.other)} {
				_, streamed := w.feed.Stream(stranger, feed.Want{Projects: []*ent.Project{p}, After: after})
				_, read := w.feed.Read(stranger, p, after, feed.Filter{}, 1)
				_, back := w.feed.Back(stranger, p, 0, p.ID, feed.Filter{}, 1)
				for _, err := range []error{streamed, read, back, w.feed.Wait(stranger, p, after)} {
					if !fault.Is(err, fault.NotFound) {
						t.Fatalf("%s: %v", p.Key, err)
					}
					said[err.Error()] = true
				}
			}
		}
		if len(said) != 1 {
			t.Errorf("they can be told apart: %v", said)
		}
		if _, err := w.feed.Stream(t.Context(), feed.Want{Projects: []*ent.Project{w.project}}); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("nobody follows: %v", err)
		}
	})
}

func TestARemovedMemberGetsNothingThatCameAfter(t *testing.T) {
	for name, remove := range map[string]func(ctx context.Context, tx *ent.Client, w *workspace) error{
		"removed": func(ctx context.Context, tx *ent.Client, w *workspace) error {
			_, err := tx.Membership.Delete().Where(membership.ProjectID(w.project.ID), membership.UserID(w.user)).Exec(ctx)
			return err
		},
		"in the trash": func(ctx context.Context, tx *ent.Client, w *workspace) error {
			return tx.Project.UpdateOneID(w.project.ID).SetDeletedAt(time.Now()).Exec(ctx)
		},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, w *workspace) {
				at := w.all(t, w.project)
				waiting := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
				filtered := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, Filter: feed.Filter{EntityTypes: []string{"RELEASE"}}})
				several := w.stream(t, feed.Want{Projects: []*ent.Project{w.other, w.project}})
				behind := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, After: at})
				next(t, waiting, feed.Ready)
				w.releases(t, w.project, "before", 1) // 3
				system := viewer.AsSystem(t.Context())
				err := w.hub.Write(system, func(ctx context.Context, tx *ent.Client) error { return remove(ctx, tx, w) })
				if err != nil {
					t.Fatal(err)
				}
				err = w.hub.Write(system, func(ctx context.Context, tx *ent.Client) error {
					return makeReleases(ctx, tx, w.project.ID, "secret", 3)
				})
				if err != nil {
					t.Fatal(err)
				}
				for which, s := range map[string]*feed.Stream{"waiting": waiting, "filtered": filtered, "several": several, "behind": behind} {
					if err := ending(t, s, 3); !fault.Is(err, feed.AccessEnded) {
						t.Errorf("%s ended with %v", which, err)
					}
				}
				if _, err := w.feed.Read(w.editor, w.project, at, feed.Filter{}, 100); !fault.Is(err, fault.NotFound) {
					t.Errorf("a page: %v", err)
				}
			})
		})
	}
}

func TestWhoIsLetInAgainGoesOn(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		system := viewer.AsSystem(t.Context())
		mine := membership.And(membership.ProjectID(w.project.ID), membership.UserID(w.user))
		for _, act := range []func(ctx context.Context, tx *ent.Client) error{
			func(ctx context.Context, tx *ent.Client) error {
				return tx.Membership.Update().Where(mine).SetRole(membership.RoleVIEWER).Exec(ctx)
			},
			func(ctx context.Context, tx *ent.Client) error {
				_, err := tx.Membership.Delete().Where(mine).Exec(ctx)
				return err
			},
			func(ctx context.Context, tx *ent.Client) error {
				return people.Grant(ctx, tx, w.project.ID, w.user, membership.RoleEDITOR)
			},
		} {
			if err := w.hub.Write(system, act); err != nil {
				t.Fatal(err)
			}
		}
		if last := news(t, s, 3)[2]; last.Change.Op != "CREATE" || last.Seq != 5 {
			t.Errorf("the last is %+v", last.Change)
		}
	})
}

func TestAMemberRemovedBehindTheLogIsFoundAtTheNextBookmark(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, Bookmarks: time.Millisecond})
		next(t, s, feed.Bookmark)
		w.sql(t, "DELETE FROM memberships")
		if err := ending(t, s, 2); !fault.Is(err, feed.AccessEnded) || fault.Of(err).Details["cursor"] == nil {
			t.Errorf("it ended with %v", err)
		}
	})
}

func TestAStreamWhosePlaceIsRemovedIsToldToTakeASnapshot(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, After: w.all(t, w.project)})
		next(t, s, feed.Ready)
		w.releases(t, w.project, "r", 8)
		err := w.Transact(t.Context(), func(tx *ent.Tx) error {
			_, err := changelog.Remove(t.Context(), tx, w.Dialect(), w.project.ID, 6)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := ending(t, s, 0); !fault.Is(err, feed.CursorExpired) || fault.Of(err).Details["snapshot"] != "/snapshot/PAY" {
			t.Errorf("it ended with %v", err)
		}
	})
}

func TestAStreamOfAHistoryThatIsOverEnds(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		waiting := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		behind := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, After: w.all(t, w.project)})
		next(t, waiting, feed.Ready)
		next(t, behind, feed.Ready)
		err := w.Transact(t.Context(), func(tx *ent.Tx) error {
			return changelog.Renew(t.Context(), tx, w.Dialect(), w.project.ID)
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []*feed.Stream{waiting, behind} {
			if err := ending(t, s, 2); !fault.Is(err, feed.CursorOtherHistory) {
				t.Errorf("it ended with %v", err)
			}
		}
		fresh := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		w.releases(t, w.project, "new", 1)
		if item := news(t, fresh, 1)[0]; item.Seq != 3 {
			t.Errorf("in the new history: %+v", item)
		}
	})
}

func TestAMissingNumberIsAnAlarmAndNeverSkipped(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		start := w.all(t, w.project)
		waiting := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		next(t, waiting, feed.Ready)
		stop := w.pause(t)
		w.releases(t, w.project, "r", 8) // 3 to 10
		w.sql(t, "DELETE FROM change_log WHERE project_id = (SELECT project_id FROM project_feeds WHERE head = 10) AND seq = 7")
		stop()
		behind := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, After: start})
		for _, s := range []*feed.Stream{waiting, behind} {
			if err := ending(t, s, 6); !fault.Is(err, feed.FeedDamaged) || !strings.Contains(err.Error(), "change 7 of project PAY") {
				t.Errorf("it ended with %v", err)
			}
		}
		if _, err := w.feed.Read(w.editor, w.project, start, feed.Filter{}, 100); !fault.Is(err, feed.FeedDamaged) {
			t.Errorf("a page: %v", err)
		}
		after := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		w.releases(t, w.project, "later", 1)
		if item := news(t, after, 1)[0]; item.Seq != 11 {
			t.Errorf("behind the hole comes %+v", item)
		}
		after.Close() // nobody has it in memory any more
		w.sql(t, "DELETE FROM change_log WHERE seq = 11")
		last := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, After: feed.Cursor{{Project: w.project.ID, Epoch: start[0].Epoch, Seq: 10}}})
		if err := ending(t, last, 10); !fault.Is(err, feed.FeedDamaged) {
			t.Errorf("with the last one missing: %v", err)
		}
	})
}
