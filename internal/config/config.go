package config

import (
	"net/netip"
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
	// Callable are networks inside which webhooks may be sent, for example 10.0.0.0/8; without any only to the outside.
	Callable []netip.Prefix
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
