package junit

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/xmlsafe"
)

// Reader reads JUnit XML; it holds no state, so one serves any number of files.
type Reader struct{}

var _ record.Reader = Reader{}

// Name implements record.Reader.
func (Reader) Name() string { return "junit" }

// Detect implements record.Reader: it goes by the root element, never by the file's name.
func (Reader) Detect(_ string, head []byte) int {
	root, ok := xmlsafe.Root(head)
	switch {
	case !ok || !isSuite(root.Name.Local):
		return 0
	case bytes.Contains(head, []byte(" internalid=")) || bytes.Contains(head, []byte("<node_order>")):
		// TestLink exports test cases, not results, under the same root.
		return 10
	case root.Name.Local == "testsuites":
		return 95
	}
	return 90
}

// Read implements record.Reader. At any time it holds one testcase and the properties of the suites around it.
func (Reader) Read(ctx context.Context, source record.Source, sink record.Sink) error {
	w := &walk{xml: xmlsafe.New(ctx, source.Name, source.Body), file: source.Name, sink: sink}
	for {
		token, err := w.xml.Next()
		switch {
		case errors.Is(err, io.EOF):
			w.compareTotals()
			return nil
		case err != nil:
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			err = w.start(token)
		case xml.EndElement:
			err = w.end()
		case xml.CharData:
			if text := w.top().text; text != nil {
				text.AddBytes(token)
			}
		}
		if err != nil {
			return err
		}
	}
}

// isSuite tells whether an element groups testcases.
func isSuite(name string) bool { return name == "testsuites" || name == "testsuite" }
