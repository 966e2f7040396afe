package graphtest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/graph/guard"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
	"github.com/asterism-qa/asterism/internal/webhooks"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// Server is the API over one database, and who asks.
type Server struct {
	T      testing.TB
	Store  *store.Store
	Hub    *changes.Hub
	Viewer viewer.Viewer
	api    http.Handler
}

// New raises the walls around a store and puts the API over it.
func New(t testing.TB, s *store.Store, reactions ...changes.Reaction) *Server {
	t.Helper()
	people.RaiseWalls(s.Client)
	hub := changes.NewHub(s, reactions...)
	owner, err := people.LocalOwner(context.Background(), s.Client)
	if err != nil {
		t.Fatalf("find the local owner: %v", err)
	}
	here := wire.Guard{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}} // where tests listen
	resolver := &graph.Resolver{
		Client: s.Client, Freeze: s.Freeze, Feed: feed.New(s, hub), Hub: hub, Version: "test",
		Webhooks: webhooks.Rules{Guard: here}, Sender: wire.NewSender(here, "test", guard.MaxDuration/2),
	}
	return &Server{T: t, Store: s, Hub: hub, Viewer: owner, api: graph.Handler(resolver, guard.DefaultLimits)}
}

// As is the same server asked by somebody else; the zero viewer is nobody.
func (s *Server) As(who viewer.Viewer) *Server {
	other := *s
	other.Viewer = who
	return &other
}

// Context is that of the viewer.
func (s *Server) Context() context.Context { return viewer.With(context.Background(), s.Viewer) }

// Write runs a transaction on behalf of the viewer and fails the test when it fails.
func (s *Server) Write(act func(ctx context.Context, tx *ent.Client) error) {
	s.T.Helper()
	if err := s.Hub.Write(s.Context(), act); err != nil {
		s.T.Fatalf("write: %v", err)
	}
}

// Answer is what came back.
type Answer struct {
	Status int             `json:"-"`
	Data   json.RawMessage `json:"data"`
	Errors []struct {
		Message    string         `json:"message"`
		Path       []any          `json:"path"`
		Extensions map[string]any `json:"extensions"`
	} `json:"errors"`
	Raw []byte `json:"-"`
}

// Ask sends a document with its variables.
func (s *Server) Ask(document string, variables map[string]any) Answer {
	s.T.Helper()
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		s.T.Fatal(err)
	}
	return s.Post(bytes.NewReader(body))
}

// Post sends a body as it is.
func (s *Server) Post(body io.Reader) Answer {
	s.T.Helper()
	request := httptest.NewRequestWithContext(context.Background(), http.MethodPost, "/graphql", body)
	request.Header.Set("Content-Type", "application/json")
	return s.Send(request)
}

// Send sends any request.
func (s *Server) Send(request *http.Request) Answer {
	s.T.Helper()
	response := httptest.NewRecorder()
	s.api.ServeHTTP(response, request.WithContext(viewer.With(request.Context(), s.Viewer)))
	answer := Answer{Status: response.Code, Raw: response.Body.Bytes()}
	if err := json.Unmarshal(answer.Raw, &answer); err != nil {
		s.T.Fatalf("the answer is not JSON: %s", answer.Raw)
	}
	return answer
}

// Data asks and decodes the data; an error in the answer fails the test.
func (s *Server) Data(document string, variables map[string]any, into any) {
	s.T.Helper()
	answer := s.Ask(document, variables)
	if len(answer.Errors) > 0 {
		s.T.Fatalf("asked\n%s\ngot errors: %s", document, answer.Raw)
	}
	if err := json.Unmarshal(answer.Data, into); err != nil {
		s.T.Fatalf("decode %s: %v", answer.Data, err)
	}
}

// Statements counts the statements that a question costs.
func (s *Server) Statements(document string, variables map[string]any) int64 {
	s.T.Helper()
	before := s.Store.Statements.Count()
	if answer := s.Ask(document, variables); len(answer.Errors) > 0 {
		s.T.Fatalf("asked\n%s\ngot errors: %s", document, answer.Raw)
	}
	return s.Store.Statements.Count() - before
}
