package junit

import (
	"encoding/xml"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/internal/exchange/xmlsafe"
)

// layouts are the ways in which tools write a timestamp; time.Parse takes fractions of a second by itself. Layouts with
// day and month in an order that must be guessed are not among them.
var layouts = []string{
	"2006-01-02T15:04:05Z07:00",
	"2006-01-02T15:04:05Z0700",
	"2006-01-02T15:04:05",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04",
	"2006-01-02",
	"Mon, 2 Jan 2006 15:04:05Z0700",
	"Mon, 2 Jan 2006 15:04:05",
	"Mon Jan _2 15:04:05 2006",
}

// timestamp reads the timestamp attribute of a tag; it is not ok when there is none that can be read.
func (w *walk) timestamp(e xml.StartElement, line int) (time.Time, bool) {
	text, _ := xmlsafe.Attr(e, "timestamp")
	if text = strings.TrimSpace(text); text == "" {
		return time.Time{}, false
	}
	at, ok := parseTimestamp(text)
	if !ok {
		w.warn(line, "timestamp", "%q is not a point in time that can be read without guessing; it is not kept", excerpt(text))
	}
	return at, ok
}

// parseTimestamp returns the point in time in UTC; a text without a zone is taken as UTC.
func parseTimestamp(text string) (time.Time, bool) {
	if len(text) > 64 {
		return time.Time{}, false
	}
	for _, zone := range []string{" UTC", " GMT"} {
		text = strings.TrimSuffix(text, zone) // names of other zones are not unique
	}
	if len(text) > 10 && text[10] == ' ' && text[4] == '-' {
		text = text[:10] + "T" + text[11:]
	}
	if cut := strings.LastIndexByte(text, ' '); cut > 0 && cut+1 < len(text) && strings.ContainsRune("+-", rune(text[cut+1])) {
		text = text[:cut] + text[cut+1:]
	}
	for _, layout := range layouts {
		if at, err := time.Parse(layout, text); err == nil {
			return at.UTC(), true
		}
	}
	return time.Time{}, false
}
