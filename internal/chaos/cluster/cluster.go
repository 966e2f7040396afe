//go:build unix

package cluster

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/port"
	"github.com/asterism-qa/asterism/internal/chaos/process"
)

// Cluster is a PostgreSQL server with its data. Any number may use it at once.
type Cluster struct {
	binaries, home string
	credential     *syscall.Credential
	port           int

	mu         sync.Mutex
	postmaster *process.Process
}

// The time that a step may take on a machine that is busy with other tests.
const (
	startWithin = 2 * time.Minute
	again       = 50 * time.Millisecond
	tries       = 10
)

// Start makes a server and lets it go with the test. Without PostgreSQL the test is skipped, loudly.
func Start(t testing.TB) *Cluster {
	t.Helper()
	binaries, err := find()
	if err != nil {
		t.Skipf("NOT CHECKED on PostgreSQL: %v", err)
	}
	c := &Cluster{binaries: binaries}
	ctx, cancel := context.WithTimeout(t.Context(), startWithin)
	defer cancel()
	t.Cleanup(func() {
		if err := c.end(); err != nil {
			t.Errorf("end the PostgreSQL server: %v", err)
		}
	})
	if err := c.make(ctx); err != nil {
		t.Fatalf("make a PostgreSQL server: %v", err)
	}
	return c
}

// make prepares the data and starts the first time, on a port that is free.
func (c *Cluster) make(ctx context.Context) error {
	var err error
	if c.credential, err = account(); err != nil {
		return err
	}
	if c.home, err = os.MkdirTemp("", "asterism-cluster-"); err != nil {
		return err
	}
	if c.credential != nil {
		if err := os.Chown(c.home, int(c.credential.Uid), int(c.credential.Gid)); err != nil {
			return err
		}
	}
	initdb, err := c.run(ctx, "initdb", "-D", c.data(), "-U", user, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	if err != nil {
		return err
	}
	if err := initdb.Wait(ctx); err != nil {
		initdb.Kill()
		return fmt.Errorf("initdb: %w\n%s", err, initdb.Errors())
	}
	for range tries {
		if c.port, err = port.Free(ctx); err != nil {
			return err
		}
		if err = c.try(ctx); err == nil {
			return nil
		}
	}
	return err
}

// user is the superuser of every cluster.
const user = "asterism"

// Address is the database that is there from the beginning, as a superuser who may make others. It stays the same.
func (c *Cluster) Address() string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/postgres?sslmode=disable", user, c.port)
}

// Port is the port of 127.0.0.1 on which it listens, for a proxy before it.
func (c *Cluster) Port() int { return c.port }

func (c *Cluster) data() string { return filepath.Join(c.home, "data") }

// run starts one of PostgreSQL's programs.
func (c *Cluster) run(ctx context.Context, name string, words ...string) (*process.Process, error) {
	return process.Start(ctx, process.Spec{
		Path: filepath.Join(c.binaries, name), Arguments: words, Folder: c.home, Credential: c.credential,
		Environment: []string{"LC_ALL=C.UTF-8"},
	})
}

// end stops the server at once and removes everything.
func (c *Cluster) end() error {
	if c.home == "" {
		return nil
	}
	c.mu.Lock()
	postmaster := c.postmaster
	c.mu.Unlock()
	if postmaster != nil {
		ctx, cancel := context.WithTimeout(context.Background(), startWithin)
		defer cancel()
		// The data is thrown away, so the server need not write it out first; yet it ends its backends.
		if err := postmaster.Signal(syscall.SIGQUIT); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return err
		}
		_ = postmaster.Wait(ctx) // how it ended matters to nobody; Kill makes sure that it did
		postmaster.Kill()
	}
	return os.RemoveAll(c.home)
}
