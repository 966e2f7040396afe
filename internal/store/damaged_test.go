package store_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// damaged opens a filled workspace whose file was damaged behind its back: the header, or everything behind the first
// page, which says where all tables are.
func damaged(t *testing.T, damage func(header, rest []byte)) *store.Store {
	t.Helper()
	t.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	address := storetest.SQLiteAddress(t)
	open := func() *store.Store {
		s, err := store.Open(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := open()
	if _, err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	fill(t, s, "PAY")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open() // which looks at the header, while a reader begins later
	t.Cleanup(func() { _ = s.Close() })
	path := strings.TrimPrefix(address, "sqlite:")
	bytes, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	damage(bytes[:16], bytes[4096:])
	if err := os.WriteFile(path, bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestConditionsOfPostgreSQLAreToldApart(t *testing.T) {
	for code, want := range map[pqerror.Code]fault.Code{
		"08000": fault.Unavailable, "08006": fault.Unavailable, "57P01": fault.Unavailable, "57P02": fault.Unavailable,
		"57P03": fault.Unavailable, "53300": fault.Unavailable, "25P03": fault.Unavailable,
		"57014": "TIMEOUT",
		"23505": "", "42601": "", "53200": "", "57000": "", "": "",
	} {
		given := &pq.Error{Code: code}
		err := store.Understand(t.Context(), given)
		var got fault.Code
		if found := fault.Of(err); found != nil {
			got = found.Code
		}
		if got != want || !errors.Is(err, given) {
			t.Errorf("%s became %q: %v", code, got, err)
		}
	}
}
