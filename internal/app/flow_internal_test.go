package app

import (
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// A sign of life that comes when the stream has just ended must not bring the server down.
func TestWhatIsWrittenAfterAStreamHasEndedGoesNowhere(t *testing.T) {
	a := &App{drain: t.Context(), patience: time.Minute}
	var late http.ResponseWriter
	server := httptest.NewServer(a.flowing(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		late = w
		_, _ = io.WriteString(w, "all")
	})))
	defer server.Close()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := server.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if text, err := io.ReadAll(response.Body); string(text) != "all" || err != nil {
		t.Fatalf("read %q, %v", text, err)
	}
	if _, err := io.WriteString(late, ": ping\n\n"); !errors.Is(err, net.ErrClosed) {
		t.Errorf("written late: %v", err)
	}
	late.(http.Flusher).Flush()
}
