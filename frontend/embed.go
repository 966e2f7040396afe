package frontend

import (
	"embed"
	"io/fs"
)

// The all: prefix takes .gitkeep in, so that a fresh clone compiles before the page was ever built.
//
//go:embed all:dist
var embedded embed.FS

// Dist returns the built page as a file system with index.html at its root. In a clone where nobody ran `make frontend` yet it
// holds no page, and Handler says so to whoever asks for one.
func Dist() fs.FS {
	dist, err := fs.Sub(embedded, "dist")
	if err != nil { // Only an invalid name can fail, and this one is a constant.
		return embedded
	}
	return dist
}
