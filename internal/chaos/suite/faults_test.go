//go:build unix

package suite_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/cluster"
)

// soon ends what would otherwise wait for ever.
func soon(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return ctx
}

// each runs a test on a workspace in a file, and on one on a database server.
func each(t *testing.T, run func(t *testing.T, s *site)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { run(t, open(t, "sqlite:"+filepath.Join(t.TempDir(), "chaos.db"), 1, "PAY")) })
	t.Run("postgres", func(t *testing.T) {
		c := cluster.Start(t)
		s := open(t, c.Address(), 1, "PAY")
		s.cluster = c
		run(t, s)
	})
}

// following is a stream of PAY from its beginning on, by Server-Sent Events.
type following struct {
	messages chan message
	// ended is why it ended; to be read when messages is closed.
	ended error
}

// listen follows until the test ends, and is ready.
func listen(t *testing.T, url string, follow transport, after string) *following {
	t.Helper()
	f := &following{messages: make(chan message, 1<<16)}
	ctx, cancel := context.WithCancel(t.Context())
	over := make(chan struct{})
	go func() {
		defer close(over)
		defer close(f.messages)
		f.ended = follow(ctx, asked{URL: url, Projects: []string{"PAY"}, After: after}, func(m message) { f.messages <- m })
	}()
	t.Cleanup(func() {
		cancel()
		<-over
	})
	return f
}

// begins waits until the server has taken the stream on.
func (f *following) begins(t *testing.T) {
	t.Helper()
	select {
	case m, is := <-f.messages:
		if !is || m.isChange() {
			t.Fatalf("the stream begins with %+v: %v", m, f.ended)
		}
	case <-soon(t).Done():
		t.Fatal("the stream does not begin")
	}
}

// reach reads changes until the one with a number, in order and without a hole, and gives it.
func (f *following) reach(ctx context.Context, t *testing.T, from, to int64) message {
	t.Helper()
	for {
		select {
		case m, is := <-f.messages:
			if !is {
				t.Fatalf("the stream ended before change %d: %v", to, f.ended)
			}
			if !m.isChange() {
				continue
			}
			if from++; m.Seq != from {
				t.Fatalf("change %d came after %d", m.Seq, from-1)
			}
			if m.Seq >= to {
				return m
			}
		case <-ctx.Done():
			t.Fatalf("only change %d came, not %d: %v", from, to, ctx.Err())
		}
	}
}

// at is where PAY stands.
func (s *site) at(t *testing.T) standing {
	t.Helper()
	at, _, err := s.snapshot(soon(t), "PAY")
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// add makes requirements in PAY, one after the other, and gives where it stands then.
func (s *site) add(t *testing.T, n int) standing {
	t.Helper()
	for i := range n {
		var data any
		input := map[string]any{"project": "PAY", "title": fmt.Sprint("Requirement ", i)}
		if err := s.post(soon(t), s.url(0), createRequirement, map[string]any{"input": input}, &data); err != nil {
			t.Fatalf("make a requirement: %v", err)
		}
	}
	return s.at(t)
}

// quickly is within what a change that nobody told of may take: a quarter of a second until somebody looks, and room for a
// machine that is busy. It is much less than the 15 seconds of a bookmark.
const quickly = 5 * time.Second
