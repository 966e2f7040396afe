//go:build unix

package suite_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/chaos/process"
)

func TestAStreamThatIsOpenWhenHistoryBeginsAnewSaysSoOnceAndEnds(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite:"+filepath.Join(t.TempDir(), "chaos.db"), 1, "PAY")
	body, err := json.Marshal(subscription(asked{Projects: []string{"PAY"}, After: s.at(t).cursor}))
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(soon(t), http.MethodPost, s.url(0)+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	ready, renewed := make(chan struct{}), make(chan error, 1)
	go func() {
		<-ready
		_, err := s.run(soon(t), "feed", "renew")
		renewed <- err
	}()
	var said []string
	err = lines(request, func(line []byte) error {
		text := string(line)
		switch {
		case strings.Contains(text, "READY"):
			close(ready)
		case strings.HasPrefix(text, "event: complete"):
			return io.EOF
		case strings.HasPrefix(text, "data: {"):
			said = append(said, text)
		}
		if len(said) > 10 {
			return errors.New("it does not end")
		}
		return nil
	})
	if !errors.Is(err, io.EOF) || len(said) != 1 || !strings.Contains(said[0], "CURSOR_OTHER_HISTORY") {
		t.Errorf("it said %d times %s and ended with %v", len(said), said, err)
	}
	if err := <-renewed; err != nil {
		t.Error(err)
	}
}

// otherHistory asks a server to go on from a cursor, which it must refuse since the workspace was restored.
func otherHistory(t *testing.T, server *process.Server, cursor string) {
	t.Helper()
	for name, follow := range map[string]transport{"events": events, "socket": socket, "poll": poll} {
		var refused *refusal
		err := follow(soon(t), asked{URL: server.URL(), Projects: []string{"PAY"}, After: cursor}, func(message) {})
		if !errors.As(err, &refused) || refused.Code != "CURSOR_OTHER_HISTORY" {
			t.Errorf("%s: %v, want CURSOR_OTHER_HISTORY", name, err)
		}
	}
}
