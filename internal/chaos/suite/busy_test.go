//go:build unix

package suite_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"testing"
	"time"
)

// crowd is many more questions at once than a server has connections to its database.
const crowd = 200

const slowQuestion = `query { project(key: "PAY") { requirements { totalCount } } }`

func TestAServerWhoseConnectionsAreAllTakenSaysSoAndGoesOnWithTheFeed(t *testing.T) {
	t.Parallel()
	s := replicas(t)
	at := s.at(t)
	stream := listen(t, s.url(0), socket, at.cursor)
	stream.begins(t)
	blocker := hold(t, s.database, "BEGIN", "LOCK TABLE requirements IN ACCESS EXCLUSIVE MODE")
	answers := make(chan error, crowd)
	for range crowd {
		go func() {
			var data any
			answers <- s.post(soon(t), s.url(0), slowQuestion, nil, &data)
		}()
	}
	// The first to be refused is the sign that all connections are taken.
	busy(t, <-answers)
	for _, path := range []string{"/livez", "/readyz"} {
		healthy(t, s.url(0)+path)
	}
	var data any
	input := map[string]any{"project": "PAY", "title": "Found meanwhile"}
	if err := s.post(soon(t), s.url(1), reportDefect, map[string]any{"input": input}, &data); err != nil {
		t.Fatalf("a write by the other server: %v", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), quickly)
	defer cancel()
	stream.reach(ctx, t, at.seqs["PAY"], at.seqs["PAY"]+1)
	if _, err := blocker.ExecContext(soon(t), "COMMIT"); err != nil {
		t.Errorf("the lock was gone already: %v", err)
	}
	for range crowd - 1 {
		if err := <-answers; err != nil {
			busy(t, err)
		}
	}
	if err := s.post(soon(t), s.url(0), slowQuestion, nil, &data); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

// busy makes sure that somebody was told to come again.
func busy(t *testing.T, err error) {
	t.Helper()
	var refused *refusal
	if !errors.As(err, &refused) || !refused.isPassing() {
		t.Errorf("got %v, want UNAVAILABLE", err)
	}
}

// healthy makes sure that a server answers how it is, at once.
func healthy(t *testing.T, url string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Errorf("%v", err)
		return
	}
	defer response.Body.Close()
	if text, err := io.ReadAll(response.Body); response.StatusCode != http.StatusOK || err != nil {
		t.Errorf("%s: %s: %s, %v", url, response.Status, text, err)
	}
}
