package webhooks_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
	"github.com/asterism-qa/asterism/internal/webhooks"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// patience is how long a test waits for what must happen.
const patience = 30 * time.Second

func ptr[T any](value T) *T { return &value }

var here = wire.Guard{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}}

// world is the project P with its feed and an address that takes what is sent.
type world struct {
	*projecttest.Project
	t     *testing.T
	s     *store.Store
	hub   *changes.Hub
	feed  *feed.Feed
	rules webhooks.Rules
	hands *hands
	made  int
	*receiver
}

func each(t *testing.T, test func(t *testing.T, w *world)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := &world{Project: projecttest.New(t, s), t: t, s: s, hub: changes.NewHub(s), rules: webhooks.Rules{Guard: here}, receiver: newReceiver(t)}
		w.hands = &hands{now: projecttest.Now, armed: make(chan time.Duration, 1000)}
		w.Ctx = clock.With(w.Ctx, w.hands.Now)
		w.feed = feed.New(s, w.hub)
		w.begin(w.feed.Run)
		test(t, w)
	})
}

// begin lets something run until the test ends, or until the returned function ends it.
func (w *world) begin(run func(context.Context) error) (end func()) {
	ctx, cancel := context.WithCancel(w.t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := run(ctx); err != nil {
			w.t.Errorf("it ended with %v", err)
		}
	}()
	end = sync.OnceFunc(func() {
		cancel()
		<-ended
	})
	w.t.Cleanup(end)
	return end
}

// options are those of a worker whose clock the test moves.
func (w *world) options() webhooks.Options {
	return webhooks.Options{
		Guard: here, Version: "1", Now: w.hands.Now, After: w.hands.After, Random: func() float64 { return 0.5 }, Beat: 100 * time.Millisecond,
	}
}

// work lets a worker send.
func (w *world) work(options webhooks.Options) (end func()) {
	return w.begin(webhooks.NewWorker(w.s, w.hub, w.feed, options).Run)
}

// hands are those of a clock that stands still until the test moves them.
type hands struct {
	mu     sync.Mutex
	now    time.Time
	timers []timer
	armed  chan time.Duration
}

type timer struct {
	at   time.Time
	ring chan time.Time
}

func (h *hands) Now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.now
}

func (h *hands) After(d time.Duration) <-chan time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	one := timer{h.now.Add(d), make(chan time.Time, 1)}
	h.timers = append(h.timers, one)
	h.armed <- d
	return one.ring
}

// forward moves the hands and rings what is due.
func (h *hands) forward(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now = h.now.Add(d)
	var later []timer
	for _, one := range h.timers {
		if one.at.After(h.now) {
			later = append(later, one)
		} else {
			one.ring <- h.now
		}
	}
	h.timers = later
}

// waited is how long somebody waits now for the next attempt.
func (w *world) waited() time.Duration {
	w.t.Helper()
	return soon(w.t, w.hands.armed)
}

// soon takes what a channel gives, which must not take long.
func soon[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case got := <-from:
		return got
	case <-time.After(patience):
		t.Fatal("nothing happened")
		panic("unreachable")
	}
}

// taken is a request as the address got it.
type taken struct {
	id     string
	body   string
	header http.Header
}

// receiver is an address that keeps what it gets, and answers as the test says.
type receiver struct {
	url  string
	got  chan taken
	mu   sync.Mutex
	say  func(w http.ResponseWriter, r *http.Request)
	open int
	most int // how many requests were under way at once
}

func newReceiver(t *testing.T) *receiver {
	r := &receiver{got: make(chan taken, 10_000)}
	server := httptest.NewServer(r)
	t.Cleanup(server.Close)
	r.url = server.URL + "/in"
	return r
}

func (r *receiver) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	body, _ := io.ReadAll(request.Body)
	r.mu.Lock()
	r.open++
	r.most = max(r.most, r.open)
	say := r.say
	r.mu.Unlock()
	r.got <- taken{request.Header.Get(wire.HeaderID), string(body), request.Header}
	if say != nil {
		say(w, request)
	}
	r.mu.Lock()
	r.open--
	r.mu.Unlock()
}

// answer sets what the address does from now on; nothing means 200.
func (r *receiver) answer(say func(w http.ResponseWriter, r *http.Request)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.say = say
}

// stall keeps all requests from now on waiting for their answer, until the returned function is called.
func (w *world) stall() (goOn func()) {
	gate := make(chan struct{})
	goOn = sync.OnceFunc(func() { close(gate) })
	w.t.Cleanup(goOn)
	w.answer(func(http.ResponseWriter, *http.Request) { <-gate })
	return goOn
}

func status(code int) func(w http.ResponseWriter, r *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

// try writes through the hub that everybody hears.
func (w *world) try(act func(ctx context.Context, tx *ent.Client) error) error {
	return w.hub.Write(w.Ctx, act)
}

func (w *world) write(act func(ctx context.Context, tx *ent.Client) error) {
	w.t.Helper()
	if err := w.try(act); err != nil {
		w.t.Fatal(err)
	}
}

// happen makes changes, each in a transaction of its own.
func (w *world) happen(count int) {
	w.t.Helper()
	for range count {
		w.made++
		w.write(func(ctx context.Context, tx *ent.Client) error {
			key := fmt.Sprint(w.made)
			return tx.Release.Create().SetProjectID(w.ID).SetKey(key).SetName(key).Exec(ctx)
		})
	}
}

func (w *world) create(in webhooks.CreateInput) (hook *ent.Webhook, secret wire.Secret) {
	w.t.Helper()
	w.write(func(ctx context.Context, tx *ent.Client) (err error) {
		hook, secret, err = w.rules.Create(ctx, tx, in)
		return err
	})
	return hook, secret
}

// releases makes a webhook that hears of releases only, from the present end on.
func (w *world) releases() (*ent.Webhook, wire.Secret) {
	w.t.Helper()
	return w.create(webhooks.CreateInput{Project: "P", Name: "hook", URL: w.url, Filter: &feed.Filter{EntityTypes: []string{"RELEASE"}}})
}

func use[In, Out any](w *world, verb func(context.Context, *ent.Client, In) (Out, error), in In) (out Out, err error) {
	err = w.try(func(ctx context.Context, tx *ent.Client) (err error) {
		out, err = verb(ctx, tx, in)
		return err
	})
	return out, err
}

func must[In, Out any](w *world, verb func(context.Context, *ent.Client, In) (Out, error), in In) Out {
	w.t.Helper()
	out, err := use(w, verb, in)
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

// expect takes the next requests, which must be these changes in order, and gives them.
func (w *world) expect(wanted []*feed.Change) []taken {
	w.t.Helper()
	got := make([]taken, len(wanted))
	for i, want := range wanted {
		if got[i] = soon(w.t, w.got); got[i].id != want.Event {
			w.t.Fatalf("request %d brings %s, not change %d", i, got[i].body, want.Seq)
		}
	}
	return got
}

// changesOf are the changes of releases after a number, in order.
func (w *world) changesOf(after int64) []*feed.Change {
	w.t.Helper()
	start, err := w.feed.Start(w.Ctx, w.Project.Project)
	if err != nil {
		w.t.Fatal(err)
	}
	start[0].Seq = max(start[0].Seq, after)
	page, err := w.feed.Read(w.Ctx, w.Project.Project, start, feed.Filter{EntityTypes: []string{"RELEASE"}}, 1000)
	if err != nil {
		w.t.Fatal(err)
	}
	return page.Changes
}

func (w *world) position(hook *ent.Webhook) consumers.Position {
	w.t.Helper()
	found, err := consumers.PositionsOf(w.Ctx, w.Client, []ident.ID{hook.ConsumerID})
	if err != nil || len(found) != 1 {
		w.t.Fatalf("%v, %v", found, err)
	}
	return found[hook.ConsumerID]
}

func (w *world) consumer(hook *ent.Webhook) *ent.Consumer {
	return w.Client.Consumer.GetX(w.Ctx, hook.ConsumerID)
}

// log are the attempts of a webhook, the oldest first.
func (w *world) log(hook *ent.Webhook) []*ent.WebhookDelivery {
	w.t.Helper()
	found, err := webhooks.Deliveries(w.Ctx, w.Client, []ident.ID{hook.ID}, 1000)
	if err != nil {
		w.t.Fatal(err)
	}
	var all []*ent.WebhookDelivery
	for _, one := range found[hook.ID] {
		all = append([]*ent.WebhookDelivery{one}, all...)
	}
	return all
}

// until waits for something to be so in the database, which no channel tells of.
func (w *world) until(what string, is func() bool) {
	w.t.Helper()
	ticker := time.NewTicker(2 * time.Millisecond)
	defer ticker.Stop()
	late := time.After(patience)
	for !is() {
		select {
		case <-ticker.C:
		case <-late:
			w.t.Fatalf("it never came to: %s", what)
		}
	}
}

// stranger is the context of somebody who is no member of the project.
func (w *world) stranger() context.Context {
	w.t.Helper()
	id := ident.New(ident.User)
	w.write(func(ctx context.Context, tx *ent.Client) error {
		return tx.User.Create().SetID(id).SetLogin("stranger").SetName("Stranger").Exec(ctx)
	})
	return viewer.With(w.Ctx, viewer.Viewer{User: id})
}
