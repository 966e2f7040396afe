package junit

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// duration reads a time attribute, which counts seconds.
func (w *walk) duration(text string, line int) time.Duration {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0
	}
	seconds, ok := parseSeconds(text)
	switch {
	case !ok || seconds > math.MaxInt64/float64(time.Second):
		w.warn(line, "time", "%q is not a number of seconds; no duration is kept", excerpt(text))
		return 0
	case seconds < 0:
		w.warn(line, "time", "%q is negative; 0 is kept", excerpt(text))
		return 0
	}
	return time.Duration(math.Round(seconds * float64(time.Second)))
}

// parseSeconds reads "0.25", "1,234.5", "1.234,5", "0,25" and "4.5e-05". Of two different marks the later is the decimal
// one; a single mark is the decimal one as well; a mark that repeats parts thousands.
func parseSeconds(text string) (float64, bool) {
	if strings.Trim(text, "0123456789.,eE+-") != "" || len(text) > 64 {
		return 0, false // not for the words, hexadecimals and underscores that ParseFloat knows
	}
	points, commas := strings.Count(text, "."), strings.Count(text, ",")
	commaIsDecimal := commas == 1 && strings.LastIndex(text, ",") > strings.LastIndex(text, ".")
	switch {
	case commaIsDecimal:
		text = strings.ReplaceAll(text, ".", "")
		text = strings.Replace(text, ",", ".", 1)
	case points > 1:
		return 0, false
	default:
		text = strings.ReplaceAll(text, ",", "")
	}
	seconds, err := strconv.ParseFloat(text, 64)
	return seconds, err == nil
}
