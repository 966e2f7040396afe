package mapping

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// formatCSV is the only format whose columns a mapping describes.
const formatCSV = "csv"

func (t tree) mapping(root ast.Node) (*Mapping, error) {
	m := &Mapping{}
	err := t.fields(root, "", words("files results"), map[string]setter{
		"files": t.list(func(node ast.Node, at string) error {
			file, err := t.file(node, at)
			m.Files = append(m.Files, file)
			return err
		}),
		"results": t.list(func(node ast.Node, at string) error {
			results, err := t.results(node, at)
			m.Results = append(m.Results, results)
			return err
		}),
	})
	if err != nil {
		return nil, err
	}
	return m, nil
}

// list applies a setter to each entry of a list.
func (t tree) list(set setter) setter {
	return func(node ast.Node, at string) error {
		items, err := t.items(node, at)
		for i := 0; err == nil && i < len(items); i++ {
			err = set(items[i], fmt.Sprintf("%s[%d]", at, i))
		}
		return err
	}
}

func (t tree) file(node ast.Node, at string) (*File, error) {
	file := &File{}
	err := t.fields(node, at, words("match format delimiter system records"), map[string]setter{
		"match":     t.glob(&file.Match),
		"format":    t.into(&file.Format),
		"delimiter": t.delimiter(&file.Delimiter),
		"system":    t.into(&file.System),
		"records": t.list(func(node ast.Node, at string) error {
			rule, err := t.rule(node, at)
			file.Rules = append(file.Rules, rule)
			return err
		}),
	})
	if err != nil {
		return nil, err
	}
	return file, t.checkFile(node, at, file)
}

func (t tree) checkFile(node ast.Node, at string, file *File) error {
	columns := file.Format == "" || file.Format == formatCSV
	switch {
	case file.Match == "":
		return t.fail(node, join(at, "match"), "is missing; it says which files this entry is for")
	case columns && len(file.Rules) == 0:
		return t.fail(node, join(at, "records"), "is missing; it says what a row of the CSV file states")
	case !columns && (len(file.Rules) > 0 || file.Delimiter != 0 || file.System != ""):
		return t.fail(node, join(at, "format"),
			"delimiter, system and records describe csv files; a %s file says these things itself", file.Format)
	}
	cases := 0
	for _, rule := range file.Rules {
		if rule.Kind == record.KindCase {
			cases++
		}
	}
	if cases > 1 {
		return t.fail(node, join(at, "records"), "states %d cases; a row belongs to one case", cases)
	}
	return nil
}

func (t tree) glob(target *string) setter {
	return func(node ast.Node, at string) error {
		if err := t.into(target)(node, at); err != nil {
			return err
		}
		if err := checkGlob(*target); err != nil {
			return t.fail(node, at, "%v", err)
		}
		return nil
	}
}

func (t tree) delimiter(target *rune) setter {
	return func(node ast.Node, at string) error {
		text, err := t.text(node, at)
		if err != nil {
			return err
		}
		if text == "tab" {
			text = "\t"
		}
		char, size := utf8.DecodeRuneInString(text)
		if size == 0 || size != len(text) || strings.ContainsRune("\"\r\n\uFEFF\uFFFD", char) {
			return t.fail(node, at, "%q is no delimiter; write one character such as \",\" or \";\", or tab", text)
		}
		*target = char
		return nil
	}
}

// oneOf refuses a word that is not in the list.
func (t tree) oneOf(node ast.Node, at, word string, list []string) error {
	if slices.Contains(list, word) {
		return nil
	}
	return t.fail(node, at, "%q is not known; the words here are %s", word, strings.Join(list, ", "))
}
