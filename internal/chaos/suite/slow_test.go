//go:build unix

package suite_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// unread is how long a server may go on with somebody who takes nothing: ten seconds for a message, and room for a machine
// that is busy.
const unread = 15 * time.Second

func TestWhoReadsNothingIsCutOffAndOthersAreNotHeldUp(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite:"+filepath.Join(t.TempDir(), "chaos.db"), 1, "PAY")
	from := s.at(t)
	path := filepath.Join(t.TempDir(), "many.xml")
	if err := os.WriteFile(path, results("many", 0, 5000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.run(soon(t), "import", path, "--project", "PAY"); err != nil {
		t.Fatal(err)
	}
	want := asked{URL: s.url(0), Projects: []string{"PAY"}, After: from.cursor}
	slow := map[string]func(context.Context, func(message)) error{
		"socket": askSocket(t, narrow(), want), "events": askEvents(t, narrow(), want),
	}
	late := time.After(unread)
	// Another one reads everything meanwhile, what is there and what comes.
	reader := listen(t, s.url(0), events, from.cursor)
	now := s.at(t)
	reader.reach(soon(t), t, from.seqs["PAY"], now.seqs["PAY"])
	ctx, cancel := context.WithTimeout(t.Context(), quickly)
	defer cancel()
	end := s.add(t, 3)
	reader.reach(ctx, t, now.seqs["PAY"], end.seqs["PAY"])
	<-late
	// What was on its way can still be read; then comes the end, or nothing any more, long before the head.
	for name, rest := range slow {
		var last int64
		reading, stop := context.WithCancel(soon(t))
		silence := time.AfterFunc(quickly, stop)
		err := rest(reading, func(m message) {
			silence.Reset(quickly)
			if last = m.Seq; last >= end.seqs["PAY"] {
				stop()
			}
		})
		stop()
		t.Logf("%s: up to %d of %d, then %v", name, last, end.seqs["PAY"], err)
		if last >= end.seqs["PAY"] || errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s was not cut off within %s", name, unread)
		}
	}
}

// narrow is a client whose connection holds little that nobody has read.
func narrow() *http.Client {
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: true, DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
		var dialer net.Dialer
		conn, err := dialer.DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return conn, conn.(*net.TCPConn).SetReadBuffer(4 << 10)
	}}}
}

// askSocket subscribes and reads nothing until the rest is asked for.
func askSocket(t *testing.T, client *http.Client, want asked) func(context.Context, func(message)) error {
	t.Helper()
	conn, response, err := websocket.Dial(t.Context(), strings.Replace(want.URL, "http://", "ws://", 1)+"/graphql",
		&websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPClient: client})
	if err != nil {
		t.Fatal(err)
	}
	if response.Body != nil {
		defer response.Body.Close()
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	var acknowledged any
	err = wsjson.Write(t.Context(), conn, map[string]any{"type": "connection_init"})
	if err == nil {
		err = wsjson.Read(t.Context(), conn, &acknowledged)
	}
	if err == nil {
		err = wsjson.Write(t.Context(), conn, map[string]any{"type": "subscribe", "id": "1", "payload": subscription(want)})
	}
	if err != nil {
		t.Fatal(err)
	}
	return func(ctx context.Context, give func(message)) error {
		for {
			var m struct{ Payload json.RawMessage }
			if err := wsjson.Read(ctx, conn, &m); err != nil {
				return err
			}
			if m.Payload == nil {
				continue // a ping
			}
			if err := given(m.Payload, give); err != nil {
				return err
			}
		}
	}
}

// askEvents asks for Server-Sent Events and reads none until the rest is asked for.
func askEvents(t *testing.T, client *http.Client, want asked) func(context.Context, func(message)) error {
	t.Helper()
	body, err := json.Marshal(subscription(want))
	if err != nil {
		t.Fatal(err)
	}
	asking, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	request, err := http.NewRequestWithContext(asking, http.MethodPost, want.URL+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	return func(ctx context.Context, give func(message)) error {
		defer context.AfterFunc(ctx, cancel)()
		reader := bufio.NewReader(response.Body)
		for {
			line, err := reader.ReadBytes('\n')
			if err != nil {
				return err
			}
			if text, is := bytes.CutPrefix(line, []byte("data:")); is && len(bytes.TrimSpace(text)) > 0 {
				if err := given(text, give); err != nil {
					return err
				}
			}
		}
	}
}
