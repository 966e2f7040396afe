package history

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
)

// change is what the checker reads of an envelope.
type change struct {
	Project       string          `json:"project"`
	Seq           int64           `json:"seq"`
	Tx            json.RawMessage `json:"tx"`
	Op            string          `json:"op"`
	EntityType    string          `json:"entityType"`
	EntityID      string          `json:"entityId"`
	EntityVersion int64           `json:"entityVersion"`
	Cause         struct {
		Kind      string `json:"kind"`
		ImportRun string `json:"importRun"`
	} `json:"cause"`
	Fields []struct {
		Field string          `json:"field"`
		After json.RawMessage `json:"after"`
	} `json:"fields"`
}

// read understands an envelope.
func read(envelope []byte) (*change, error) {
	var c change
	if err := json.Unmarshal(envelope, &c); err != nil {
		return nil, err
	}
	if c.Seq < 1 || c.EntityID == "" {
		return nil, fmt.Errorf("it has no number or names no entity")
	}
	switch c.Op {
	case "CREATE", "UPDATE", "DELETE":
		return &c, nil
	}
	return nil, fmt.Errorf("its operation is %q", c.Op)
}

// alike tells whether two envelopes differ in nothing but their cursors: the cursor of a stream of several projects says
// where all of them are.
func alike(one, two []byte) bool {
	var a, b map[string]json.RawMessage
	if json.Unmarshal(one, &a) != nil || json.Unmarshal(two, &b) != nil {
		return false
	}
	delete(a, "cursor")
	delete(b, "cursor")
	return maps.EqualFunc(a, b, func(x, y json.RawMessage) bool { return bytes.Equal(x, y) })
}

// same tells whether two JSON values mean the same. A value that is absent is null.
func same(one, two json.RawMessage) bool {
	return bytes.Equal(one, two) || reflect.DeepEqual(meaning(one), meaning(two))
}

// meaning decodes a value without rounding its numbers.
func meaning(value json.RawMessage) any {
	if len(value) == 0 {
		return nil
	}
	var decoded any
	decoder := json.NewDecoder(bytes.NewReader(value))
	decoder.UseNumber()
	if err := decoder.Decode(&decoded); err != nil {
		return value
	}
	return decoded
}
