package app

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
)

// Bounds of one upload for an import.
const (
	mostImportBytes = 100 << 20
	mostImportFiles = 1000
	mostNameBytes   = 1024
)

// errLarge is the cause of the fault when an upload has more than it may.
var errLarge = errors.New("too large an upload")

// receive takes the files of a request into a folder of their own, where they have numbers for names: what the sender calls them
// is only shown. The part "map" is a mapping file. On a refusal nothing is left.
func (s *staged) receive(r *http.Request, pace pace) (err error) {
	r.Body = struct {
		io.Reader
		io.Closer
	}{arriving{r.Body, pace}, r.Body}
	parts, err := r.MultipartReader()
	if err != nil {
		return fault.New(fault.Invalid, "send the files as multipart/form-data, each as a part called file").Because(err).At("file")
	}
	if s.folder, err = os.MkdirTemp("", "asterism-staged-*"); err != nil {
		return roomless(err)
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(s.folder)
		}
	}()
	shown := map[string]bool{}
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return broken(err)
		}
		if err := s.part(part, shown); err != nil {
			return err
		}
	}
	if len(s.files) == 0 {
		return fault.New(fault.Invalid, "there is no file in this upload; choose at least one").At("file")
	}
	return nil
}

func (s *staged) part(part *multipart.Part, shown map[string]bool) error {
	name, err := nameOf(part)
	if err != nil {
		return err
	}
	switch part.FormName() {
	case "map":
		s.mapFile = name
		s.mapping, err = mapping.Load(name, part)
		return err
	case "file":
	default:
		return fault.New(fault.Invalid, "a part of the upload is called file, or map when it is a mapping; this one is not").At("file")
	}
	if len(s.files) == mostImportFiles {
		return fault.New(fault.Invalid, "an import has at most %d files and this one has more; import them in several parts", mostImportFiles).
			Because(errLarge).At("file")
	}
	file := exchange.File{Name: once(name, shown), Path: filepath.Join(s.folder, strconv.Itoa(len(s.files)))}
	to, err := os.OpenFile(file.Path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return roomless(err)
	}
	from := &sender{Reader: io.LimitReader(part, mostImportBytes-s.bytes+1)}
	n, err := io.Copy(to, from)
	s.bytes += n
	switch err = errors.Join(err, to.Close()); {
	case from.err != nil:
		return broken(from.err)
	case err != nil:
		return roomless(err)
	case s.bytes > mostImportBytes:
		return fault.New(fault.Invalid, "the files of one import have at most %d MiB together; import them in several parts, or from the command line",
			mostImportBytes>>20).Because(errLarge).At("file")
	}
	s.files = append(s.files, file)
	return nil
}

// sender tells its own failures from those of the disk.
type sender struct {
	io.Reader
	err error
}

// Read implements io.Reader.
func (s *sender) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

// nameOf is how the sender calls a file, with the folder it came from. It names nothing on this machine.
func nameOf(part *multipart.Part) (string, error) {
	_, words, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	name := strings.ReplaceAll(words["filename"], `\`, "/")
	if err != nil || name == "" {
		return "", fault.New(fault.Invalid, "a file of the upload has no name").At("file")
	}
	switch name = path.Clean(name); {
	case len(name) > mostNameBytes, !utf8.ValidString(name), strings.ContainsFunc(name, unicode.IsControl), !filepath.IsLocal(name), name == ".",
		strings.Contains(name, ":"):
		return "", fault.New(fault.Invalid, "%q is no name of a file that can be shown; rename it", cut(name)).At("file")
	}
	return name, nil
}

func cut(name string) string {
	if len(name) <= 80 {
		return name
	}
	return strings.ToValidUTF8(name[:80], "") + "…"
}

// once tells files of the same name apart.
func once(name string, shown map[string]bool) string {
	different, end := name, path.Ext(name)
	for n := 2; shown[different]; n++ {
		different = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, end), n, end)
	}
	shown[different] = true
	return different
}

func broken(cause error) error {
	var refused *record.Error
	if errors.As(cause, &refused) {
		return cause
	}
	return fault.New(fault.Invalid, "the files did not arrive whole and nothing was kept of them; send them again").Because(cause).At("file")
}

func roomless(cause error) error {
	return fault.New(fault.StorageFull, "there is no room for the files while they wait: the operator frees some in the folder for temporary files").
		Because(cause)
}
