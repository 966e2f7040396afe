//go:build unix

package suite_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/chaos/cluster"
	"github.com/asterism-qa/asterism/internal/chaos/proxy"
)

// What is killed in one run, and what must have been done at least, so that nothing passes empty.
var (
	onFile   = plan{aServer: 16, aSubscriber: 14, anImport: 2}
	onServer = plan{aServer: 14, aSubscriber: 12, anImport: 2, aBackend: 12, thePostmaster: 6}
)

const (
	leastLines   = 5_000
	leastUnknown = 5
)

func TestNothingIsLostWhileServersAndSubscribersAreKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT CHECKED: killing takes half a minute")
	}
	survive(t, seed(t), file(t), onFile)
}

func TestNothingIsLostWhileTwoServersAndTheirDatabaseAreKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT CHECKED: killing takes a minute")
	}
	t.Parallel() // beside others, which wait more than they work
	survive(t, seed(t), replicas(t), onServer)
}

// The projects of every workspace.
var keys = []string{"PAY", "WEB"}

// file is a workspace in a file with one server.
func file(t *testing.T) *site {
	return open(t, "sqlite:"+filepath.Join(t.TempDir(), "chaos.db"), 1, keys...)
}

// replicas is a workspace on a database server of its own with two servers.
func replicas(t *testing.T) *site {
	c := cluster.Start(t)
	s := open(t, c.Address(), 2, keys...)
	s.cluster = c
	return s
}

// survive lets everybody use a site while parts are killed, and judges what they saw. It gives the number of kills, without
// those of imports.
func survive(t *testing.T, seed uint64, s *site, p plan) int {
	t.Helper()
	t.Logf("ASTERISM_SEED=%d", seed)
	w := inhabit(t, s, seed, keys...)
	w.people()
	if err := w.kill(p); err != nil {
		for _, s := range w.subscribers {
			t.Log(s)
		}
		t.Error(err)
	}
	w.mend()
	w.judge(t.Context())
	lines, kills := int64(0), 0
	for _, s := range w.subscribers {
		lines += s.received.Load()
	}
	for kind, count := range p {
		if kind != anImport {
			kills += w.kills[kind]
		}
		if w.kills[kind] < count {
			t.Errorf("only %d of %d kills of a %s", w.kills[kind], count, kind)
		}
	}
	if lines < leastLines || w.unknown.Load() < leastUnknown {
		t.Errorf("only %d lines, and %d writes of which nobody knew: this shows nothing", lines, w.unknown.Load())
	}
	return kills
}

// people are those who write and follow: over every transport, in this process and apart, to one project and to both, behind
// a link that fails, and from a snapshot.
func (w *world) people() {
	w.t.Helper()
	ctx := w.t.Context()
	start := map[string]standing{}
	both := standing{seqs: map[string]int64{}}
	for _, key := range w.projects {
		at, base, err := w.snapshot(ctx, key)
		if err != nil {
			w.t.Fatalf("take a snapshot of %s: %v", key, err)
		}
		start[key], both.seqs[key] = at, at.seqs[key]
		w.bases[key] = base
	}
	one, two := w.projects[0], w.projects[1]
	for _, s := range []*subscriber{
		w.subscribe("events", events, start[one], one),
		w.subscribe("socket", socket, start[two], two),
		w.subscribe("poll", poll, start[one], one),
	} {
		s.begin()
	}
	apart := w.subscribe("events apart", nil, start[two], two)
	apart.follow = apart.apart("events")
	vector := w.subscribe("socket of both, apart", nil, both, one, two)
	vector.follow = vector.apart("socket")
	watch := w.subscribe("watch", nil, start[one], one)
	watch.follow, watch.bound = watch.watching, w.servers[len(w.servers)-1]
	watch.server = func(int) string { return watch.bound.URL() }
	w.linked = w.subscribe("behind a link", socket, start[two], two)
	w.link = proxy.Start(w.t, strings.TrimPrefix(w.url(0), "http://"))
	w.linked.bound = w.servers[0]
	w.linked.server = func(int) string { return "http://" + w.link.Address() }
	for _, s := range []*subscriber{apart, vector, watch, w.linked} {
		s.begin()
	}
	for !vector.isPlaced() && ctx.Err() == nil {
		away(ctx, again)
	}
	w.write(2)
	w.bring(2)
	if err := w.progress(ctx, w.mark()); err != nil {
		w.t.Fatal(err)
	}
	at, base, err := w.snapshot(ctx, two)
	if err != nil {
		w.t.Fatalf("take a snapshot of %s: %v", two, err)
	}
	late := w.subscribe("events after a snapshot", events, at, two)
	late.feeds[0].Base = base
	late.begin()
}
