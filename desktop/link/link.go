package link

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// Scheme is what the desktop hands to Asterism; the .desktop file names it too.
const Scheme = "asterism"

// longest is far more than any place needs, and little enough to show.
const longest = 512

var sections = []string{"requirements", "suites", "cases", "graph", "matrix", "suspects", "executions", "defects", "imports", "activity"}

var errNoPlace = errors.New("the link names no place in Asterism")

// Address turns asterism://open/p/KEY/requirements/R-4 into the address of the page, /p/KEY/requirements/R-4.
func Address(raw string) (string, error) {
	if len(raw) > longest {
		return "", errNoPlace
	}
	at, err := url.Parse(raw)
	if err != nil || at.Scheme != Scheme || at.Host != "open" || at.User != nil || at.RawQuery != "" || at.Fragment != "" {
		return "", errNoPlace
	}
	if at.Path == "" || at.Path == "/" {
		return "/", nil
	}
	parts := strings.Split(strings.TrimPrefix(strings.TrimSuffix(at.EscapedPath(), "/"), "/"), "/")
	if len(parts) < 2 || len(parts) > 4 || parts[0] != "p" || (len(parts) > 2 && !slices.Contains(sections, parts[2])) {
		return "", errNoPlace
	}
	for i, part := range parts {
		plain, err := url.PathUnescape(part)
		if err != nil || !harmless(plain) {
			return "", errNoPlace
		}
		parts[i] = url.PathEscape(plain)
	}
	return "/" + strings.Join(parts, "/"), nil
}

// First is the address of the first link among the words of a start; "" when there is none that may be followed.
func First(words []string) string {
	for _, word := range words {
		if address, err := Address(word); err == nil {
			return address
		}
	}
	return ""
}

// harmless is true for a key: one name, no way up, nothing that is not seen.
func harmless(key string) bool {
	return key != "" && key != "." && key != ".." && !strings.ContainsFunc(key, func(r rune) bool {
		return r == '/' || r == '\\' || r == unicode.ReplacementChar || !unicode.IsPrint(r)
	})
}
