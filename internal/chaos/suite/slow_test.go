//go:build unix

package suite_test

import (
	"bytes"
	"context"
	"encoding/json"
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
	s := open(t, "sqlite:"+filepath.Join(t.TempDir(), "chaos.db"), 0, "PAY")
	watched := serveWithin(t, s)
	from := s.at(t)
	path := filepath.Join(t.TempDir(), "many.xml")
	if err := os.WriteFile(path, results("many", 0, 2000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.run(soon(t), "import", path, "--project", "PAY"); err != nil {
		t.Fatal(err)
	}
	want := asked{URL: s.within, Projects: []string{"PAY"}, After: from.cursor}
	var ended []<-chan struct{}
	for _, ask := range []func(*testing.T, *http.Client, asked){askSocket, askEvents} {
		var mine net.Conn
		ask(t, narrow(&mine), want)
		ended = append(ended, watched.end(mine.LocalAddr().String()))
	}
	began := time.Now()
	// Another one reads everything meanwhile, what is there and what comes.
	reader := listen(t, s.within, events, from.cursor)
	now := s.at(t)
	reader.reach(soon(t), t, from.seqs["PAY"], now.seqs["PAY"])
	ctx, cancel := context.WithTimeout(t.Context(), quickly)
	defer cancel()
	reader.reach(ctx, t, now.seqs["PAY"], s.add(t, 3).seqs["PAY"])
	late := time.After(unread)
	for i, end := range ended {
		select {
		case <-end:
			t.Logf("transport %d was cut off within %s", i, time.Since(began))
		case <-late:
			t.Fatalf("transport %d was not cut off within %s", i, unread)
		}
	}
	reader.reach(soon(t), t, s.at(t).seqs["PAY"], s.add(t, 1).seqs["PAY"])
}

// narrow is a client whose connection holds little that nobody has read.
func narrow(mine *net.Conn) *http.Client {
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: true, DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
		var dialer net.Dialer
		conn, err := dialer.DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		*mine = conn
		return conn, conn.(*net.TCPConn).SetReadBuffer(4 << 10)
	}}}
}

// askSocket subscribes and reads nothing any more.
func askSocket(t *testing.T, client *http.Client, want asked) {
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
}

// askEvents asks for Server-Sent Events and reads none.
func askEvents(t *testing.T, client *http.Client, want asked) {
	t.Helper()
	body, err := json.Marshal(subscription(want))
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, want.URL+"/graphql", bytes.NewReader(body))
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
}
