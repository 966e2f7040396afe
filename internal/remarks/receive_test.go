package remarks_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/remarks"
)

// temporary gives the test a folder of its own for temporary files, and checks at the end that nothing is left in it.
func temporary(t *testing.T) {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, folder)
	}
	t.Cleanup(func() {
		if left, err := os.ReadDir(folder); err != nil || len(left) != 0 {
			t.Errorf("temporary files are left: %v, %v", left, err)
		}
	})
}

// endless gives as many bytes as it is asked for.
type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

func TestTheContentTellsWhatItIs(t *testing.T) {
	temporary(t)
	utf16 := func(text string) string {
		b := []byte{0xff, 0xfe}
		for _, letter := range []byte(text) {
			b = append(b, letter, 0)
		}
		return string(b)
	}
	for content, want := range map[string]string{
		"\x89PNG\r\n\x1a\n\x00\x00": "image/png", "\xff\xd8\xff\xe0\x00": "image/jpeg", "GIF89a\x01\x00": "image/gif",
		"RIFF\x00\x00\x00\x00WEBPVP8 ": "image/webp", "%PDF-1.7\n": "application/pdf", "PK\x03\x04\x14\x00": "application/zip",
		"\x1f\x8b\x08\x00": "application/gzip", "\x1aE\xdf\xa3\x01\x00": "video/webm",
		"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom": "video/mp4",
		"a log\nof two lines":                              remarks.MediaText, `{"json": true}`: remarks.MediaText, "a;b\n1;2": remarks.MediaText, "é": remarks.MediaText,
		`<?xml version="1.0"?><testsuite/>`: remarks.MediaText, "icon:svg is missing": remarks.MediaText,
		"<!DOCTYPE html><script>alert(1)</script>": remarks.MediaHTML, " <HTML>": remarks.MediaHTML,
		"<svg xmlns=\"x\" onload=\"alert(1)\"/>": remarks.MediaSVG, "\ufeff<?xml version=\"1.0\"?>\n<!-- x --><x:SVG/>": remarks.MediaSVG,
		utf16("<svg onload='alert(1)'/>"): remarks.MediaSVG,
	} {
		got, err := remarks.Receive(iotest.OneByteReader(strings.NewReader(content)))
		if err != nil {
			t.Errorf("%.20q: %v", content, err)
			continue
		}
		if got.MediaType != want || got.Size != int64(len(content)) {
			t.Errorf("%.20q is %s of %d bytes", content, got.MediaType, got.Size)
		}
		if err := got.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestWhatIsNotKeptLeavesNothing(t *testing.T) {
	temporary(t)
	gone := errors.New("connection reset")
	for name, test := range map[string]struct {
		sender io.Reader
		cause  error
	}{
		"a program of Windows":      {strings.NewReader("MZ\x90\x00"), remarks.ErrMedia},
		"a program of Linux":        {strings.NewReader("\x7fELF\x02"), remarks.ErrMedia},
		"a program of macOS":        {strings.NewReader("\xcf\xfa\xed\xfe\x07"), remarks.ErrMedia},
		"a program of many systems": {strings.NewReader("\xca\xfe\xba\xbe\x00"), remarks.ErrMedia},
		"a script":                  {strings.NewReader("#!/bin/sh\n"), remarks.ErrMedia},
		"unknown bytes":             {bytes.NewReader([]byte{0, 1, 2, 3}), remarks.ErrMedia},
		"a sound":                   {strings.NewReader("OggS\x00"), remarks.ErrMedia},
		"an empty file":             {strings.NewReader(""), nil},
		"a sender who goes away":    {io.MultiReader(strings.NewReader("half"), iotest.ErrReader(gone)), gone},
		"a body that is cut off":    {io.MultiReader(strings.NewReader("half"), iotest.ErrReader(io.ErrUnexpectedEOF)), io.ErrUnexpectedEOF},
		"a file that never ends":    {endless('x'), remarks.ErrTooLarge},
		"one byte too many":         {io.LimitReader(endless('x'), remarks.MaxFile+1), remarks.ErrTooLarge},
	} {
		got, err := remarks.Receive(test.sender)
		if !fault.Is(err, fault.Invalid) || (test.cause != nil && !errors.Is(err, test.cause)) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}
