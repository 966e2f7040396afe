package remarks

import (
	"bytes"
	"errors"
	"net/http"
	"strings"

	"github.com/asterism-qa/asterism/internal/fault"
)

// ErrMedia is the cause of the fault when a file is of a kind that is not kept.
var ErrMedia = errors.New("media type not allowed")

// Media types that are text to whoever gets the file back: a browser would obey them.
const (
	MediaHTML = "text/html"
	MediaSVG  = "image/svg+xml"
	MediaText = "text/plain"
)

// sniffed is how much of a content tells what it is.
const sniffed = 1024

// kept are the media types that may be stored beside texts, by what the sniffing calls them. Documents of office programs are zip archives.
var kept = map[string]string{
	"image/png": "image/png", "image/jpeg": "image/jpeg", "image/gif": "image/gif", "image/webp": "image/webp",
	"application/pdf": "application/pdf", "application/zip": "application/zip", "application/x-gzip": "application/gzip",
	"video/mp4": "video/mp4", "video/webm": "video/webm",
}

// programs are the first bytes of what a machine would execute.
var programs = []string{
	"MZ", "\x7fELF", "#!",
	"\xfe\xed\xfa\xce", "\xfe\xed\xfa\xcf", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe", "\xca\xfe\xba\xbf",
}

// mediaType tells by the first bytes of a content what it is; the name of the file has no say. What may not be kept is
// refused.
func mediaType(head []byte) (string, error) {
	for _, first := range programs {
		if bytes.HasPrefix(head, []byte(first)) {
			return "", fault.New(fault.Invalid, "programs and scripts are not kept; attach what they wrote instead").Because(ErrMedia).At("file")
		}
	}
	found, _, _ := strings.Cut(http.DetectContentType(head), ";")
	switch {
	case found == MediaHTML:
		return MediaHTML, nil
	case strings.HasPrefix(found, "text/"):
		if isSVG(head) {
			return MediaSVG, nil
		}
		return MediaText, nil
	case kept[found] != "":
		return kept[found], nil
	}
	return "", fault.New(fault.Invalid, "files of this kind are not kept: attach an image (PNG, JPEG, GIF, WebP), a text, a PDF, "+
		"a video (MP4, WebM), an archive (ZIP, gzip) or a document of an office program").Because(ErrMedia).At("file")
}

// isSVG tells whether a text is a drawing: markup that soon names the element. UTF-16 is read by leaving out its zeros.
func isSVG(head []byte) bool {
	plain := bytes.ToLower(bytes.ReplaceAll(head, []byte{0}, nil))
	if !bytes.HasPrefix(bytes.TrimLeft(plain, "\xef\xbb\xbf\xff\xfe \t\r\n"), []byte("<")) {
		return false
	}
	return bytes.Contains(plain, []byte("<svg")) || bytes.Contains(plain, []byte(":svg"))
}
