package kept

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

func TestRecentWorkspacesComeBackTheLastFirst(t *testing.T) {
	f := In(filepath.Join(t.TempDir(), "new"))
	for _, address := range []string{"/a.db", "/b.db", "/a.db"} {
		if err := f.Opened(Workspace{Local, address}); err != nil {
			t.Fatal(err)
		}
	}
	got := In(f.path).Recent()
	if len(got) != 2 || got[0].Address != "/a.db" || got[1].Address != "/b.db" {
		t.Errorf("recent: %v", got)
	}
	if err := f.Forget(Workspace{Local, "/a.db"}); err != nil || len(f.Recent()) != 1 {
		t.Errorf("after forgetting: %v %v", f.Recent(), err)
	}
}

func TestTheListOfWorkspacesStaysShort(t *testing.T) {
	f := In(t.TempDir())
	for i := range mostRecent + 3 {
		if err := f.Opened(Workspace{Local, strconv.Itoa(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if got := f.Recent(); len(got) != mostRecent {
		t.Errorf("%d are listed", len(got))
	}
}

func TestDamageIsSurvived(t *testing.T) {
	for _, damage := range []string{"", "{", "null", `{"x":1}`, `[{"kind":"shell","address":"/x"},{"kind":"local"}]`} {
		f := In(t.TempDir())
		for _, name := range []string{recentFile, placeFile, tokensFile} {
			if err := os.WriteFile(filepath.Join(f.path, name), []byte(damage), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if got := f.Recent(); len(got) != 0 {
			t.Errorf("%q: recent %v", damage, got)
		}
		if p := f.Place(); p.Width != Width || p.Height != Height {
			t.Errorf("%q: place %v", damage, p)
		}
		if safe, err := (Secrets{f, broken{}, time.Minute}).Keep("https://a", "t"); safe || err != nil {
			t.Errorf("%q: keeping a token: %v", damage, err)
		}
		if err := f.Opened(Workspace{Local, "/a.db"}); err != nil || len(f.Recent()) != 1 {
			t.Errorf("%q: cannot be written again: %v", damage, err)
		}
	}
}

func TestAWindowNeverOpensOffTheScreen(t *testing.T) {
	p, fits := Place{X: 1900, Y: 10, Width: 1280, Height: 820}.On(1366, 768)
	if fits || p.Width > 1366 || p.Height > 768 {
		t.Errorf("%v on a small screen: %v", p, fits)
	}
	if _, fits := (Place{X: 10, Y: 10, Width: 800, Height: 600}).On(1366, 768); !fits {
		t.Error("a place on the screen must be taken again")
	}
}

type broken struct{}

func (broken) Set(string, string, string) error { return errors.New("no keyring") }

func (broken) Get(string, string) (string, error) { return "", errors.New("no keyring") }

type silent struct{ until chan struct{} }

func (s silent) Set(string, string, string) error { <-s.until; return nil }

func (s silent) Get(string, string) (string, error) { <-s.until; return "late", nil }

type working map[string]string

func (w working) Set(_, user, secret string) error { w[user] = secret; return nil }

func (w working) Get(_, user string) (string, error) { return w[user], nil }

func TestATokenIsKeptWhereItCanBe(t *testing.T) {
	forever := make(chan struct{})
	defer close(forever)
	for name, c := range map[string]struct {
		ring Ring
		safe bool
	}{"keyring": {working{}, true}, "none": {broken{}, false}, "a silent one": {silent{forever}, false}} {
		patience := time.Minute
		if name == "a silent one" {
			patience = time.Nanosecond
		}
		s := Secrets{In(t.TempDir()), c.ring, patience}
		safe, err := s.Keep("https://team", "secret")
		if err != nil || safe != c.safe || s.Token("https://team") != "secret" {
			t.Errorf("%s: safe %v, error %v, token %q", name, safe, err, s.Token("https://team"))
		}
		info, err := os.Stat(filepath.Join(s.folder.path, tokensFile))
		if safe != os.IsNotExist(err) || (!safe && info.Mode().Perm() != 0o600) {
			t.Errorf("%s: the file: %v %v", name, info, err)
		}
	}
}
