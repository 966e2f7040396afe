package feed

import (
	"encoding/json"
	"strconv"
	"time"
)

// Envelope is the change as JSON, without a line end: the same bytes whenever and wherever it is made. It is made once for
// all who deliver it, and they must not write into it.
func (c *Change) Envelope() []byte {
	if known := c.envelope.Load(); known != nil {
		return *known
	}
	// A second one that is made at the same time is the same.
	written := c.appendEnvelope(make([]byte, 0, len(c.Data)+len(c.cursor)+320))
	c.envelope.Store(&written)
	return written
}

// appendEnvelope writes the members in the order that is promised. Everything but the key of the project is made of letters
// and digits that JSON takes as they are.
func (c *Change) appendEnvelope(to []byte) []byte {
	to = append(append(to, `{"cursor":"`...), c.cursor...)
	to = appendText(append(to, `","project":`...), c.ProjectKey)
	to = strconv.AppendInt(append(to, `,"seq":`...), c.Seq, 10)
	to = append(append(to, `,"id":"`...), c.Event...)
	to = append(append(to, `","tx":"`...), c.Tx...)
	to = c.At.UTC().AppendFormat(append(to, `","at":"`...), time.RFC3339Nano)
	to = append(append(to, `","op":"`...), c.Op...)
	to = append(append(to, `","entityType":"`...), c.Entity.Kind().Word()...)
	to = append(append(to, `","entityId":"`...), c.Entity.String()...)
	to = append(append(to, `",`...), c.Data...)
	if c.Actor.IsZero() {
		return append(to, `,"actor":null}`...)
	}
	to = append(append(to, `,"actor":"`...), c.Actor.String()...)
	return append(to, `"}`...)
}

// appendText writes a text in quotes; most need nothing more.
func appendText(to []byte, text string) []byte {
	for _, sign := range []byte(text) {
		if sign < ' ' || sign > '~' || sign == '"' || sign == '\\' {
			quoted, _ := json.Marshal(text) // a text can always be written
			return append(to, quoted...)
		}
	}
	return append(append(append(to, '"'), text...), '"')
}
