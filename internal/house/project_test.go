package house_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// root is the project's folder as seen from this package.
var root = filepath.Join("..", "..")

// file is one file of the project: its path from the root with slashes, and its text.
type file struct {
	path string
	text []byte
}

// isGenerated tells whether a machine wrote the file.
func (f file) isGenerated() bool {
	return strings.Contains("/"+f.path, "/gen/") || f.path == "graph/schema/ent.graphqls"
}

// isGo tells whether the file is Go code.
func (f file) isGo() bool { return path.Ext(f.path) == ".go" }

// lineOf gives the line, counted from 1, of an offset into the text.
func (f file) lineOf(offset int) int { return 1 + bytes.Count(f.text[:offset], []byte("\n")) }

// parse reads a Go file's syntax.
func (f file) parse(t *testing.T) (*token.FileSet, *ast.File) {
	t.Helper()
	set := token.NewFileSet()
	syntax, err := parser.ParseFile(set, f.path, f.text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("read %s: %v", f.path, err)
	}
	return set, syntax
}

// textFiles gives every text file that git does not ignore. It walks instead of asking git, so that the test cache
// notices a new file.
func textFiles(t *testing.T) []file {
	t.Helper()
	isIgnored := ignored(t)
	var files []file
	err := filepath.WalkDir(root, func(name string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative := filepath.ToSlash(strings.TrimPrefix(name, root+string(filepath.Separator)))
		if entry.IsDir() {
			if entry.Name() == ".git" || isIgnored(relative, true) {
				return filepath.SkipDir
			}
			return nil
		}
		if !entry.Type().IsRegular() || isIgnored(relative, false) {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if head := text[:min(len(text), 8000)]; !bytes.Contains(head, []byte{0}) {
			files = append(files, file{relative, text})
		}
		return nil
	})
	if err != nil {
		t.Fatalf("walk the project: %v", err)
	}
	if len(files) < 20 {
		t.Fatalf("only %d files found: the walk no longer starts at the project's root", len(files))
	}
	return files
}

// goFiles gives the Go files that people write.
func goFiles(t *testing.T) []file {
	t.Helper()
	var files []file
	for _, f := range textFiles(t) {
		if f.isGo() && !f.isGenerated() {
			files = append(files, f)
		}
	}
	return files
}

// ignored understands the simple lines that our .gitignore holds: a name or a path from the root, with * inside, a
// slash at the end for folders. Lines with an exclamation mark only bring back empty place holders.
func ignored(t *testing.T) func(relative string, isDir bool) bool {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		t.Fatalf("read what git ignores: %v", err)
	}
	lines := strings.Fields(stripComments(string(text)))
	return func(relative string, isDir bool) bool {
		for _, line := range lines {
			if strings.HasPrefix(line, "!") || strings.HasSuffix(line, "/") && !isDir {
				continue
			}
			pattern, name := strings.TrimSuffix(line, "/"), path.Base(relative)
			if strings.HasPrefix(pattern, "/") {
				pattern, name = pattern[1:], relative
			}
			if ok, err := path.Match(pattern, name); ok && err == nil {
				return true
			}
		}
		return false
	}
}

// stripComments removes the lines that begin with #.
func stripComments(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}
