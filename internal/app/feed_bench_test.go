package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// watching is what the subscribers of the measurements ask for: what a wall display needs.
const watching = `subscription($p: String!, $a: ChangeCursor) { changes(project: $p, after: $a) { cursor seq op entityType entityId entityKey } }`

// plugged opens a socket and gives what arrives; a subscription is begun when a project is named.
func plugged(b *testing.B, ctx context.Context, address, project, after string) *websocket.Conn {
	conn, _, err := websocket.Dial(ctx, address, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		b.Fatal(err)
	}
	conn.SetReadLimit(1 << 24)
	context.AfterFunc(ctx, func() { _ = conn.CloseNow() })
	if project == "" {
		return conn
	}
	say := func(text string) {
		if err := conn.Write(ctx, websocket.MessageText, []byte(text)); err != nil {
			b.Fatal(err)
		}
	}
	hear := func(what string) {
		for {
			_, data, err := conn.Read(ctx)
			if err != nil {
				b.Fatal(err)
			}
			if bytes.Contains(data, []byte(what)) {
				return
			}
		}
	}
	say(`{"type":"connection_init"}`)
	hear("connection_ack")
	variables := map[string]string{"p": project}
	if after != "" {
		variables["a"] = after
	}
	payload, _ := json.Marshal(map[string]any{"query": watching, "variables": variables})
	say(`{"id":"` + strconv.Itoa(len(address)) + `","type":"subscribe","payload":` + string(payload) + `}`)
	if after == "" {
		hear("READY")
	}
	return conn
}

// opened is a server with a workspace and a project PAY.
func opened(b *testing.B, database string) (*app.App, string) {
	b.Helper()
	b.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	a, err := app.Open(b.Context(), config.Config{Database: database, Version: "test"})
	if err != nil {
		b.Fatal(err)
	}
	stop := a.Work(b.Context())
	server := httptest.NewServer(a.Handler(http.NotFoundHandler()))
	b.Cleanup(func() {
		stop()
		server.CloseClientConnections()
		server.Close()
		_ = a.Close()
	})
	made(b, a, "PAY")
	return a, "ws" + strings.TrimPrefix(server.URL, "http") + "/graphql"
}

func made(b *testing.B, a *app.App, key string) (project *ent.Project) {
	b.Helper()
	err := a.Hub.Write(viewer.AsSystem(b.Context()), func(ctx context.Context, tx *ent.Client) (err error) {
		if project, err = tx.Project.Create().SetKey(key).SetName(key).Save(ctx); err != nil {
			return err
		}
		return tx.Membership.Create().SetProjectID(project.ID).SetUserID(a.Owner.User).SetRole("ADMIN").Exec(ctx)
	})
	if err != nil {
		b.Fatal(err)
	}
	return project
}

// BenchmarkFanOut compares one change to 5,000 subscribers with the same bytes written by a bare hub over the same library,
// to the same clients, round by round. x_of_bare is how many times as fast the feed is.
func BenchmarkFanOut(b *testing.B) {
	const many = 5_000
	a, address := opened(b, storetest.SQLiteAddress(b))
	owner := a.As(b.Context())
	p := a.Store.Client.Project.Query().OnlyX(owner)
	message := []byte(`{"id":"33","type":"next","payload":{"data":{"changes":{"cursor":"AQGiCq_MDXikiKEbFw2fKAJWoU4apu8muZg7NMgUZg","seq":7577,"op":"CREATE","entityType":"RELEASE","entityId":"rel_06h0nc2q41s658zqvp5gsxyx0g","entityKey":"R-10"}}}}`)
	// round tells everybody ten times after a first time that is not counted.
	round := func(address, project string, tell func(number int)) (took time.Duration) {
		ctx, cancel := context.WithCancel(owner)
		defer cancel()
		heard := make(chan struct{}, many)
		for range many {
			go listen(ctx, plugged(b, ctx, address, project, ""), "RELEASE", heard)
		}
		for i := range 11 {
			begin := time.Now()
			tell(i)
			for range many {
				<-heard
			}
			if i > 0 {
				took += time.Since(begin)
			}
		}
		return took / 10
	}
	var ours, theirs time.Duration
	rounds := 0
	for b.Loop() {
		rounds++
		theirs += bareRound(b, round, message)
		ours += round(address, "PAY", func(number int) {
			err := a.Hub.Write(owner, func(ctx context.Context, tx *ent.Client) error {
				return tx.Release.Create().SetProjectID(p.ID).SetKey(fmt.Sprintf("R-%d-%d", rounds, number)).SetName("Release").Exec(ctx)
			})
			if err != nil {
				b.Error(err)
			}
		})
	}
	b.ReportMetric(float64(ours.Milliseconds())/float64(rounds), "feed_ms")
	b.ReportMetric(float64(theirs.Milliseconds())/float64(rounds), "bare_ms")
	b.ReportMetric(theirs.Seconds()/ours.Seconds(), "x_of_bare")
}

func bareRound(b *testing.B, round func(string, string, func(int)) time.Duration, message []byte) time.Duration {
	bare := newBareHub()
	defer bare.close()
	return round(bare.address, "", func(int) { bare.write(message) })
}

// listen says of each message that holds a word that it came.
func listen(ctx context.Context, conn *websocket.Conn, word string, heard chan<- struct{}) {
	for {
		_, data, err := conn.Read(ctx)
		if err != nil {
			return
		}
		switch {
		case bytes.Contains(data, []byte(`"type":"ping"`)):
			_ = conn.Write(ctx, websocket.MessageText, []byte(`{"type":"pong"}`))
		case bytes.Contains(data, []byte(word)):
			heard <- struct{}{}
		}
	}
}

// bareHub writes the same bytes to all who are connected, one goroutine each, and does nothing else.
type bareHub struct {
	address string
	server  *httptest.Server
	mu      sync.Mutex
	queues  []chan []byte
}

func newBareHub() *bareHub {
	h := &bareHub{}
	h.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{Subprotocols: []string{"graphql-transport-ws"}})
		if err != nil {
			return
		}
		queue := make(chan []byte, 1)
		h.mu.Lock()
		h.queues = append(h.queues, queue)
		h.mu.Unlock()
		for data := range queue {
			if conn.Write(context.Background(), websocket.MessageText, data) != nil {
				return
			}
		}
		_ = conn.CloseNow()
	}))
	h.address = "ws" + strings.TrimPrefix(h.server.URL, "http")
	return h
}

func (h *bareHub) close() {
	h.mu.Lock()
	for _, queue := range h.queues {
		close(queue)
	}
	h.mu.Unlock()
	h.server.CloseClientConnections()
	h.server.Close()
}

func (h *bareHub) write(data []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, queue := range h.queues {
		queue <- data
	}
}

// BenchmarkIdleStreams measures what 2,000 streams cost a server of its own in which nothing happens.
func BenchmarkIdleStreams(b *testing.B) {
	const many = 2_000
	program := filepath.Join(b.TempDir(), "asterism")
	if out, err := exec.CommandContext(b.Context(), "go", "build", "-o", program, "../../cmd/asterism").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	database := storetest.SQLiteAddress(b)
	if out, err := exec.CommandContext(b.Context(), program, "--db", database, "project", "create", "PAY", "--name", "Payments").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	server := exec.CommandContext(b.Context(), program, "--db", database, "--json", "serve", "--addr", "127.0.0.1:0")
	out, err := server.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := server.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	var first struct{ Listening string }
	if err := json.NewDecoder(out).Decode(&first); err != nil {
		b.Fatal(err)
	}
	before := resident(b, server.Process.Pid)
	for range many {
		plugged(b, b.Context(), "ws"+strings.TrimPrefix(first.Listening, "http")+"/graphql", "PAY", "")
	}
	for b.Loop() { // the memory is what is measured, not the time
	}
	after := resident(b, server.Process.Pid)
	b.ReportMetric(after, "MB_with_2000")
	b.ReportMetric(before, "MB_without")
}

// resident is the memory of a process in megabytes.
func resident(b *testing.B, pid int) float64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Skip("memory is measured on Linux only")
	}
	for line := range strings.Lines(string(text)) {
		if kilobytes, found := strings.CutPrefix(line, "VmRSS:"); found {
			number, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(kilobytes), "kB")), 64)
			if err != nil {
				b.Fatal(err)
			}
			return number / 1024
		}
	}
	b.Fatal("the system does not tell how much memory a process has")
	return 0
}
