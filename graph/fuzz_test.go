package graph_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// FuzzPost promises that no body makes the server fail, fall silent or answer anything but JSON.
func FuzzPost(f *testing.F) {
	for _, group := range [][]attack{bodies(), documents(), pages(), values()} {
		for _, a := range group {
			text, err := io.ReadAll(a.send().Body)
			if err != nil {
				f.Fatal(err)
			}
			if len(text) < 4<<10 {
				f.Add(text)
			}
		}
	}
	s := graphtest.New(f, storetest.SQLite(f))
	populate(s, "PAY", 2)
	f.Fuzz(func(t *testing.T, text []byte) {
		one := *s
		one.T = t // what is not JSON fails this very input
		got := one.Post(strings.NewReader(string(text)))
		if got.Status >= http.StatusInternalServerError {
			t.Fatalf("status %d: %s", got.Status, got.Raw)
		}
		for _, found := range got.Errors {
			if code := found.Extensions["code"]; code == "INTERNAL" || code == nil {
				t.Fatalf("the code is %v: %s", code, got.Raw)
			}
		}
		if len(got.Errors) == 0 && got.Data == nil {
			t.Fatalf("neither data nor errors: %s", got.Raw)
		}
	})
}
