package desktop

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/asterism-qa/asterism/desktop/kept"
)

// Bridge is all that the page can ask of the window; every exported method of it is seen by JavaScript, so there are few. None
// gives a token away.
type Bridge struct{ w *window }

// State is what the page needs to know of the window.
type State struct {
	Now    kept.Workspace   `json:"now"`
	Demo   kept.Workspace   `json:"demo"`
	Recent []kept.Workspace `json:"recent"`
	// Address is a place that a link asked for before the page was there.
	Address string `json:"address"`
}

// State tells which workspace is open and which were. It hands the address of a link out once.
func (b *Bridge) State() State {
	c := b.w.choice
	return State{c.current(), kept.Workspace{Kind: kept.Local, Address: c.opener.Demo()}, c.folder.Recent(), b.w.takeAddress()}
}

// Open changes to a workspace.
func (b *Bridge) Open(kind, address string) error {
	return b.w.choice.open(b.w.context(), kept.Workspace{Kind: kind, Address: address})
}

// Connect changes to a team server and keeps the access token. It is true when the token lies in the keyring, false when it lies in
// a file that only this user can read.
func (b *Bridge) Connect(typed, token string) (bool, error) {
	at, err := serverAddress(typed)
	if err != nil {
		return false, err
	}
	safe := true
	if token != "" {
		if safe, err = b.w.choice.folder.Secrets().Keep(at.String(), token); err != nil {
			return safe, err
		}
	}
	return safe, b.Open(kept.Server, at.String())
}

// Forget takes a workspace off the list of recent ones.
func (b *Bridge) Forget(kind, address string) error {
	return b.w.choice.folder.Forget(kept.Workspace{Kind: kind, Address: address})
}

var workspaceFiles = []runtime.FileFilter{{DisplayName: "Asterism workspaces (*.db)", Pattern: "*.db"}}

// Choose asks for the file of a workspace, a new one or one that is there; "" when the person thought better of it.
func (b *Bridge) Choose(fresh bool) (string, error) {
	if fresh {
		return runtime.SaveFileDialog(b.w.context(), runtime.SaveDialogOptions{DefaultFilename: "workspace.db", Filters: workspaceFiles})
	}
	return runtime.OpenFileDialog(b.w.context(), runtime.OpenDialogOptions{Filters: workspaceFiles})
}

// Save asks where to put an export and writes it; false when the person thought better of it. The page names no folder.
func (b *Bridge) Save(name, content string) (bool, error) {
	if name == "" || name != filepath.Base(name) {
		return false, errors.New("an export has a plain name")
	}
	path, err := runtime.SaveFileDialog(b.w.context(), runtime.SaveDialogOptions{DefaultFilename: name})
	if err != nil || path == "" {
		return false, err
	}
	return true, os.WriteFile(path, []byte(content), 0o600)
}
