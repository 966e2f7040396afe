package xmlsafe

import (
	"bytes"
	"context"
	"encoding/xml"
)

// Root returns the start tag of the root element in the first bytes of a file, for telling formats apart. It is not ok
// when those bytes are no acceptable XML or end before the tag does.
func Root(head []byte) (start xml.StartElement, ok bool) {
	reader := New(context.Background(), "", bytes.NewReader(head))
	token, err := reader.Next()
	if err != nil {
		return xml.StartElement{}, false
	}
	start, ok = token.(xml.StartElement)
	return start, ok
}
