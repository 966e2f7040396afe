package scalar

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/99designs/gqlgen/graphql"
)

// MarshalJSON writes a value as it stands.
func MarshalJSON(value json.RawMessage) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		if len(value) == 0 {
			_, _ = io.WriteString(w, "null")
			return
		}
		_, _ = w.Write(value)
	})
}

// UnmarshalJSON takes any value.
func UnmarshalJSON(value any) (json.RawMessage, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("this is no JSON value")
	}
	return text, nil
}
