//go:build unix

package process_test

import (
	"io"
	"net/http"
	"path/filepath"
	"testing"

	"github.com/asterism-qa/asterism/internal/chaos/process"
)

// ready asks a server whether it can answer.
func ready(t *testing.T, s *process.Server) {
	t.Helper()
	request, err := http.NewRequestWithContext(soon(t), http.MethodGet, s.URL()+"/readyz", nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Do(request)
	if err != nil {
		t.Fatalf("%v; on standard error: %s", err, s.Life().Errors())
	}
	defer answer.Body.Close()
	if body, err := io.ReadAll(answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", answer.Status, body, err)
	}
}

func TestAServerThatWasKilledAnswersAgainInItsNextLife(t *testing.T) {
	s := process.Serve(t, "sqlite:"+filepath.Join(t.TempDir(), "workspace.db"))
	ready(t, s)
	before, first := s.URL(), s.Life()
	s.Kill()
	if answer, err := http.Get(before + "/readyz"); err == nil {
		_ = answer.Body.Close()
		t.Fatalf("one that was killed answers %s", answer.Status)
	}
	if err := s.Restart(soon(t)); err != nil {
		t.Fatal(err)
	}
	ready(t, s)
	if s.URL() != before || s.Life() == first {
		t.Errorf("it went from %s to %s", before, s.URL())
	}
	if err := s.Life().Stop(); err != nil {
		t.Fatal(err)
	}
	if err := s.Move(soon(t)); err != nil {
		t.Fatal(err)
	}
	ready(t, s)
	if s.URL() == before {
		t.Errorf("it is still at %s", before)
	}
}
