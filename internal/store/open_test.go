package store_test

import (
	"context"
	"database/sql"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestAnAddressThatNamesNoDatabaseIsRefusedInWords(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "notes.txt")
	if err := os.WriteFile(file, []byte(strings.Repeat("This is no database. ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		address string
		code    fault.Code
		says    string
	}{
		"nothing":                {"", fault.Invalid, "sqlite:PATH"},
		"bare path":              {"workspace.db", fault.Invalid, "sqlite:PATH"},
		"other database":         {"mysql://asterism:moonstone@db/asterism", fault.Invalid, `"mysql"`},
		"no path":                {"sqlite:", fault.Invalid, "path of a file"},
		"folder is a file":       {"sqlite:" + file + "/workspace.db", fault.Invalid, "folder"},
		"path is a folder":       {"sqlite:" + folder, fault.Unavailable, "may you write"},
		"file is no database":    {"sqlite:" + file, fault.Unavailable, "is it a database"},
		"port is no number":      {"postgres://asterism:moonstone@localhost:five/asterism", fault.Invalid, "not a valid"},
		"address is no address":  {"postgres://asterism:moon%stone@localhost/asterism", fault.Invalid, "not a valid"},
		"unknown setting":        {"postgres://asterism:moonstone@localhost/asterism?sslmode=sometimes", fault.Invalid, "behind its question mark"},
		"nobody listens":         {"postgres://asterism:moonstone@127.0.0.1:1/asterism", fault.Unavailable, "127.0.0.1:1"},
		"password as a setting":  {"postgres://127.0.0.1:1/asterism?user=asterism&password=moonstone", fault.Unavailable, "127.0.0.1:1"},
		"server speaks no words": {"postgres://asterism:moonstone@" + silent(t) + "/asterism?connect_timeout=1", fault.Unavailable, "does not answer"},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := store.Open(t.Context(), test.address)
			if err == nil {
				_ = s.Close()
				t.Fatal("it was opened")
			}
			if !fault.Is(err, test.code) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("the words do not help: %v", err)
			}
			for deeper := err; deeper != nil; deeper = causes(deeper) {
				if strings.Contains(deeper.Error(), "moonstone") || strings.Contains(deeper.Error(), "moon%stone") {
					t.Errorf("a password would be written down: %v", deeper)
				}
			}
		})
	}
}

// silent is a server that takes connections and never says a word.
func silent(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			if _, err := listener.Accept(); err != nil {
				return
			}
		}
	}()
	return listener.Addr().String()
}

func TestAFileInAFolderWithoutRightsIsRefusedInWords(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "locked")
	if err := os.Mkdir(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	bound := os.WriteFile(filepath.Join(folder, "probe"), nil, 0o600) != nil
	for _, path := range []string{"workspace.db", "below/workspace.db"} {
		s, err := store.Open(t.Context(), "sqlite:"+filepath.Join(folder, path))
		if err == nil {
			_ = s.Close()
		}
		switch {
		case !bound: // a superuser may write everywhere, so the folder must simply do
			if err != nil {
				t.Errorf("%s: %v", path, err)
			}
		case fault.Of(err) == nil:
			t.Errorf("%s: no words: %v", path, err)
		}
	}
}

func TestAnyFileNameMayHoldAWorkspace(t *testing.T) {
	t.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	t.Chdir(t.TempDir())
	for _, name := range []string{
		"plain.db", "two words.db", "what?.db", "part#1.db", "100%41.db", "工作区.db", "a&b=c;d.db", "it's \"quoted\".db",
		":memory:", "deep/er/工作 区?/x.db", "file:x.db",
	} {
		t.Run(name, func(t *testing.T) {
			s, err := store.Open(t.Context(), "sqlite:"+name)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if _, err := s.Migrate(t.Context()); err != nil {
				t.Fatal(err)
			}
			project := fill(t, s, "PAY")
			if s.Client.Project.GetX(system(t), project.ID).Key != "PAY" {
				t.Error("readers look into another file")
			}
			if _, err := s.MigrateFrom(t.Context(), further(t, "INSERT INTO nowhere VALUES (1);")); !fault.Is(err, fault.Unavailable) {
				t.Errorf("migrations look into another file: %v", err)
			}
			if _, err := os.Stat(name); err != nil {
				t.Errorf("the file has another name: %v", err)
			}
			left, err := filepath.Glob("*.before-*")
			if err != nil || len(left) != 0 {
				t.Errorf("a copy was left after it was put back: %v, %v", left, err)
			}
		})
	}
}

func TestTheDatabaseOfAnotherProgramIsLeftAlone(t *testing.T) {
	address := storetest.SQLiteAddress(t)
	other, err := sql.Open("asterism-sqlite", strings.TrimPrefix(address, "sqlite:"))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := other.ExecContext(t.Context(), "CREATE TABLE bookmarks (name text)"); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Migrate(t.Context()); !fault.Is(err, fault.Precondition) || !strings.Contains(err.Error(), "another program") {
		t.Errorf("it was taken over: %v", err)
	}
	var tables int
	if err := other.QueryRowContext(t.Context(), "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil || tables != 1 {
		t.Errorf("it now holds %d tables, %v", tables, err)
	}
}

func TestPostgresOpensWithAndWithoutTLSWords(t *testing.T) {
	address, err := url.Parse(storetest.PostgresAddress(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"", "sslmode=disable", "sslmode=prefer"} {
		address.RawQuery = query
		s, err := store.Open(context.Background(), address.String())
		if err != nil {
			t.Errorf("with %q: %v (because %v)", query, err, causes(err))
			continue
		}
		if err := s.Ping(t.Context()); err != nil {
			t.Error(err)
		}
		_ = s.Close()
	}
}
