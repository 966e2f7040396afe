package desktop

import (
	"context"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"sync"

	"github.com/asterism-qa/asterism/desktop/kept"
)

// Opener opens local workspaces in this process.
type Opener interface {
	// Open opens the workspace in a file, which need not be there yet; with demo it is filled with the demo project.
	Open(ctx context.Context, path string, demo bool) (http.Handler, io.Closer, error)
	// Demo is the file of the demo workspace.
	Demo() string
}

// choice is the workspace that the window shows. It answers while it changes: one workspace or the other, never a mixture.
type choice struct {
	opener Opener
	given  string // what the person who started the window named, which may be any address of a workspace
	folder kept.Directory

	opening sync.Mutex // one change at a time
	mu      sync.RWMutex
	now     kept.Workspace
	answers http.Handler
	closer  io.Closer
}

var errNone = errors.New("no workspace is open")

func (c *choice) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.RLock()
	answers := c.answers
	c.mu.RUnlock()
	if answers == nil {
		http.Error(w, errNone.Error(), http.StatusServiceUnavailable)
		return
	}
	answers.ServeHTTP(w, r)
}

// open changes to a workspace. When it cannot be opened the one before stays.
func (c *choice) open(ctx context.Context, wanted kept.Workspace) error {
	c.opening.Lock()
	defer c.opening.Unlock()
	if c.current() == wanted {
		return nil
	}
	answers, closer, err := c.answerer(ctx, wanted)
	if err != nil {
		return err
	}
	c.mu.Lock()
	before := c.closer
	c.now, c.answers, c.closer = wanted, answers, closer
	c.mu.Unlock()
	if before != nil {
		_ = before.Close() // What it still had to say was for a page that is leaving.
	}
	if wanted.Address == c.given {
		return nil // It may hold a password, and is named again at the next start.
	}
	return c.folder.Opened(wanted)
}

func (c *choice) answerer(ctx context.Context, wanted kept.Workspace) (http.Handler, io.Closer, error) {
	if wanted.Kind == kept.Server {
		at, err := serverAddress(wanted.Address)
		if err != nil {
			return nil, nil, err
		}
		token := sync.OnceValue(func() string { return c.folder.Secrets().Token(wanted.Address) })
		return remote(at, token), nil, nil
	}
	if wanted.Address == c.given && wanted.Address != "" {
		return c.opener.Open(ctx, wanted.Address, false)
	}
	// What the page asks for is a file and nothing else, so that no script can reach a database by it.
	if wanted.Kind != kept.Local || !filepath.IsAbs(wanted.Address) || strings.ContainsAny(wanted.Address, "?#\x00") {
		return nil, nil, errors.New("a local workspace is a file named by its whole path, without ? or #")
	}
	return c.opener.Open(ctx, wanted.Address, wanted.Address == c.opener.Demo())
}

func (c *choice) current() kept.Workspace {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.now
}

func (c *choice) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closer != nil {
		_ = c.closer.Close()
	}
	c.now, c.answers, c.closer = kept.Workspace{}, nil, nil
}
