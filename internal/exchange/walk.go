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
	name  string   // for people, with forward slashes: as given, or as it can be reached from where they are
	match string   // that patterns of a mapping are compared with
	known string   // that does not depend on where people are
	root  *os.Root // nothing outside is opened
	path  string   // inside the root
	size  int64
	named bool // by a person, and not merely found in a folder
	// among opens a file by the name that people know, where the root does not show those names; nil where it does
	among func(name string) (io.ReadCloser, error)
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
	if i.among != nil {
		return i.among(path.Join(path.Dir(i.name), name))
	}
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
	skip  string // the file that is passed over when it lies in a folder
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
			return unreadable(clean(given), err)
		}
		info, err := os.Stat(resolved)
		switch {
		case err != nil:
			return unreadable(clean(given), err)
		case info.IsDir():
			err = all.folder(ctx, resolved, reachable(given, name), name)
		case info.Mode().IsRegular():
			err = all.file(resolved, clean(given), name, info.Size())
		default:
			err = record.Errorf(record.Position{File: clean(given)}, "", "is neither a file nor a folder")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// clean is a path as it was given, with forward slashes and without detours.
func clean(given string) string { return filepath.ToSlash(filepath.Clean(given)) }

// reachable is how the files of a folder are shown: by the path that was given while it leads down from where people are,
// and otherwise by the name of the folder.
func reachable(given, name string) string {
	if shown := clean(given); filepath.IsLocal(given) {
		return shown
	}
	return name
}

func (all *inputs) file(resolved, shown, name string, size int64) error {
	root, err := os.OpenRoot(filepath.Dir(resolved))
	if err != nil {
		return unreadable(shown, err)
	}
	all.roots = append(all.roots, root)
	all.add(resolved, input{name: shown, match: shown, known: name, root: root, path: filepath.Base(resolved), size: size, named: true})
	return nil
}

func (all *inputs) folder(ctx context.Context, resolved, given, name string) error {
	root, err := os.OpenRoot(resolved)
	if err != nil {
		return unreadable(given, err)
	}
	all.roots = append(all.roots, root)
	return fs.WalkDir(root.FS(), ".", func(inside string, entry fs.DirEntry, err error) error {
		shown, match := path.Join(given, inside), path.Join(name, inside)
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
		if found := filepath.Join(resolved, filepath.FromSlash(inside)); found != all.skip {
			all.add(found, input{name: shown, match: match, known: match, root: root, path: inside, size: info.Size()})
		}
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
