package kept

import "slices"

// The kinds of workspaces.
const (
	Local  = "local"
	Server = "server"
)

// Workspace is one that was opened: a file of this machine or a team server.
type Workspace struct {
	Kind string `json:"kind"`
	// Address is the path of the file or the URL of the server.
	Address string `json:"address"`
}

const (
	recentFile = "recent.json"
	mostRecent = 10
)

// Recent are the workspaces opened before, the last one first.
func (f Directory) Recent() []Workspace {
	listed := read(f, recentFile, []Workspace{})
	listed = slices.DeleteFunc(listed, func(w Workspace) bool { return (w.Kind != Local && w.Kind != Server) || w.Address == "" })
	return listed[:min(len(listed), mostRecent)]
}

// Opened puts a workspace at the head of the list.
func (f Directory) Opened(opened Workspace) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	others := slices.DeleteFunc(f.Recent(), func(w Workspace) bool { return w == opened })
	listed := append([]Workspace{opened}, others...)
	return f.write(recentFile, listed[:min(len(listed), mostRecent)])
}

// Forget takes a workspace off the list; the workspace itself stays.
func (f Directory) Forget(gone Workspace) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.write(recentFile, slices.DeleteFunc(f.Recent(), func(w Workspace) bool { return w == gone }))
}
