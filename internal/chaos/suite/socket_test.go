//go:build unix

package suite_test

import (
	"context"
	"encoding/json"
	"io"
	"strings"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// socket follows over a WebSocket.
func socket(ctx context.Context, want asked, give func(message)) error {
	conn, response, err := websocket.Dial(ctx, strings.Replace(want.URL, "http://", "ws://", 1)+"/graphql",
		&websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		return err
	}
	if response.Body != nil {
		defer response.Body.Close()
	}
	defer func() { _ = conn.CloseNow() }()
	conn.SetReadLimit(16 << 20)
	if err := wsjson.Write(ctx, conn, map[string]any{"type": "connection_init"}); err != nil {
		return err
	}
	for {
		var m struct {
			Type    string
			Payload json.RawMessage
		}
		if err := wsjson.Read(ctx, conn, &m); err != nil {
			return err
		}
		switch m.Type {
		case "connection_ack":
			err = wsjson.Write(ctx, conn, map[string]any{"type": "subscribe", "id": "1", "payload": subscription(want)})
		case "ping":
			err = wsjson.Write(ctx, conn, map[string]any{"type": "pong"})
		case "next":
			err = given(m.Payload, give)
		case "error":
			err = given([]byte(`{"errors":`+string(m.Payload)+`}`), give)
		case "complete":
			return io.EOF
		}
		if err != nil {
			return err
		}
	}
}
