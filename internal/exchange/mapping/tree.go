package mapping

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// tree reads values out of a parsed YAML document. It walks the document itself instead of decoding into structs for
// two reasons: every refusal can name its line, column and field, and a scalar keeps the spelling that the user wrote
// (decoding turns a release 2.50 into 2.5).
type tree struct{ name string }

// pair is one entry of a YAML mapping.
type pair struct {
	name  string
	key   ast.Node
	value ast.Node
}

// setter takes the value of a field; at is the field's path for messages, for example "files[0].match".
type setter func(value ast.Node, at string) error

func line(node ast.Node) int {
	if node == nil {
		return 0
	}
	if t := node.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 0
}

func (t tree) fail(node ast.Node, at, format string, args ...any) error {
	place, column := record.Position{File: t.name, Line: line(node)}, 0
	if place.Line > 0 {
		column = node.GetToken().Position.Column
	}
	return record.Errorf(place, at, "%s (column %d)", fmt.Sprintf(format, args...), column)
}

// fields hands every entry of a YAML mapping to the setter of its name and refuses names without one.
func (t tree) fields(node ast.Node, at string, known []string, setters map[string]setter) error {
	pairs, err := t.pairs(node, at)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		set, ok := setters[p.name]
		if !ok {
			return t.fail(p.key, join(at, p.name), "unknown field; the fields here are %s", strings.Join(known, ", "))
		}
		if err := set(p.value, join(at, p.name)); err != nil {
			return err
		}
	}
	return nil
}

func (t tree) pairs(node ast.Node, at string) ([]pair, error) {
	var values []*ast.MappingValueNode
	switch typed := node.(type) {
	case *ast.MappingNode:
		values = typed.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{typed}
	default:
		return nil, t.fail(node, at, "needs fields with values (field: value)")
	}
	seen := map[string]bool{}
	pairs := make([]pair, 0, len(values))
	for _, value := range values {
		name, err := t.text(value.Key, at)
		if err != nil {
			return nil, err
		}
		if seen[name] {
			return nil, t.fail(value.Key, join(at, name), "is written twice")
		}
		seen[name] = true
		pairs = append(pairs, pair{name: name, key: value.Key, value: value.Value})
	}
	return pairs, nil
}

func (t tree) items(node ast.Node, at string) ([]ast.Node, error) {
	if sequence, ok := node.(*ast.SequenceNode); ok {
		return sequence.Values, nil
	}
	return nil, t.fail(node, at, "needs a list (entries that begin with a dash, or [a, b])")
}

// text returns a scalar as the user spelt it.
func (t tree) text(node ast.Node, at string) (string, error) {
	switch typed := node.(type) {
	case *ast.StringNode:
		return typed.Value, nil
	case *ast.LiteralNode:
		return typed.Value.Value, nil
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return node.GetToken().Value, nil
	case *ast.NullNode:
		return "", t.fail(node, at, "has no value; write \"\" when it is meant to be empty")
	case nil:
		return "", record.Errorf(record.Position{File: t.name}, at, "has no value")
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode, *ast.MappingKeyNode:
		return "", t.fail(node, at, "anchors, aliases, tags and complex keys are not part of a mapping; write the value")
	}
	return "", t.fail(node, at, "needs one value, not a list or fields")
}

// texts returns a YAML mapping of scalars; check looks at each entry.
func (t tree) texts(node ast.Node, at string, check func(p pair, text, at string) error) (map[string]string, error) {
	pairs, err := t.pairs(node, at)
	if err != nil {
		return nil, err
	}
	texts := make(map[string]string, len(pairs))
	for _, p := range pairs {
		text, err := t.text(p.value, join(at, p.name))
		if err != nil {
			return nil, err
		}
		if err := check(p, text, join(at, p.name)); err != nil {
			return nil, err
		}
		texts[p.name] = text
	}
	return texts, nil
}

func (t tree) into(target *string) setter {
	return func(value ast.Node, at string) (err error) {
		*target, err = t.text(value, at)
		if err == nil && *target == "" {
			err = t.fail(value, at, "must not be empty")
		}
		return err
	}
}

func join(at, name string) string {
	if at == "" {
		return name
	}
	return at + "." + name
}
