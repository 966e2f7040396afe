package app

import (
	"context"
	"crypto/rand"
	"os"
	"sync"
	"time"

	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Bounds of what waits between a preview and the import itself.
const (
	// stagedFor is how long uploaded files wait after they were last used.
	stagedFor = time.Hour
	// mostStaged is how many uploads wait at the same time, and mostStagedBytes how much room they take together.
	mostStaged      = 32
	mostStagedBytes = 1 << 30
	// sweeping is how often uploads are looked for that have waited too long.
	sweeping = 5 * time.Minute
)

// staged is an upload that waits for their import. What does not change stands above the lock.
type staged struct {
	token   string
	project ident.ID
	user    ident.ID
	folder  string
	files   []exchange.File
	bytes   int64
	// mapping came with the files; nil when none did.
	mapping *mapping.Mapping
	mapFile string

	// These are the staging's to guard.
	until  time.Time
	cancel context.CancelFunc // of what is done with it now; nil when nothing is
	isGone bool               // it goes as soon as nothing is done with it
}

// staging keeps uploads until they are imported, put away or too old.
type staging struct {
	mu  sync.Mutex
	all map[string]*staged
}

// put keeps an upload under a new token and begins to do something with it.
func (s *staging) put(ctx context.Context, one *staged) (context.Context, error) {
	now := clock.Now(ctx)
	s.sweep(now)
	s.mu.Lock()
	defer s.mu.Unlock()
	bytes := one.bytes
	for _, other := range s.all {
		bytes += other.bytes
	}
	if len(s.all) >= mostStaged || bytes > mostStagedBytes {
		return nil, fault.New(fault.Unavailable, "too many uploads wait for their import; finish or put away one of them, or send this one again later").
			Because(errBusy)
	}
	one.token = rand.Text()
	one.until = now.Add(stagedFor)
	if s.all == nil {
		s.all = map[string]*staged{}
	}
	s.all[one.token] = one
	ctx, one.cancel = context.WithCancel(ctx)
	return ctx, nil
}

// use begins to do something with an upload of this project and person; to others it is not there. The context it gives ends
// when the upload is put away.
func (s *staging) use(ctx context.Context, token string, project, user ident.ID) (*staged, context.Context, error) {
	now := clock.Now(ctx)
	s.sweep(now)
	s.mu.Lock()
	defer s.mu.Unlock()
	one := s.all[token]
	if one == nil || one.isGone || one.project != project || one.user != user {
		return nil, nil, fault.New(fault.NotFound, "the uploaded files are no longer here; they wait for one hour: send them again").At("token")
	}
	if one.cancel != nil {
		return nil, nil, fault.New(fault.Conflict, "these files are being read or imported at this moment; wait until that has ended, or stop it").At("token")
	}
	one.until = now.Add(stagedFor)
	ctx, one.cancel = context.WithCancel(ctx)
	return one, ctx, nil
}

// done ends what was begun; the files go when they are not needed again.
func (s *staging) done(ctx context.Context, one *staged, isUsed bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.cancel()
	one.cancel = nil
	one.until = clock.Now(ctx).Add(stagedFor)
	if isUsed || one.isGone {
		s.remove(one)
	}
}

// stop ends what is done with an upload, and puts the upload away when that is asked for.
func (s *staging) stop(token string, project, user ident.ID, putAway bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one := s.all[token]
	if one == nil || one.project != project || one.user != user {
		return // it is gone, which is what was asked for
	}
	if one.cancel != nil {
		one.isGone = one.isGone || putAway
		one.cancel()
	} else if putAway {
		s.remove(one)
	}
}

// sweep puts away what has waited too long.
func (s *staging) sweep(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, one := range s.all {
		if one.cancel == nil && !now.Before(one.until) {
			s.remove(one)
		}
	}
}

// close stops everything and puts all away.
func (s *staging) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, one := range s.all {
		if one.cancel != nil {
			one.cancel()
		}
		s.remove(one)
	}
}

// remove puts one away; the lock is held.
func (s *staging) remove(one *staged) {
	delete(s.all, one.token)
	_ = os.RemoveAll(one.folder) // what cannot be removed is the operating system's, as everything in its temporary folder
}

// tidyUploads puts away what has waited too long, until the context ends.
func (a *App) tidyUploads(ctx context.Context) error {
	ticker := time.NewTicker(sweeping)
	defer ticker.Stop()
	for {
		a.staging.sweep(clock.Now(ctx))
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}
