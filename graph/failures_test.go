package graph_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	entgo "entgo.io/ent"

	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/graph/guard"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// logged collects the log of a test.
func logged(t *testing.T) *bytes.Buffer {
	log := &bytes.Buffer{}
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(log, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })
	return log
}

func TestAPanicBecomesAReferenceAndTheServerGoesOn(t *testing.T) {
	log := logged(t)
	api := graph.Handler(&graph.Resolver{Version: "broken"}, guard.DefaultLimits) // has nothing to read from
	ask := func(document string) *httptest.ResponseRecorder {
		answer := httptest.NewRecorder()
		request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(`{"query":"`+document+`"}`))
		request.Header.Set("Content-Type", "application/json")
		api.ServeHTTP(answer, request)
		return answer
	}
	for range 2 {
		got := ask(`{ projects { nodes { key } } }`)
		if text := got.Body.String(); got.Code != http.StatusOK || !strings.Contains(text, `"code":"INTERNAL"`) || !strings.Contains(text, "reference") || leaks.MatchString(text) {
			t.Fatalf("status %d: %s", got.Code, text)
		}
	}
	if !strings.Contains(log.String(), "resolvers.go") {
		t.Errorf("the log does not say where it happened: %s", log)
	}
	if got := ask(`{ version }`); !strings.Contains(got.Body.String(), "broken") {
		t.Fatalf("the server did not go on: %s", got.Body)
	}
}

// A field of fifty siblings is one statement. When it fails the operator reads of it once.
func TestAFailedStatementIsLoggedOnceAndShownUnderOneReference(t *testing.T) {
	for name, fail := range map[string]func() error{
		"an error": func() error { return errors.New("pq: relation of " + secret + " is broken") },
		"a panic":  func() error { panic("pq: relation of " + secret + " is broken") },
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, db *store.Store) {
				s := graphtest.New(t, db)
				populate(s, "PAY", 50)
				db.Client.TestCase.Intercept(entgo.InterceptFunc(func(entgo.Querier) entgo.Querier {
					return entgo.QuerierFunc(func(context.Context, entgo.Query) (entgo.Value, error) { return nil, fail() })
				}))
				log := logged(t)
				got := s.Ask(`{ project(key: "PAY") { requirements(first: 50) { nodes { key testCases { nodes { key } } } } } }`, nil)
				if len(got.Errors) == 0 || len(got.Errors) > 10 || leaks.Match(got.Raw) {
					t.Fatalf("got %s", got.Raw)
				}
				first := got.Errors[0].Extensions["reference"]
				for _, one := range got.Errors {
					if one.Extensions["code"] != "INTERNAL" || one.Extensions["reference"] != first || first == nil {
						t.Fatalf("got %v", one)
					}
				}
				if lines := strings.Count(log.String(), "a request failed"); lines != 1 {
					t.Errorf("logged %d times", lines)
				}
				if !strings.Contains(log.String(), secret) || !strings.Contains(log.String(), first.(string)) {
					t.Errorf("the log lacks the cause or the reference: %s", log)
				}
			})
		})
	}
}

// A client that goes away in the middle is no incident, whatever words the driver has for it.
func TestACancelledQuestionIsNotLogged(t *testing.T) {
	s := graphtest.New(t, storetest.SQLite(t))
	populate(s, "PAY", 1)
	ctx, cancel := context.WithCancel(context.Background())
	s.Store.Client.Requirement.Intercept(entgo.InterceptFunc(func(entgo.Querier) entgo.Querier {
		return entgo.QuerierFunc(func(context.Context, entgo.Query) (entgo.Value, error) {
			cancel()
			return nil, errors.New("pq: canceling statement due to user request")
		})
	}))
	log := logged(t)
	request := question(`{ project(key: "PAY") { requirements { nodes { key } } } }`, nil)()
	got := s.Send(request.WithContext(ctx))
	if len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != "CANCELLED" || log.Len() > 0 {
		t.Fatalf("got %s and logged %q", got.Raw, log)
	}
}
