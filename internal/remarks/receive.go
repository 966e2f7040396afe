package remarks

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/asterism-qa/asterism/internal/fault"
)

// Limits of a file.
const (
	// MaxFile is the most bytes that a file may have.
	MaxFile = 100 << 20
	// PieceSize is how many bytes of a file lie in one row, and in memory at once.
	PieceSize = 256 << 10
)

// ErrTooLarge is the cause of the fault when a file is larger than MaxFile.
var ErrTooLarge = errors.New("file too large")

// Content is a file that has arrived and waits, in a temporary file, to be stored. It can be stored any number of times,
// since a transaction may have to be tried again; a slow sender holds up no other writer.
type Content struct {
	// Size is its number of bytes, Hash the SHA-256 of them in hexadecimal.
	Size int64
	Hash string
	// MediaType is what the content is, told by itself.
	MediaType string

	file *os.File
}

// Receive takes a file from its sender and looks at it; the caller closes the content. When the sender goes away before
// the end, or the file may not be kept, nothing remains of it.
func Receive(sender io.Reader) (*Content, error) {
	file, err := os.CreateTemp("", "asterism-upload-*")
	if err != nil {
		return nil, noRoom(err)
	}
	c := &Content{file: file}
	if err := c.take(sender); err != nil {
		_ = c.Close()
		return nil, err
	}
	return c, nil
}

func (c *Content) take(sender io.Reader) (err error) {
	from, sum := &source{Reader: io.LimitReader(sender, MaxFile+1)}, sha256.New()
	c.Size, err = io.CopyBuffer(struct{ io.Writer }{io.MultiWriter(c.file, sum)}, from, make([]byte, PieceSize))
	switch {
	case from.err != nil:
		return fault.New(fault.Invalid, "the file did not arrive whole and was not stored; send it again").Because(from.err).At("file")
	case err != nil:
		return noRoom(err)
	case c.Size > MaxFile:
		return TooLarge()
	case c.Size == 0:
		return fault.New(fault.Invalid, "the file is empty; choose one that says something").At("file")
	}
	c.Hash = hex.EncodeToString(sum.Sum(nil))
	head := make([]byte, min(sniffed, c.Size))
	if _, err := c.file.ReadAt(head, 0); err != nil {
		return fmt.Errorf("look at a file that arrived: %w", err)
	}
	c.MediaType, err = mediaType(head)
	return err
}

// TooLarge is what is told about a file that has more than MaxFile bytes.
func TooLarge() error {
	return fault.New(fault.Invalid, "a file has at most %d MiB and this one has more; make it smaller, or attach the part that matters", MaxFile>>20).
		Because(ErrTooLarge).At("file")
}

// Close throws the temporary file away.
func (c *Content) Close() error {
	return errors.Join(c.file.Close(), os.Remove(c.file.Name()))
}

// source remembers that it was the sender who failed.
type source struct {
	io.Reader
	err error
}

// Read implements io.Reader.
func (s *source) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	if err != nil && err != io.EOF { // exactly the end: anything around it is a failure
		s.err = err
	}
	return n, err
}

func noRoom(cause error) error {
	return fault.New(fault.StorageFull, "there is no room for the file while it arrives: the operator frees some in the folder for temporary files").
		Because(cause)
}
