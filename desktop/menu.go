package desktop

import (
	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"
)

// command is one line of the menu: the id that the page runs, its English label and its key with Ctrl (Cmd on macOS).
type command struct{ id, under, label, key string }

// commands is the one list behind the native menu. Keys that the page or the web view take themselves (Ctrl+K, Ctrl+C) are not here.
var commands = []command{
	{"workspace.choose", "File", "Workspaces…", ""},
	{"workspace.new", "File", "New workspace…", "n"},
	{"workspace.open", "File", "Open workspace…", "o"},
	{"app.quit", "File", "Quit", "q"},
	{"go.back", "Go", "Back", "["},
	{"go.forward", "Go", "Forward", "]"},
	{"go.projects", "Go", "Projects", "0"},
	{"view.reload", "View", "Reload", "r"},
	{"help.keys", "Help", "Keys", "/"},
}

// nativeMenu draws the list; run is given the id of what was chosen.
func nativeMenu(run func(id string)) *menu.Menu {
	whole, under := menu.NewMenu(), map[string]*menu.Menu{}
	for _, c := range commands {
		if under[c.under] == nil {
			under[c.under] = whole.AddSubmenu(c.under)
			if c.under == "File" { // Cut, copy and paste come right behind it, with the roles that each platform has.
				whole.Append(menu.EditMenu())
			}
		}
		var key *keys.Accelerator
		if c.key != "" {
			key = keys.CmdOrCtrl(c.key)
		}
		under[c.under].AddText(c.label, key, func(*menu.CallbackData) { run(c.id) })
	}
	return whole
}
