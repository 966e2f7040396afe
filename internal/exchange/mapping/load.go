package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

const (
	maxSize  = 128 << 10 // bytes of a mapping file; people write them by hand
	maxDepth = 16        // nested brackets or dashes; a mapping needs six
)

// Load reads and checks a mapping file. Name is how the user called the file; it stands in every message. Anything wrong
// with the mapping is returned as *record.Error with the line and the field that must be changed.
func Load(name string, r io.Reader) (*Mapping, error) {
	content, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return nil, fmt.Errorf("reading the mapping %s: %w", name, err)
	}
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	place := record.Position{File: name}
	if len(content) > maxSize {
		return nil, record.Errorf(place, "", "the mapping is larger than %d KiB; is this the right file?", maxSize>>10)
	}
	if line := badText(content); line > 0 {
		place.Line = line
		return nil, record.Errorf(place, "", "the mapping must be UTF-8 text without NUL characters")
	}
	root, err := parse(name, content)
	if err != nil {
		return nil, err
	}
	if root == nil {
		return nil, record.Errorf(place, "", "the mapping is empty; it needs files: or results:")
	}
	return tree{name: name}.mapping(root)
}

// parse returns the root of the only document, nil when there is none. The YAML library recurses without a limit
// and takes quadratic time for it, so depth is checked on its tokens first. Should it panic on hostile text, which is not
// ours to mend, the mapping is refused.
func parse(name string, content []byte) (root ast.Node, err error) {
	place := record.Position{File: name}
	defer func() {
		if cause := recover(); cause != nil {
			root, err = nil, record.Errorf(place, "", "the mapping is not YAML that can be read")
		}
	}()
	tokens := lexer.Tokenize(string(content))
	if line := tooDeep(tokens); line > 0 {
		place.Line = line
		return nil, record.Errorf(place, "", "more than %d levels of brackets or dashes", maxDepth)
	}
	file, err := parser.Parse(tokens, 0)
	if err != nil {
		return nil, notYAML(place, err)
	}
	for _, document := range file.Docs {
		if document.Body == nil {
			continue
		}
		if root != nil {
			place.Line = line(document.Body)
			return nil, record.Errorf(place, "", "a second YAML document begins here; a mapping is one document")
		}
		root = document.Body
	}
	return root, nil
}

func notYAML(place record.Position, err error) error {
	var syntax yaml.Error
	if !errors.As(err, &syntax) {
		return record.Errorf(place, "", "not YAML: %v", err)
	}
	column := 0
	if at := syntax.GetToken(); at != nil && at.Position != nil {
		place.Line, column = at.Position.Line, at.Position.Column
	}
	return record.Errorf(place, "", "column %d: not YAML: %s", column, syntax.GetMessage())
}

// tooDeep returns the line on which nesting passes the limit, or 0.
func tooDeep(tokens token.Tokens) int {
	flow, dashes, dashLine := 0, 0, 0
	for _, t := range tokens {
		switch t.Type {
		case token.MappingStartType, token.SequenceStartType:
			flow++
		case token.MappingEndType, token.SequenceEndType:
			flow--
		case token.SequenceEntryType, token.MappingKeyType, token.AnchorType, token.TagType:
			if t.Position.Line != dashLine {
				dashes, dashLine = 0, t.Position.Line
			}
			dashes++
		}
		if flow > maxDepth || dashes > maxDepth {
			return t.Position.Line
		}
	}
	return 0
}

// badText returns the first line with a NUL or a byte that is not UTF-8, or 0.
func badText(content []byte) int {
	line := 1
	for len(content) > 0 {
		char, size := utf8.DecodeRune(content)
		if char == 0 || char == utf8.RuneError && size == 1 {
			return line
		}
		if char == '\n' {
			line++
		}
		content = content[size:]
	}
	return 0
}
