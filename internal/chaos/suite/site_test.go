//go:build unix

package suite_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/cluster"
	"github.com/asterism-qa/asterism/internal/chaos/process"
)

// patience is how long anything may take on a machine that is busy with other tests, before that is a finding.
const patience = time.Minute

// site is the servers of one workspace.
type site struct {
	program, database string
	servers           []*process.Server
	// cluster is the database server; nil for a workspace in a file.
	cluster *cluster.Cluster
	client  *http.Client
}

// open makes a workspace with its projects and serves it so many times.
func open(t *testing.T, database string, servers int, projects ...string) *site {
	t.Helper()
	s := &site{program: process.Program(t), database: database, client: &http.Client{Timeout: patience}}
	t.Cleanup(s.client.CloseIdleConnections)
	for _, key := range projects {
		if _, err := s.run(t.Context(), "project", "create", key, "--name", key); err != nil {
			t.Fatalf("make a project: %v", err)
		}
	}
	for range servers {
		s.servers = append(s.servers, process.Serve(t, database))
	}
	return s
}

// url is where a server listens; the numbers go round.
func (s *site) url(n int) string { return s.servers[n%len(s.servers)].URL() }

// run runs the program on the workspace to its end and gives what it printed, as one JSON document.
func (s *site) run(ctx context.Context, words ...string) ([]byte, error) {
	child, err := s.start(ctx, words...)
	if err != nil {
		return nil, err
	}
	defer child.Kill()
	return answer(ctx, child)
}

func (s *site) start(ctx context.Context, words ...string) (*process.Process, error) {
	return process.Start(ctx, process.Spec{Path: s.program, Arguments: append([]string{"--json", "--db", s.database}, words...)})
}

// answer waits for the end of a child and gives its document; the error holds what it said.
func answer(ctx context.Context, child *process.Process) ([]byte, error) {
	err := child.Wait(ctx)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	document, reading := child.Line(ctx)
	if err != nil {
		return nil, fmt.Errorf("%w: %s%s", err, document, child.Errors())
	}
	return document, reading
}

// refusal is an error that a server answered.
type refusal struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Error implements error.
func (r *refusal) Error() string { return r.Code + ": " + r.Message }

// isPassing tells whether trying again may help: a part was away.
func (r *refusal) isPassing() bool { return r.Code == "UNAVAILABLE" }

// answered is an answer of the API, or a message of one of its streams.
type answered struct {
	Data   json.RawMessage `json:"data"`
	Errors []struct {
		Message    string  `json:"message"`
		Extensions refusal `json:"extensions"`
	} `json:"errors"`
}

// refused is the first error of an answer.
func (a *answered) refused() error {
	if len(a.Errors) == 0 {
		return nil
	}
	return &refusal{a.Errors[0].Extensions.Code, a.Errors[0].Message}
}

// post asks a server a question and decodes the data of its answer.
func (s *site) post(ctx context.Context, url, query string, variables map[string]any, into any) error {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := s.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	var found answered
	if err := json.Unmarshal(text, &found); err != nil {
		return fmt.Errorf("%s: %w: %s", response.Status, err, text)
	}
	if err := found.refused(); err != nil {
		return err
	}
	return json.Unmarshal(found.Data, into)
}

// away waits a moment before something is tried again.
func away(ctx context.Context, pause time.Duration) {
	select {
	case <-time.After(pause):
	case <-ctx.Done():
	}
}
