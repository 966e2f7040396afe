package receipts_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/receipt"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/receipts"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// input is what the mutation of these tests takes.
type input struct {
	Name  string
	Notes map[string]string
}

// desk is where mutations come in: each makes one release.
type desk struct {
	*projecttest.Project
	hub *changes.Hub
	ctx context.Context
	// fail is what the mutation ends with.
	fail error
	mu   sync.Mutex
	acts int
}

func eachDesk(t *testing.T, test func(t *testing.T, d *desk)) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		test(t, &desk{Project: p, hub: changes.NewHub(s), ctx: p.Ctx})
	})
}

// do sends a mutation.
func (d *desk) do(mutation, key string, in any) (outcome schema.ReceiptOutcome, repeated bool, err error) {
	err = d.hub.Write(d.ctx, func(ctx context.Context, tx *ent.Client) error {
		outcome, repeated, err = receipts.Once(ctx, tx, mutation, key, in, func() (schema.ReceiptOutcome, error) {
			d.mu.Lock()
			d.acts++
			act := d.acts
			d.mu.Unlock()
			made, err := tx.Release.Create().SetProjectID(d.ID).SetKey(fmt.Sprint(act)).SetName("Release").Save(ctx)
			if err != nil || d.fail != nil {
				return schema.ReceiptOutcome{}, errors.Join(err, d.fail)
			}
			return schema.ReceiptOutcome{IDs: []string{made.ID.String()}, Count: 1}, nil
		})
		return err
	})
	return outcome, repeated, err
}

func (d *desk) releases() int {
	return d.Client.Release.Query().Where(release.ProjectID(d.ID)).CountX(d.Ctx)
}

func TestAMutationThatIsRepeatedIsAnsweredWithoutDoingItAgain(t *testing.T) {
	eachDesk(t, func(t *testing.T, d *desk) {
		in := func() input { return input{"1.0", map[string]string{"b": "2", "a": "1", "c": "3"}} }
		first, repeated, err := d.do("releaseCreate", "k", in())
		if err != nil || repeated || first.Count != 1 {
			t.Fatalf("at first: %+v, %v, %v", first, repeated, err)
		}
		for range 3 {
			again, repeated, err := d.do("releaseCreate", "k", in())
			if err != nil || !repeated || !reflect.DeepEqual(again, first) {
				t.Fatalf("again: %+v, %v, %v", again, repeated, err)
			}
		}
		if d.acts != 1 || d.releases() != 1 {
			t.Errorf("acted %d times and made %d releases", d.acts, d.releases())
		}
	})
}

func TestWithoutAKeyEveryMutationIsDone(t *testing.T) {
	eachDesk(t, func(t *testing.T, d *desk) {
		for range 2 {
			if _, repeated, err := d.do("releaseCreate", "", input{}); err != nil || repeated {
				t.Fatal(repeated, err)
			}
		}
		if d.releases() != 2 || d.Client.Receipt.Query().CountX(d.Ctx) != 0 {
			t.Errorf("%d releases", d.releases())
		}
	})
}

func TestAKeyServesOneMutationWithOneInput(t *testing.T) {
	eachDesk(t, func(t *testing.T, d *desk) {
		if _, _, err := d.do("releaseCreate", "k", input{Name: "1"}); err != nil {
			t.Fatal(err)
		}
		for name, test := range map[string]struct {
			mutation string
			in       any
			says     string
		}{
			"another mutation": {"releaseLock", input{Name: "1"}, "releaseCreate"},
			"another input":    {"releaseCreate", input{Name: "2"}, "another input"},
		} {
			_, _, err := d.do(test.mutation, "k", test.in)
			if !fault.Is(err, fault.Conflict) || !strings.Contains(err.Error(), test.says) || !reflect.DeepEqual(fault.Of(err).Field, []string{"idempotencyKey"}) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if d.acts != 1 || d.releases() != 1 {
			t.Errorf("acted %d times", d.acts)
		}
	})
}

func TestAFailedMutationLeavesNoReceipt(t *testing.T) {
	eachDesk(t, func(t *testing.T, d *desk) {
		d.fail = errors.New("no")
		if _, _, err := d.do("releaseCreate", "k", input{}); !errors.Is(err, d.fail) {
			t.Fatal(err)
		}
		if d.releases() != 0 || d.Client.Receipt.Query().CountX(d.Ctx) != 0 {
			t.Error("something was written")
		}
		d.fail = nil
		if _, repeated, err := d.do("releaseCreate", "k", input{}); err != nil || repeated || d.acts != 2 {
			t.Errorf("the next try: %v, %v after %d acts", repeated, err, d.acts)
		}
	})
}

func TestUsersMayMakeUpTheSameKey(t *testing.T) {
	eachDesk(t, func(t *testing.T, d *desk) {
		if _, _, err := d.do("releaseCreate", "k", input{}); err != nil {
			t.Fatal(err)
		}
		d.ctx = viewer.AsSystem(d.ctx)
		if _, repeated, err := d.do("releaseCreate", "k", input{}); err != nil || repeated || d.releases() != 2 {
			t.Errorf("another: %v, %v; %d releases", repeated, err, d.releases())
		}
	})
}

func TestUnfitKeysAreRefusedWithWhatToDo(t *testing.T) {
	eachDesk(t, func(t *testing.T, d *desk) {
		for name, key := range map[string]string{
			"blank": "  ", "long": strings.Repeat("x", 201), "a line break": "a\nb", "NUL": "a\x00b", "not text": "a\xffb",
		} {
			_, _, err := d.do("releaseCreate", key, input{})
			if !fault.Is(err, fault.Invalid) || !reflect.DeepEqual(fault.Of(err).Field, []string{"idempotencyKey"}) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, _, err := d.do("releaseCreate", strings.Repeat("x", 200), input{}); err != nil {
			t.Errorf("the longest: %v", err)
		}
		if d.acts != 1 {
			t.Errorf("acted %d times", d.acts)
		}
	})
}

func TestOfManyAtOnceOneActsAndTheOthersAreAnswered(t *testing.T) {
	eachDesk(t, func(t *testing.T, d *desk) {
		const many = 8
		outcomes, repeats := make([]schema.ReceiptOutcome, many), make([]bool, many)
		begin := make(chan struct{})
		var all sync.WaitGroup
		for i := range many {
			all.Go(func() {
				<-begin
				var err error
				if outcomes[i], repeats[i], err = d.do("releaseCreate", "k", input{}); err != nil {
					t.Errorf("%d: %v", i, err)
				}
			})
		}
		close(begin)
		all.Wait()
		firsts := 0
		for i := range many {
			if !repeats[i] {
				firsts++
			}
			if !reflect.DeepEqual(outcomes[i], outcomes[0]) || outcomes[i].Count != 1 {
				t.Errorf("%d was answered %+v, the first %+v", i, outcomes[i], outcomes[0])
			}
		}
		if firsts != 1 || d.releases() != 1 {
			t.Errorf("%d acted and %d releases are there", firsts, d.releases())
		}
	})
}

func TestOldReceiptsAreForgottenAFewAtATime(t *testing.T) {
	eachDesk(t, func(t *testing.T, d *desk) {
		week := 7 * 24 * time.Hour
		d.Write(func(ctx context.Context, tx *ent.Client) error {
			made := make([]*ent.ReceiptCreate, 0, 151)
			add := func(age time.Duration) {
				made = append(made, tx.Receipt.Create().SetUserID(d.ID).SetIdempotencyKey(fmt.Sprint("old", len(made))).
					SetMutation("m").SetDigest("d").SetOutcome(schema.ReceiptOutcome{}).SetCreatedAt(projecttest.Now.Add(-age)))
			}
			for i := range 150 {
				add(week + time.Duration(i+1)*time.Minute)
			}
			add(week - time.Minute)
			return tx.Receipt.CreateBulk(made...).Exec(ctx)
		})
		for i, want := range []int{50 + 1 + 1, 1 + 2, 1 + 3} {
			if _, _, err := d.do("releaseCreate", fmt.Sprint("new", i), input{}); err != nil {
				t.Fatal(err)
			}
			if n := d.Client.Receipt.Query().CountX(viewer.AsSystem(d.Ctx)); n != want {
				t.Errorf("after %d: %d receipts, want %d", i+1, n, want)
			}
			if i == 0 && d.Client.Receipt.Query().Where(receipt.IdempotencyKey("old149")).ExistX(viewer.AsSystem(d.Ctx)) {
				t.Error("the oldest is still there")
			}
		}
		d.ctx = clock.With(d.ctx, func() time.Time { return projecttest.Now.Add(week - time.Second) })
		if _, repeated, err := d.do("releaseCreate", "new0", input{}); err != nil || !repeated {
			t.Errorf("within seven days: %v, %v", repeated, err)
		}
	})
}
