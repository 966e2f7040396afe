//go:build unix

package process

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/port"
)

// Server is the program serving one workspace, over as many lives as the test gives it. Any number may use it at once.
type Server struct {
	spec Spec

	mu      sync.Mutex
	address string // host:port; kept from life to life unless Move asks for another
	life    *Process
}

// again is how long a start that did not succeed waits before the next one; firstLife is how long all starts of the first
// life may take, on a machine that is busy with other tests.
const (
	again     = 50 * time.Millisecond
	firstLife = time.Minute
)

// Serve starts a server for a workspace, sqlite:PATH or postgres://…, and ends it with the test. Further words go to
// `asterism serve`. The test's package has Main.
func Serve(t testing.TB, workspace string, words ...string) *Server {
	t.Helper()
	s := &Server{spec: Spec{Path: Program(t), Arguments: append([]string{"serve", "--json", "--db", workspace}, words...)}}
	t.Cleanup(s.Kill)
	ctx, cancel := context.WithTimeout(t.Context(), firstLife)
	defer cancel()
	if err := s.Move(ctx); err != nil {
		t.Fatalf("serve the workspace: %v", err)
	}
	return s
}

// URL is where it listens, http://host:port, as it said itself; empty before its first life.
func (s *Server) URL() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.address == "" {
		return ""
	}
	return "http://" + s.address
}

// Life is its present or last life; nil before the first.
func (s *Server) Life() *Process {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.life
}

// Kill ends its present life with SIGKILL and waits until it is gone; one that was stopped too.
func (s *Server) Kill() {
	if life := s.Life(); life != nil {
		life.Kill()
	}
}

// Restart ends its present life, if it has one, and begins the next on the same port. It tries until the context ends,
// since the database may be away for a while, and gives why the last try failed.
func (s *Server) Restart(ctx context.Context) error { return s.begin(ctx, s.sameAddress) }

// Move is Restart on another port.
func (s *Server) Move(ctx context.Context) error { return s.begin(ctx, newAddress) }

func (s *Server) sameAddress(context.Context) (string, error) {
	return strings.TrimPrefix(s.URL(), "http://"), nil
}

func newAddress(ctx context.Context) (string, error) {
	free, err := port.Free(ctx)
	return fmt.Sprintf("127.0.0.1:%d", free), err
}

func (s *Server) begin(ctx context.Context, choose func(context.Context) (string, error)) error {
	s.Kill()
	for {
		address, err := choose(ctx)
		if err == nil {
			if err = s.try(ctx, address); err == nil {
				return nil
			}
		}
		select {
		case <-time.After(again):
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		}
	}
}

// try begins one life and waits until it listens.
func (s *Server) try(ctx context.Context, address string) error {
	spec := s.spec
	spec.Arguments = append(spec.Arguments[:len(spec.Arguments):len(spec.Arguments)], "--addr", address)
	life, err := Start(ctx, spec)
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.life = life
	s.mu.Unlock()
	line, err := life.Line(ctx)
	if err != nil {
		life.Kill()
		return fmt.Errorf("the server said nothing: %w; on standard error: %s", err, life.Errors())
	}
	var said struct {
		Listening string `json:"listening"`
	}
	if err := json.Unmarshal(line, &said); err != nil || said.Listening == "" {
		life.Kill()
		return fmt.Errorf("the server does not listen, but says %s", line)
	}
	s.mu.Lock()
	s.address = strings.TrimPrefix(said.Listening, "http://")
	s.mu.Unlock()
	return nil
}
