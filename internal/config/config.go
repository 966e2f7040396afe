package config

import (
	"os"
	"path/filepath"
	"runtime"
)

// Config is everything that the program needs to know before it opens a workspace.
type Config struct {
	// Database is the address of the workspace: sqlite:PATH or postgres://….
	Database string
	// Budget and MaxPage change the limits of one question, for measurements; 0 keeps the usual ones.
	Budget, MaxPage int
	// Version of the program, shown to clients.
	Version string
}

// DefaultDatabase is the workspace of somebody who names none: one SQLite file in the user's data folder.
func DefaultDatabase() string { return "sqlite:" + filepath.Join(DataFolder(), "workspace.db") }

// DataFolder is where the platform keeps a program's data for this user.
func DataFolder() string {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		if folder, err := os.UserConfigDir(); err == nil {
			return filepath.Join(folder, "Asterism")
		}
	}
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return filepath.Join(folder, "asterism")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "asterism-data" // beside the working folder, for a user without a home
	}
	return filepath.Join(home, ".local", "share", "asterism")
}
