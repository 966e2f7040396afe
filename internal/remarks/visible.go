package remarks

import "unicode"

// deceives tells whether a character makes a name look like another one, or like nothing: control characters, line ends,
// marks that turn the direction of writing, and spaces without width.
func deceives(r rune) bool {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029': // line ends
	case r == '\u061c', r == '\u200e', r == '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069': // direction
	case r == '\u200b', r == '\u2060', r == '\ufeff', r == '\u00ad': // no width
	case r == unicode.ReplacementChar:
	default:
		return false
	}
	return true
}
