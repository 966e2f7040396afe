package graph_test

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"runtime"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// attack is a request that an attacker or a broken client sends, and the code of the error that it gets.
type attack struct {
	name string
	send func() *http.Request
	code string // empty: the request is answered
}

// maxMemory is how many MiB a hostile request may make the server allocate in all.
const maxMemory = 48

// secret stands in requests that are refused; it must not come back.
const secret = "hunter2-canary"

// leaks are the words that no answer to a refused request may hold: those of databases, of Go and of our own inside.
var leaks = regexp.MustCompile(`(?i)\b(sql|sqlite|pq|syntax error|select|insert|where clause|deleted_at|project_id|test_cases|trace_links|panic|goroutine|runtime|msgpack|strconv|gqlgen|ent:|\.go)\b|` + secret)

func TestHostileRequestsAreRefusedInWords(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		populate(s, "PAY", 2)
		for _, group := range [][]attack{bodies(), documents(), pages(), values(), methods(), verbs()} {
			for _, a := range group {
				t.Run(a.name, func(t *testing.T) { refused(t, s, a) })
			}
		}
		if got := s.Ask(`{ version }`, nil); len(got.Errors) > 0 {
			t.Fatalf("afterwards the server is not well: %s", got.Raw)
		}
	})
}

// refused sends an attack and looks at the answer as an attacker does.
func refused(t *testing.T, s *graphtest.Server, a attack) {
	t.Helper()
	s.T = t
	request := a.send()
	ctx, cancel := context.WithTimeout(request.Context(), 10*time.Second) // a net for what hangs, no promise about speed
	defer cancel()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := s.Send(request.WithContext(ctx))
	runtime.ReadMemStats(&after)
	if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > maxMemory {
		t.Errorf("the request took %d MiB of memory", took)
	}
	if got.Status >= 500 {
		t.Errorf("status %d: %s", got.Status, got.Raw)
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		t.Error("the answer took ten seconds")
	}
	if len(got.Errors) > 10 || len(got.Raw) > 64<<10 && a.code != "" {
		t.Errorf("%d errors in an answer of %d bytes", len(got.Errors), len(got.Raw))
	}
	if a.code == "" {
		if len(got.Errors) > 0 {
			t.Errorf("refused: %.500s", got.Raw)
		}
		return
	}
	if len(got.Errors) == 0 {
		t.Fatalf("answered, not refused with %s: %.500s", a.code, got.Raw)
	}
	for _, one := range got.Errors {
		if one.Extensions["code"] != a.code {
			t.Errorf("code %v, not %s: %.300s", one.Extensions["code"], a.code, one.Message)
		}
		if len(one.Message) < 12 {
			t.Errorf("the message says nothing: %q", one.Message)
		}
	}
	if found := leaks.Find(got.Raw); found != nil {
		t.Errorf("the answer tells %q: %.500s", found, got.Raw)
	}
}
