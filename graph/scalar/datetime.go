package scalar

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// MarshalDateTime writes a time in UTC with as many digits after the second as it has.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, strconv.Quote(t.UTC().Format(time.RFC3339Nano)))
	})
}

// UnmarshalDateTime reads RFC 3339 text or milliseconds since 1970, which dashboard tools send.
func UnmarshalDateTime(value any) (time.Time, error) {
	var millis int64
	switch typed := value.(type) {
	case string:
		parsed, err := time.Parse(time.RFC3339Nano, typed)
		if err != nil {
			return time.Time{}, fmt.Errorf("a DateTime is written like 2026-03-01T08:30:00Z")
		}
		return bounded(parsed)
	case json.Number:
		parsed, err := typed.Int64()
		if err != nil {
			return time.Time{}, fmt.Errorf("a DateTime in milliseconds is a whole number")
		}
		millis = parsed
	case int64:
		millis = typed
	case int:
		millis = int64(typed)
	default:
		return time.Time{}, fmt.Errorf("a DateTime is text such as 2026-03-01T08:30:00Z, or milliseconds since 1970")
	}
	return bounded(time.UnixMilli(millis))
}

// bounded refuses years that databases and calendars do not agree on.
func bounded(t time.Time) (time.Time, error) {
	t = t.UTC().Truncate(time.Microsecond)
	if t.Year() < 1 || t.Year() > 9999 {
		return time.Time{}, fmt.Errorf("a DateTime lies between the years 1 and 9999")
	}
	return t, nil
}
