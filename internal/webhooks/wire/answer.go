package wire

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// maxAnswer is the most bytes of an answer that are read and kept.
const maxAnswer = 1 << 10

// printable is the beginning of an answer as a log may show it: on one line, without letters that cannot be seen and
// bytes that are none. An answer that breaks off is as long as it came.
func printable(answer io.Reader) string {
	head, _ := io.ReadAll(io.LimitReader(answer, maxAnswer)) // the status has said what counts
	shown := strings.Map(func(letter rune) rune {
		switch {
		case unicode.IsSpace(letter):
			return ' '
		case letter == utf8.RuneError || !unicode.IsPrint(letter):
			return -1
		}
		return letter
	}, string(head))
	return strings.Join(strings.Fields(shown), " ")
}

// retryAfter reads how long an endpoint asks to be left alone: seconds, or a moment. Zero when it says nothing that can
// be read, or a moment that has passed. Longer than the longest wait is read as that.
func retryAfter(header string, now time.Time) time.Duration {
	header = strings.TrimSpace(header)
	if header == "" {
		return 0
	}
	if strings.Trim(header, "0123456789") == "" {
		seconds, err := strconv.ParseInt(header, 10, 64)
		if err != nil || seconds > int64(LongestWait/time.Second) { // more digits than a number holds are long too
			return LongestWait
		}
		return time.Duration(seconds) * time.Second
	}
	moment, err := http.ParseTime(header)
	if err != nil {
		return 0
	}
	return min(max(moment.Sub(now), 0), LongestWait)
}
