package consumers_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

func TestAConsumerBeginsAtThePresentEndOrWhereItIsTold(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		before := w.happen(2)
		c := w.new("ci")
		if is := w.position(c); is.Lag != 1 || is.Cursor != before || is.AckedAt != nil || is.ServedUntil != nil {
			t.Errorf("one that was just made knows of nothing but itself: %+v", is)
		}
		filter := schema.ChangeFilter{EntityTypes: []string{"DEFECT"}}
		other := must(w, consumers.Create, consumers.CreateInput{Project: "P", Name: "all.of_it-9", Filter: &filter, After: ptr(w.at(0))})
		if is := w.position(other); is.Acked != 0 || is.Lag < 5 || other.Filter.EntityTypes[0] != "DEFECT" || other.Version != 1 || other.State != consumer.StateACTIVE {
			t.Errorf("one from the beginning: %+v, %+v", other, is)
		}
	})
}

func TestAllThatIsWrongWithANewConsumerIsSaidAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		_, err := try(w, consumers.Create, consumers.CreateInput{Project: "P", Name: "a b", Filter: &schema.ChangeFilter{Ops: []string{"BREAK"}}})
		var fields []string
		for _, one := range fault.All(err) {
			fields = append(fields, strings.Join(one.Field, "."))
		}
		if strings.Join(fields, " ") != "name filter.ops" {
			t.Errorf("at %v: %v", fields, err)
		}
		for name, says := range map[string]string{"": "1 to 100", strings.Repeat("x", 101): "1 to 100", "é": "1 to 100", "a/b": "1 to 100", strings.Repeat("x", 100): ""} {
			_, err := try(w, consumers.Create, consumers.CreateInput{Project: "P", Name: name})
			if says == "" && err != nil || says != "" && (!fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), says)) {
				t.Errorf("%q: %v", name, err)
			}
		}
		w.new("ci")
		if _, err := try(w, consumers.Create, consumers.CreateInput{Project: "P", Name: "ci"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a name that is taken: %v", err)
		}
	})
}

func TestAProjectHasAHundredConsumersAtMost(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			for i := range 100 {
				if _, err := consumers.Create(ctx, tx, consumers.CreateInput{Project: "P", Name: fmt.Sprint("c", i)}); err != nil {
					return err
				}
			}
			return nil
		})
		if _, err := try(w, consumers.Create, consumers.CreateInput{Project: "P", Name: "one.more"}); !fault.Is(err, fault.Precondition) {
			t.Errorf("%v", err)
		}
		must(w, consumers.Delete, consumers.RefInput{Project: "P", Consumer: "c7"})
		w.new("one.more")
	})
}

func TestAPlaceOnlyMovesForward(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		c := w.new("ci")
		middle := w.happen(2)
		end := w.happen(2)
		head := w.position(c)
		w.now = w.now.Add(time.Minute)
		for _, step := range []struct {
			cursor string
			lag    int64
		}{{middle, 2}, {end, 0}, {middle, 0}, {w.at(0), 0}, {end, 0}} {
			if err := w.confirm("ci", step.cursor, nil); err != nil {
				t.Fatal(err)
			}
			if is := w.position(c); is.Lag != step.lag || !is.AckedAt.Equal(w.now) {
				t.Errorf("after %s: %+v", step.cursor, is)
			}
		}
		if after := w.position(c); after.Acked != head.Acked+head.Lag || after.Cursor != w.end() {
			t.Errorf("confirming is a change itself: %+v", after)
		}
	})
}

func TestACursorThatLeadsNowhereIsRefusedWithItsCode(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.new("ci")
		w.happen(5)
		w.prune(3)
		other := ident.New(ident.Project)
		epoch := strings.Repeat("ab", 8)
		own := feed.Cursor{{Project: w.ID, Epoch: epoch, Seq: 4}}
		for name, c := range map[string]struct {
			cursor string
			code   fault.Code
		}{
			"made up":             {"x", feed.CursorInvalid},
			"empty":               {"", feed.CursorInvalid},
			"of another project":  {feed.Cursor{{Project: other, Epoch: epoch, Seq: 1}}.String(), feed.CursorInvalid},
			"of several projects": {append(own, feed.Position{Project: other, Epoch: epoch, Seq: 1}).String(), feed.CursorInvalid},
			"of another history":  {own.String(), feed.CursorOtherHistory},
			"beyond the end":      {w.at(10_000), feed.CursorAhead},
			"no longer kept":      {w.at(2), feed.CursorExpired},
			"the oldest kept":     {w.at(3), ""},
		} {
			_, moved := try(w, consumers.Move, consumers.MoveInput{Project: "P", Consumer: "ci", Cursor: c.cursor})
			_, made := try(w, consumers.Create, consumers.CreateInput{Project: "P", Name: "new", After: &c.cursor})
			for field, err := range map[string]error{"cursor": w.confirm("ci", c.cursor, nil), "cursor of a move": moved, "after": made} {
				if c.code == "" && err == nil {
					continue
				}
				if !fault.Is(err, c.code) || !strings.HasPrefix(field, fault.Of(err).Field[0]) {
					t.Errorf("%s as %s: %v", name, field, err)
				}
			}
		}
	})
}

// prune removes the changes up to a number.
func (w *world) prune(upTo int64) {
	w.t.Helper()
	err := w.hub.Write(w.Ctx, func(ctx context.Context, tx *ent.Client) error {
		_, err := changelog.Remove(ctx, tx, w.s.Dialect(), w.ID, upTo)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

func TestOnlyEditorsMayAndStrangersFindNothing(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.new("ci")
		ref := consumers.RefInput{Project: "P", Consumer: "ci"}
		end := w.end()
		verbs := map[string]func(ctx context.Context, tx *ent.Client, project, name string) error{
			"create": func(ctx context.Context, tx *ent.Client, project, _ string) error {
				_, err := consumers.Create(ctx, tx, consumers.CreateInput{Project: project, Name: "new"})
				return err
			},
			"ack": func(ctx context.Context, tx *ent.Client, project, name string) error {
				_, err := consumers.Ack(ctx, tx, consumers.AckInput{Project: project, Consumer: name, Cursor: end})
				return err
			},
			"move": func(ctx context.Context, tx *ent.Client, project, name string) error {
				_, err := consumers.Move(ctx, tx, consumers.MoveInput{Project: project, Consumer: name, Cursor: end})
				return err
			},
		}
		for name, verb := range map[string]func(context.Context, *ent.Client, consumers.RefInput) (*ent.Consumer, error){
			"pause": consumers.Pause, "resume": consumers.Resume, "delete": consumers.Delete,
		} {
			verbs[name] = func(ctx context.Context, tx *ent.Client, project, name string) error {
				_, err := verb(ctx, tx, consumers.RefInput{Project: project, Consumer: name})
				return err
			}
		}
		stranger := w.stranger()
		for name, verb := range verbs {
			as := func(ctx context.Context, project string) error {
				return w.hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error { return verb(ctx, tx, project, ref.Consumer) })
			}
			hidden, absent := as(stranger, "P"), as(stranger, "Q")
			if !fault.Is(hidden, fault.NotFound) || !fault.Is(absent, fault.NotFound) || strings.ReplaceAll(absent.Error(), "Q", "P") != hidden.Error() {
				t.Errorf("%s by a stranger: %v, and where nothing is: %v", name, hidden, absent)
			}
			w.as(membership.RoleTESTER)
			if err := as(w.Ctx, "P"); !fault.Is(err, fault.Denied) {
				t.Errorf("%s by a tester: %v", name, err)
			}
			w.as(membership.RoleEDITOR)
			err := w.Try(func(ctx context.Context, tx *ent.Client) error { return verb(ctx, tx, "P", "nobody") })
			if name != "create" && (!fault.Is(err, fault.NotFound) || fault.Of(err).Field[0] != "consumer") {
				t.Errorf("%s of none: %v", name, err)
			}
		}
		if _, err := consumers.Serve(stranger, w.Client, w.hub, ref); !fault.Is(err, fault.NotFound) {
			t.Errorf("a stranger serves: %v", err)
		}
		if found, err := consumers.PositionsOf(stranger, w.Client, []ident.ID{w.Client.Consumer.Query().FirstIDX(w.Ctx)}); err != nil || len(found) != 0 {
			t.Errorf("a stranger sees positions: %v, %v", found, err)
		}
	})
}
