package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/coder/websocket"

	"github.com/asterism-qa/asterism/graph/guard"
)

// origins are the hosts of pages that may open a socket: those that this machine serves, and the window's. Programs send
// none. The server checks them for every request; a socket is checked once more, since a browser sends it from anywhere.
var origins = []string{"localhost", "localhost:*", "127.0.0.1", "127.0.0.1:*", "[::1]", "[::1]:*", "wails", "wails.localhost", "wails.localhost:*"}

// socket is the transport of graphql-transport-ws. A client that does not answer a ping within two heartbeats is gone.
func socket() transport.Websocket {
	limit := int64(guard.MaxMessage)
	return transport.Websocket{
		Implementation: sockets{}, InitTimeout: guard.InitTimeout, PingPongInterval: guard.Heartbeat, PayloadReadLimit: &limit,
	}
}

// sockets accepts WebSockets for gqlgen.
type sockets struct{}

// Accept implements transport.WebsocketImplementation.
func (sockets) Accept(w http.ResponseWriter, r *http.Request, options transport.WebsocketAcceptOptions) (transport.WebsocketConn, error) {
	accepted, err := websocket.Accept(w, r, &websocket.AcceptOptions{Subprotocols: options.Subprotocols, OriginPatterns: origins})
	if err != nil {
		return nil, err
	}
	return &plug{conn: accepted}, nil
}

// plug is one socket. A message that nobody takes within its time ends it: whoever follows goes on from the last cursor.
type plug struct {
	conn *websocket.Conn

	mu      sync.Mutex
	silence *time.Timer
	closing bool
}

// NextReader implements transport.WebsocketConn. A document over the limits is answered here, before anybody validates it.
func (s *plug) NextReader() (int, io.Reader, error) {
	for {
		kind, data, err := s.conn.Read(context.Background())
		if err != nil {
			switch websocket.CloseStatus(err) {
			case websocket.StatusNormalClosure, websocket.StatusNoStatusRcvd, websocket.StatusGoingAway:
				return int(kind), nil, transport.ErrWebsocketClosed
			}
			return int(kind), nil, err
		}
		var message struct {
			ID      string          `json:"id"`
			Type    string          `json:"type"`
			Payload json.RawMessage `json:"payload"`
		}
		if json.Unmarshal(data, &message) == nil && (message.Type == "subscribe" || message.Type == "start") {
			if refusal := guard.Message(message.Payload); refusal != nil {
				if err := s.WriteJSON(map[string]any{"id": message.ID, "type": "error", "payload": []any{refusal}}); err != nil {
					return int(kind), nil, err
				}
				continue
			}
		}
		return int(kind), bytes.NewReader(data), nil
	}
}

// WriteJSON implements transport.WebsocketConn.
func (s *plug) WriteJSON(message any) error {
	data, err := json.Marshal(message)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), guard.WriteTimeout)
	defer cancel()
	if err := s.conn.Write(ctx, websocket.MessageText, data); err != nil {
		_ = s.conn.CloseNow() // so that reading ends too, and with it everything that is sent here
		return err
	}
	return nil
}

// WriteClose implements transport.WebsocketConn. The client may take its time to answer, so nobody waits for that.
func (s *plug) WriteClose(code int, reason string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return nil
	}
	s.closing = true
	s.hear()
	go func() { _ = s.conn.Close(websocket.StatusCode(code), reason) }()
	return nil
}

// Close implements transport.WebsocketConn.
func (s *plug) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hear()
	if s.closing {
		return nil
	}
	return s.conn.CloseNow()
}

// Subprotocol implements transport.WebsocketConn.
func (s *plug) Subprotocol() string { return s.conn.Subprotocol() }

// SetReadLimit implements transport.WebsocketReadLimiter.
func (s *plug) SetReadLimit(limit int64) { s.conn.SetReadLimit(limit) }

// SetReadDeadline implements transport.WebsocketReadDeadliner.
func (s *plug) SetReadDeadline(until time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hear()
	if !until.IsZero() {
		s.silence = time.AfterFunc(time.Until(until), func() { _ = s.conn.CloseNow() })
	}
	return nil
}

// hear ends the waiting for a sign of life.
func (s *plug) hear() {
	if s.silence != nil {
		s.silence.Stop()
		s.silence = nil
	}
}
