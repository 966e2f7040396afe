package signatures

import (
	"regexp"
	"strings"
)

const months = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`

// What begins with a digit or with the name of a day or month. All are tried where a word begins.
var (
	hour   = `\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?`
	moment = regexp.MustCompile(`^(?:\d{4}[-/]\d{2}[-/]\d{2}(?:[T ]` + hour + `(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?` +
		`|\d{2}[./]\d{2}[./]\d{4}(?: ` + hour + `)?|\d{8}T\d{6}(?:\.\d+)?Z?|\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?)`)
	wordy = regexp.MustCompile(`^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?(?:\d{1,2} ` + months + `|` + months + ` \d{1,2})\b` +
		`(?:,? \d{4}\b)?(?:,? ` + hour + `(?: (?:AM|PM))?(?: (?:UTC|GMT|[A-Z]{3,4}|[+-]\d{4}))?)?(?:,? \d{4}\b)?`)
	lasting = regexp.MustCompile(`^(?:(?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h|d))+|\d+(?:[.,]\d+)? ?(?:ns|us|µs|μs|ms|s|secs?|seconds?` +
		`|mins?|minutes?|hrs?|hours?|days?|millis|milliseconds?|microseconds?|nanos|nanoseconds?))\b`)
	address4 = regexp.MustCompile(`^\d{1,3}(?:\.\d{1,3}){3}\b`)
	address6 = regexp.MustCompile(`^[0-9a-fA-F]{1,4}(?::{1,2}[0-9a-fA-F]{1,4}){3,7}\b`)
	uuid     = regexp.MustCompile(`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b`)
	number   = regexp.MustCompile(`^\d[\d_]*(?:[.,]\d+)*(?:[eE][+-]?\d+)?%?`)
)

// word writes what begins with a letter or a digit.
func (s *scanner) word(rest string) {
	blob := rest[:run(rest, isWord)]
	if s.windowsPath(rest, blob) || s.universal(rest, blob) || s.dated(rest, blob) || s.addressed(rest, blob) {
		return
	}
	switch {
	case isHash(blob):
		s.put(aHash, len(blob))
	case isRandom(blob):
		s.put(anID, len(blob))
	case isDigit(blob[0]):
		s.put(aNumber, len(number.FindString(rest)))
	default:
		s.identifier(blob)
	}
}

// dated writes times and durations.
func (s *scanner) dated(rest, blob string) bool {
	if isDigit(blob[0]) {
		if n := len(moment.FindString(rest)); n > 0 && !startsWord(rest[n:]) {
			s.put(aTime, n)
			return true
		}
		if n := len(lasting.FindString(rest)); n > 0 {
			s.put(aDuration, n)
			return true
		}
	} else if len(blob) < 3 || !strings.Contains("Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", blob[:3]) {
		return false
	}
	if n := len(wordy.FindString(rest)); n > 0 {
		s.put(aTime, n)
		return true
	}
	return false
}

// universal writes ids that are the only ones of their kind in the world.
func (s *scanner) universal(rest, blob string) bool {
	if len(blob) != 8 {
		return false
	}
	n := len(uuid.FindString(rest))
	if n > 0 {
		s.put(aUUID, n)
	}
	return n > 0
}

// addressed writes addresses of machines and in memory.
func (s *scanner) addressed(rest, blob string) bool {
	if len(blob) > 2 && blob[0] == '0' && blob[1]|0x20 == 'x' && run(blob[2:], isHex) == len(blob)-2 {
		s.put(anAddress, len(blob))
		return true
	}
	if run(blob, isHex) != len(blob) || len(blob) == len(rest) {
		return false
	}
	switch next := rest[len(blob)]; {
	case next == ':' && len(blob) <= 4:
		if n := len(address6.FindString(rest)); n > 0 && hasDigit(rest[:n]) {
			s.put(anIP, n)
			return true
		}
	case next == '.' && isDigit(blob[0]):
		if n := len(address4.FindString(rest)); n > 0 {
			s.put(anIP, n)
			return true
		}
	}
	return false
}

// isHash finds digests and abbreviated commits: hexadecimal with digits and letters, or of the length of a digest.
func isHash(blob string) bool {
	if run(blob, isHex) != len(blob) {
		return false
	}
	digits := 0
	for i := range len(blob) {
		if isDigit(blob[i]) {
			digits++
		}
	}
	isLong := len(blob) == 32 || len(blob) == 40 || len(blob) == 64
	return len(blob) >= 7 && digits > 0 && (isLong || digits < len(blob))
}

// isRandom finds words in which letters and digits alternate as nobody writes them.
func isRandom(blob string) bool {
	groups := 0
	for i := range len(blob) {
		if isDigit(blob[i]) && i > 0 && isLetter(blob[i-1]) {
			groups++
		}
	}
	return groups >= 3 && len(blob) >= 8
}

// identifier writes a name. A short number right behind a letter belongs to it, as in int32 or utf8.
func (s *scanner) identifier(blob string) {
	for i := 0; i < len(blob); {
		n := run(blob[i:], isDigit)
		switch {
		case n == 0:
			s.put(blob[i:i+1], 1)
			n = 1
		case n > 3 || blob[i-1] == '_':
			s.put(aNumber, n)
		default:
			s.put(blob[i:i+n], n)
		}
		i += n
	}
}
