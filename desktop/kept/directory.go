package kept

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
)

// Directory is where the files lie.
type Directory struct {
	path string
	mu   *sync.Mutex
}

// In keeps everything in a folder, which need not be there yet.
func In(path string) Directory { return Directory{path, &sync.Mutex{}} }

// Usual is the folder in the user's settings.
func Usual() Directory {
	base, err := os.UserConfigDir()
	if err != nil { // A user without a home keeps things until the machine starts again.
		base = os.TempDir()
	}
	return In(filepath.Join(base, "asterism"))
}

// read fills into from a file; a missing or damaged one leaves it as it is.
func read[T any](f Directory, name string, otherwise T) T {
	content, err := os.ReadFile(filepath.Join(f.path, name))
	if err != nil {
		return otherwise
	}
	var into T
	if json.Unmarshal(content, &into) != nil {
		return otherwise
	}
	return into
}

// write replaces a file as a whole, readable by its owner only: a reader sees the old content or the new, never half of one.
func (f Directory) write(name string, what any) error {
	content, err := json.MarshalIndent(what, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.path, 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(f.path, name+".*") // 0600 by itself
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(file.Name(), filepath.Join(f.path, name))
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}
