//go:build unix

package suite_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/asterism-qa/asterism/internal/chaos/cluster"
	"github.com/asterism-qa/asterism/internal/chaos/process"
)

func TestAfterAFileIsRestoredFromACopyOldCursorsAreRefused(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite:"+filepath.Join(t.TempDir(), "chaos.db"), 1, "PAY")
	s.add(t, 2)
	end(t, s.servers[0])
	path := strings.TrimPrefix(s.database, "sqlite:")
	backup := path + ".backup"
	duplicate(t, path, backup)
	restart(t, s.servers[0])
	lost := s.add(t, 2) // of which the copy knows nothing
	end(t, s.servers[0])
	duplicate(t, backup, path)
	if _, err := s.run(soon(t), "feed", "renew"); err != nil {
		t.Fatal(err)
	}
	restart(t, s.servers[0])
	now := s.add(t, 2)
	if now.seqs["PAY"] < lost.seqs["PAY"] {
		t.Fatalf("the restored workspace stands at %d, the old one stood at %d", now.seqs["PAY"], lost.seqs["PAY"])
	}
	otherHistory(t, s.servers[0], lost.cursor)
	onwards(t, s, now)
}

func TestAServerThatFindsItsDatabaseElsewhereBeginsANewHistory(t *testing.T) {
	t.Parallel()
	c := cluster.Start(t)
	s := open(t, named(t, c.Address(), "origin"), 0)
	execute(t, c.Address(), "CREATE DATABASE origin")
	if _, err := s.run(soon(t), "project", "create", "PAY", "--name", "Payments"); err != nil {
		t.Fatal(err)
	}
	s.servers = append(s.servers, process.Serve(t, s.database))
	s.add(t, 2)
	end(t, s.servers[0])
	execute(t, c.Address(), "CREATE DATABASE restored TEMPLATE origin")
	restart(t, s.servers[0])
	old := s.add(t, 2)
	end(t, s.servers[0])

	s.database = named(t, c.Address(), "restored")
	s.servers = []*process.Server{process.Serve(t, s.database)}
	now := s.add(t, 3)
	otherHistory(t, s.servers[0], old.cursor)
	onwards(t, s, now)
	restart(t, s.servers[0]) // where it is known now
	onwards(t, s, now)
}

// onwards goes on from a cursor of the present history.
func onwards(t *testing.T, s *site, from standing) {
	t.Helper()
	stream := listen(t, s.url(0), events, from.cursor)
	stream.reach(soon(t), t, from.seqs["PAY"], s.add(t, 1).seqs["PAY"])
}

// end lets a server stop as an operator does.
func end(t *testing.T, server *process.Server) {
	t.Helper()
	life := server.Life()
	if err := life.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := life.Wait(soon(t)); err != nil {
		t.Fatalf("the server did not end well: %v; %s", err, life.Errors())
	}
}

func restart(t *testing.T, server *process.Server) {
	t.Helper()
	if err := server.Restart(soon(t)); err != nil {
		t.Fatal(err)
	}
}

// duplicate makes one file, of a workspace that nobody has open, the same as another.
func duplicate(t *testing.T, from, to string) {
	t.Helper()
	for _, rest := range []string{"-wal", "-shm"} {
		if _, err := os.Stat(from + rest); err == nil {
			t.Fatalf("%s%s was left behind: the copy is not whole", from, rest)
		}
	}
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
