//go:build unix

package cluster

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/process"
)

// KillPostmaster ends the postmaster with SIGKILL, by the number in its pid file, and waits until it is gone. Its backends
// notice by themselves, each when it has done what it is at.
func (c *Cluster) KillPostmaster() error {
	c.mu.Lock()
	postmaster := c.postmaster
	c.mu.Unlock()
	text, err := os.ReadFile(filepath.Join(c.data(), "postmaster.pid"))
	if err != nil {
		return fmt.Errorf("read the pid file: %w", err)
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	pid, err := strconv.Atoi(string(bytes.TrimSpace(line)))
	if err != nil {
		return fmt.Errorf("read the pid file: %w", err)
	}
	if pid != postmaster.PID() {
		return fmt.Errorf("the pid file names %d, which this test did not start", pid)
	}
	postmaster.Kill()
	return nil
}

// Restart starts the postmaster again after KillPostmaster and waits until it answers. It tries until the context ends,
// since backends of its last life may hold the memory for a while.
func (c *Cluster) Restart(ctx context.Context) error {
	for {
		err := c.try(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-time.After(again):
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		}
	}
}

// settings are those of a server for users, but that it does not wait for the disk.
func (c *Cluster) settings() []string {
	words := []string{"-D", c.data(), "-p", strconv.Itoa(c.port), "-h", "127.0.0.1", "-k", ""}
	for _, setting := range []string{
		"fsync=off", "synchronous_commit=on", "full_page_writes=on", "restart_after_crash=on", "max_connections=200",
	} {
		words = append(words, "-c", setting)
	}
	return words
}

// try starts the postmaster once and waits until it answers or ends.
func (c *Cluster) try(ctx context.Context) error {
	postmaster, err := c.run(ctx, "postgres", c.settings()...)
	if err != nil {
		return err
	}
	c.mu.Lock()
	c.postmaster = postmaster
	c.mu.Unlock()
	answering, stop := context.WithCancel(ctx)
	defer stop()
	go func() { // one that ended never answers
		select {
		case <-postmaster.Done():
			stop()
		case <-answering.Done():
		}
	}()
	if err := c.Answers(answering); err != nil {
		return c.giveUp(postmaster, err)
	}
	if err := c.isOurs(answering); err != nil {
		return c.giveUp(postmaster, err)
	}
	return nil
}

// isOurs makes sure that no other server took the port and answered instead.
func (c *Cluster) isOurs(ctx context.Context) error {
	return c.ask(ctx, func(db *sql.DB) error {
		var folder string
		if err := db.QueryRowContext(ctx, `SHOW data_directory`).Scan(&folder); err != nil {
			return err
		}
		if folder != c.data() {
			return fmt.Errorf("another server answers, with its data in %s", folder)
		}
		return nil
	})
}

// giveUp makes sure that a start that did not succeed is over.
func (c *Cluster) giveUp(postmaster *process.Process, err error) error {
	postmaster.Kill()
	return fmt.Errorf("start PostgreSQL on port %d: %w\n%s", c.port, err, postmaster.Errors())
}
