package app_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/attachment"
	"github.com/asterism-qa/asterism/internal/app"
)

// Times of a server in a hurry: one that answers at once has hasty, a file that stands still impatient; a sender or reader
// that goes on does so every beat, for longer than both.
const (
	hasty     = 300 * time.Millisecond
	impatient = time.Second
	beat      = 200 * time.Millisecond
	beats     = 8
)

// hurried serves a workspace by a server in a hurry that keeps little on its way; ended tells of each connection that it
// ended.
func hurried(t *testing.T, f *files) (address string, ended <-chan struct{}) {
	t.Helper()
	f.SetPatience(impatient)
	closed := make(chan struct{}, 100)
	server := httptest.NewUnstartedServer(f.Handler(http.NotFoundHandler()))
	server.Config.WriteTimeout = hasty
	server.Config.ConnState = func(c net.Conn, state http.ConnState) {
		switch state {
		case http.StateNew:
			_ = c.(*net.TCPConn).SetWriteBuffer(64 << 10)
		case http.StateClosed:
			closed <- struct{}{}
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	return strings.TrimPrefix(server.URL, "http://"), closed
}

// line is a connection on which one speaks HTTP by hand.
type line struct {
	*net.TCPConn
	in *bufio.Reader
	t  *testing.T
}

func dial(t *testing.T, address string) *line {
	t.Helper()
	connection, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	return &line{connection.(*net.TCPConn), bufio.NewReader(connection), t}
}

func (l *line) say(words string) {
	l.t.Helper()
	if _, err := io.WriteString(l, words); err != nil {
		l.t.Fatal(err)
	}
}

// hear reads an answer.
func (l *line) hear() (*http.Response, string) {
	l.t.Helper()
	response, err := http.ReadResponse(l.in, nil)
	if err != nil {
		l.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		l.t.Fatal(err)
	}
	return response, string(body)
}

// begin asks to send a file of some length and waits until the server lets it.
func (l *line) begin(path string, length int) {
	l.t.Helper()
	l.say(fmt.Sprintf("POST %s HTTP/1.1\r\nHost: localhost\r\nAsterism-Upload: 1\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n", path, length))
	if response, body := l.hear(); response.StatusCode != http.StatusContinue {
		l.t.Fatalf("the server wants no file: %d %s", response.StatusCode, body)
	}
}

func (f *files) stored(t *testing.T) string {
	t.Helper()
	return strings.Join(f.Store.Client.Attachment.Query().Order(attachment.ByID()).Select(attachment.FieldName).StringsX(f.As(t.Context())), ",")
}

func TestAFileThatGoesOnMayTakeLongAndOneThatStandsStillIsEnded(t *testing.T) {
	eachFiles(t, func(t *testing.T, f *files) {
		content := strings.Repeat("letters\n", 1<<17)
		id := f.upload(t, "large.txt", content)
		address, ended := hurried(t, f)
		ticker := time.NewTicker(beat)
		defer ticker.Stop()

		sender, stalled := dial(t, address), dial(t, address)
		sender.begin(f.at(f.defect, "slow.txt"), beats)
		stalled.begin(f.at(f.defect, "stalled.txt"), beats)
		stalled.say("half")
		reader, sleeper := dial(t, address), dial(t, address)
		for _, one := range []*line{reader, sleeper} {
			if err := one.SetReadBuffer(64 << 10); err != nil {
				t.Fatal(err)
			}
			one.say("GET /attachments/" + id + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
		}
		response, err := http.ReadResponse(reader.in, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		read, piece := 0, make([]byte, len(content)/beats)
		for range beats {
			<-ticker.C
			sender.say("x")
			n, err := io.ReadFull(response.Body, piece)
			if read += n; err != nil {
				t.Fatalf("the reader was cut off after %d bytes: %v", read, err)
			}
		}
		if response, body := sender.hear(); response.StatusCode != http.StatusCreated {
			t.Errorf("the slow sender is told %d %s", response.StatusCode, body)
		}
		if response, body := stalled.hear(); response.StatusCode != http.StatusRequestTimeout || !strings.Contains(body, "send it again") {
			t.Errorf("the stalled sender is told %d %s", response.StatusCode, body)
		}
		for range 3 { // the stalled, the reader that has it all, and the one that never read
			<-ended
		}
		if rest, err := io.ReadAll(sleeper.in); err == nil && len(rest) >= len(content) {
			t.Error("one that read nothing was waited for")
		}
		if names := f.stored(t); names != "large.txt,slow.txt" {
			t.Errorf("%s are stored", names)
		}
	})
}

func TestOnlySoManyFilesArriveAtTheSameMoment(t *testing.T) {
	eachFiles(t, func(t *testing.T, f *files) {
		var senders []*line
		for i := range app.MostUploads {
			one := dial(t, f.address)
			one.begin(f.at(f.defect, fmt.Sprint(i, ".txt")), 4)
			senders = append(senders, one)
		}
		response, body := f.ask(t, http.MethodPost, f.at(f.defect, "more.txt"), strings.NewReader("more"), "Asterism-Upload", "1")
		if response.StatusCode != http.StatusServiceUnavailable || response.Header.Get("Retry-After") == "" || !strings.Contains(body, `"UNAVAILABLE"`) {
			t.Errorf("one more is told %d %v %s", response.StatusCode, response.Header, body)
		}
		if names := f.stored(t); names != "" {
			t.Errorf("%s are stored", names)
		}
		senders[0].say("text")
		if response, body := senders[0].hear(); response.StatusCode != http.StatusCreated {
			t.Errorf("the first is told %d %s", response.StatusCode, body)
		}
		f.upload(t, "more.txt", "more")
		for _, one := range senders[1:] { // who goes away leaves a place and nothing else
			_ = one.Close()
		}
	})
}
