package app_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// message is one of graphql-transport-ws.
type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// told is what a next message carries.
type told struct {
	Data struct {
		Changes struct {
			Cursor, Op, EntityType, EntityKey, Envelope string
			Seq                                         int
			Node                                        *struct{ ID string }
			Actor                                       *struct{ Name string }
		}
	}
	Errors []struct {
		Message    string
		Extensions struct{ Code string }
	}
}

// client is a socket as a stock client uses it.
type client struct {
	t    *testing.T
	ctx  context.Context
	conn *websocket.Conn
}

func plug(t *testing.T, address string) *client {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	conn, _, err := websocket.Dial(ctx, "ws://"+address+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		t.Fatal(err)
	}
	conn.SetReadLimit(1 << 24)
	t.Cleanup(func() { _ = conn.CloseNow() })
	c := &client{t, ctx, conn}
	c.send(message{Type: "connection_init"})
	if first := c.receive(); first.Type != "connection_ack" {
		t.Fatalf("the socket begins with %+v", first)
	}
	return c
}

func (c *client) send(m message) {
	c.t.Helper()
	if err := wsjson.Write(c.ctx, c.conn, m); err != nil {
		c.t.Fatal(err)
	}
}

// receive gives the next message that is no sign of life.
func (c *client) receive() message {
	c.t.Helper()
	for {
		var m message
		if err := wsjson.Read(c.ctx, c.conn, &m); err != nil {
			c.t.Fatalf("the socket ended: %v", err)
		}
		if m.Type != "ping" {
			return m
		}
		c.send(message{Type: "pong"})
	}
}

func (c *client) subscribe(id, document string, variables map[string]any) {
	c.t.Helper()
	payload, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		c.t.Fatal(err)
	}
	c.send(message{ID: id, Type: "subscribe", Payload: payload})
}

// next gives the next message of a stream.
func (c *client) next(id string) told {
	c.t.Helper()
	for {
		m := c.receive()
		if m.ID != id {
			continue
		}
		var found told
		if m.Type != "next" {
			c.t.Fatalf("the stream sent %s %s", m.Type, m.Payload)
		}
		if err := json.Unmarshal(m.Payload, &found); err != nil {
			c.t.Fatal(err)
		}
		return found
	}
}

// following is the document that the contract promises, with the envelope.
const following = `subscription Changes($project: String!, $after: ChangeCursor) {
  changes(project: $project, after: $after) { cursor seq at op entityType entityId entityKey envelope node { id } actor { name } } }`

// change makes a requirement and gives its key.
func change(t *testing.T, address, title string) string {
	t.Helper()
	_, body := send(t, http.MethodPost, address+"/graphql",
		fmt.Sprintf(`{"query":"mutation { requirementCreate(input: {project: \"PAY\", title: \"%s\"}) { requirement { key } userErrors { message } } }"}`, title), func(*http.Request) {})
	_, after, found := strings.Cut(body, `"key":"`)
	if !found {
		t.Fatal(body)
	}
	key, _, _ := strings.Cut(after, `"`)
	return key
}

// project makes the project that the tests are about.
func project(t *testing.T, address string) {
	t.Helper()
	_, body := send(t, http.MethodPost, address+"/graphql",
		`{"query":"mutation { projectCreate(input: {key: \"PAY\", name: \"Payments\"}) { userErrors { message } } }"}`, func(*http.Request) {})
	if !strings.Contains(body, `"userErrors":[]`) {
		t.Fatal(body)
	}
}

func TestAStreamOverASocketTellsEveryChangeOnceAndGoesOnFromItsCursor(t *testing.T) {
	address := serving(t)
	project(t, address)
	c := plug(t, address)
	c.subscribe("1", following, map[string]any{"project": "PAY"})
	ready := c.next("1").Data.Changes
	if ready.Op != "READY" || ready.Seq != 2 || ready.EntityType != "" || ready.Node != nil {
		t.Fatalf("the stream begins with %+v", ready)
	}
	key := change(t, address, "Pay")
	made := c.next("1").Data.Changes
	if made.Op != "CREATE" || made.Seq != 3 || made.EntityKey != key || made.Node == nil || made.Actor == nil || made.Actor.Name != "Local owner" {
		t.Fatalf("the change is told as %+v", made)
	}
	for range 20 {
		change(t, address, "More")
	}
	again := plug(t, address)
	again.subscribe("x", following, map[string]any{"project": "PAY", "after": ready.Cursor})
	if first := again.next("x").Data.Changes; first.Op != "READY" || first.Seq != 2 {
		t.Fatalf("it goes on with %+v", first)
	}
	for seq := 3; seq <= 44; seq++ { // a requirement and its version each
		got := again.next("x").Data.Changes
		if got.Seq != seq || (seq == 3 && got.Envelope != made.Envelope) {
			t.Fatalf("number %d is %+v", seq, got)
		}
	}
}

func TestManyStreamsOfOneSocketAreRefusedFromTheTwentyFirstOn(t *testing.T) {
	address := serving(t)
	project(t, address)
	c := plug(t, address)
	for i := range 20 {
		id := fmt.Sprint(i)
		c.subscribe(id, following, map[string]any{"project": "PAY"})
		if first := c.next(id); first.Data.Changes.Op != "READY" {
			t.Fatalf("stream %d begins with %+v", i, first)
		}
	}
	c.subscribe("many", following, map[string]any{"project": "PAY"})
	if got := c.next("many"); len(got.Errors) != 1 || got.Errors[0].Extensions.Code != "TOO_MANY_STREAMS" {
		t.Errorf("one too many got %+v", got)
	}
	c.send(message{ID: "0", Type: "complete"})
	for {
		c.subscribe("instead", following, map[string]any{"project": "PAY"})
		if got := c.next("instead"); len(got.Errors) == 0 {
			break // the place of the one that was ended
		}
		if m := c.receive(); m.ID != "instead" || m.Type != "complete" {
			t.Fatalf("a refused stream goes on with %+v", m)
		}
	}
	key := change(t, address, "Pay")
	for i := 1; i < 20; i++ { // who say the same share what is written, and all hear it
		if got := c.receive(); got.Type != "next" || !strings.Contains(string(got.Payload), key) && !strings.Contains(string(got.Payload), "REQUIREMENT_VERSION") {
			t.Fatalf("told %s %s", got.Type, got.Payload)
		}
	}
}

func TestARefusedStreamSaysWhy(t *testing.T) {
	address := serving(t)
	project(t, address)
	c := plug(t, address)
	for code, variables := range map[string]map[string]any{
		"CURSOR_INVALID": {"project": "PAY", "after": "nonsense"},
		"NOT_FOUND":      {"project": "HIDDEN"},
	} {
		c.subscribe(code, following, variables)
		if got := c.next(code); len(got.Errors) != 1 || got.Errors[0].Extensions.Code != code || got.Errors[0].Message == "" {
			t.Errorf("%s was answered by %+v", code, got)
		}
	}
	_, body := send(t, http.MethodPost, address+"/graphql", `{"query":"subscription { changes(project: \"PAY\") { seq } }"}`, func(*http.Request) {})
	if !strings.Contains(body, "text/event-stream") {
		t.Errorf("a subscription without a stream got %s", body)
	}
}

func TestASocketIsForThisMachineAndWithinTheLimits(t *testing.T) {
	address := serving(t)
	_, response, err := websocket.Dial(t.Context(), "ws://"+address+"/graphql", &websocket.DialOptions{HTTPHeader: http.Header{"Origin": {"https://evil.example"}}})
	if err == nil || response == nil || response.StatusCode != http.StatusForbidden {
		t.Errorf("another site got %v, %v", response, err)
	}
	c := plug(t, address)
	c.subscribe("wide", "{"+strings.Repeat("version ", 600)+"}", nil)
	if got := c.receive(); got.ID != "wide" || got.Type != "error" || !strings.Contains(string(got.Payload), "at most") {
		t.Errorf("a hostile document got %s %s", got.Type, got.Payload)
	}
	c.subscribe("fine", "{version}", nil)
	if got := c.receive(); got.Type != "next" || !strings.Contains(string(got.Payload), "test") {
		t.Errorf("a question got %s %s", got.Type, got.Payload)
	}
	c.subscribe("long", "{version} #"+strings.Repeat("x", 70_000), nil)
	var m message
	for err = nil; err == nil; {
		err = wsjson.Read(c.ctx, c.conn, &m)
	}
	var ended websocket.CloseError
	if !errors.As(err, &ended) || ended.Code != websocket.StatusMessageTooBig {
		t.Errorf("a message too large ended with %v", err)
	}
}

func TestASubscriptionAsksForOneStream(t *testing.T) {
	address := serving(t)
	project(t, address)
	c := plug(t, address)
	c.subscribe("two", `subscription { a: changes(project: "PAY") { op } b: changes(project: "PAY") { op } }`, nil)
	for {
		m := c.receive()
		if m.Type == "ping" || m.ID != "two" {
			continue
		}
		if text := string(m.Payload); m.Type == "complete" || !strings.Contains(text, `"errors"`) && m.Type != "error" || strings.Contains(text, "goroutine") || strings.Contains(text, "panic") {
			t.Errorf("two streams in one got %s %s", m.Type, text)
		}
		return
	}
}
