package exchange

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// take lists the files of a request: those of its paths, and those that lie elsewhere than people know them.
func (all *inputs) take(ctx context.Context, request Request) error {
	if len(request.Paths) > 0 || len(request.Files) == 0 {
		if err := all.find(ctx, request.Paths); err != nil {
			return err
		}
	}
	if all.seen == nil {
		all.seen = map[string]bool{}
	}
	known := map[string]input{}
	among := func(name string) (io.ReadCloser, error) {
		one, is := known[name]
		if !is {
			return nil, fs.ErrNotExist
		}
		return one.open()
	}
	for _, file := range request.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		one, err := all.given(file)
		if err != nil {
			return err
		}
		one.among = among
		known[file.Name] = one
		all.add(file.Path, one)
	}
	return nil
}

// given is one file that lies elsewhere than people know it.
func (all *inputs) given(file File) (input, error) {
	info, err := os.Lstat(file.Path)
	if err != nil {
		return input{}, unreadable(file.Name, err)
	}
	if !info.Mode().IsRegular() {
		return input{}, record.Errorf(record.Position{File: file.Name}, "", "is no ordinary file")
	}
	root, err := os.OpenRoot(filepath.Dir(file.Path))
	if err != nil {
		return input{}, unreadable(file.Name, err)
	}
	all.roots = append(all.roots, root)
	return input{
		name: file.Name, match: file.Name, known: file.Name, root: root, path: filepath.Base(file.Path), size: info.Size(),
		named: !strings.Contains(file.Name, "/"),
	}, nil
}
