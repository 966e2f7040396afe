package exchange

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
)

// input is one file of the import.
type input struct {
	name  string   // for people: from the folder that holds the given path, with forward slashes
	root  *os.Root // nothing outside is opened
	path  string   // inside the root
	size  int64
	named bool // by a person, and not merely found in a folder
}

// open opens the file itself.
func (i input) open() (*os.File, error) {
	file, err := i.root.Open(filepath.FromSlash(i.path))
	if err != nil {
		return nil, unreadable(i.name, err)
	}
	return file, nil
}

// sibling opens a file that is named relative to this one, inside the same root.
func (i input) sibling(name string) (io.ReadCloser, error) {
	file, err := i.root.Open(filepath.FromSlash(path.Join(path.Dir(i.path), name)))
	if err != nil {
		return nil, fs.ErrNotExist
	}
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		_ = file.Close()
		return nil, fs.ErrNotExist
	}
	return file, nil
}

func unreadable(name string, err error) error {
	why := "it cannot be read"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = "there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		why = "the permission to read it is missing"
	}
	return record.Errorf(record.Position{File: name}, "", "%s", why)
}

// inputs are the files of an import, and the folders that must be closed again.
type inputs struct {
	files []input
	roots []*os.Root
	seen  map[string]bool
	warn  func(record.Warning)
}

func (all *inputs) close() {
	for _, root := range all.roots {
		_ = root.Close()
	}
}

// find lists the files of all paths: those of a folder in sorted order, without hidden ones and symbolic links.
func (all *inputs) find(ctx context.Context, paths []string) error {
	if len(paths) == 0 {
		return fault.New(fault.Invalid, "name at least one file or folder to import").At("paths")
	}
	all.seen = map[string]bool{}
	for _, given := range paths {
		absolute, err := filepath.Abs(given)
		if err != nil {
			return unreadable(given, err)
		}
		name := filepath.Base(absolute)
		resolved, err := filepath.EvalSymlinks(absolute)
		if err != nil {
			return unreadable(filepath.ToSlash(given), err)
		}
		info, err := os.Stat(resolved)
		switch {
		case err != nil:
			return unreadable(filepath.ToSlash(given), err)
		case info.IsDir():
			err = all.folder(ctx, resolved, name)
		case info.Mode().IsRegular():
			err = all.file(resolved, name, info.Size())
		default:
			err = record.Errorf(record.Position{File: name}, "", "is neither a file nor a folder")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (all *inputs) file(resolved, name string, size int64) error {
	root, err := os.OpenRoot(filepath.Dir(resolved))
	if err != nil {
		return unreadable(name, err)
	}
	all.roots = append(all.roots, root)
	all.add(resolved, input{name: name, root: root, path: filepath.Base(resolved), size: size, named: true})
	return nil
}

func (all *inputs) folder(ctx context.Context, resolved, name string) error {
	root, err := os.OpenRoot(resolved)
	if err != nil {
		return unreadable(name, err)
	}
	all.roots = append(all.roots, root)
	return fs.WalkDir(root.FS(), ".", func(inside string, entry fs.DirEntry, err error) error {
		shown := path.Join(name, inside)
		switch {
		case err != nil:
			return unreadable(shown, err)
		case ctx.Err() != nil:
			return ctx.Err()
		case inside == ".":
			return nil
		case strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		case !entry.Type().IsRegular():
			all.warn(record.Warning{File: shown, Message: "is a symbolic link or no ordinary file; skipped"})
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return unreadable(shown, err)
		}
		all.add(filepath.Join(resolved, filepath.FromSlash(inside)), input{name: shown, root: root, path: inside, size: info.Size()})
		return nil
	})
}

// add takes a file once, whatever paths lead to it.
func (all *inputs) add(resolved string, one input) {
	if all.seen[resolved] {
		all.warn(record.Warning{File: one.name, Message: "is named twice; read once"})
		return
	}
	all.seen[resolved] = true
	all.files = append(all.files, one)
}
