package mapping

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/vocabulary"
)

func (t tree) rule(node ast.Node, at string) (*Rule, error) {
	rule := &Rule{}
	if err := t.kind(node, at, rule); err != nil {
		return nil, err
	}
	err := t.fields(node, at, words("record columns constants values split skipEmpty attributes"), map[string]setter{
		"record": func(ast.Node, string) error { return nil },
		"columns": func(node ast.Node, at string) (err error) {
			rule.Columns, err = t.texts(node, at, func(p pair, text, at string) error {
				if strings.TrimSpace(text) == "" {
					return t.fail(p.value, at, "names no column")
				}
				return t.field(p, at, rule.Kind)
			})
			return err
		},
		"constants": func(node ast.Node, at string) (err error) {
			rule.Constants, err = t.texts(node, at, func(p pair, text, at string) error {
				if err := t.field(p, at, rule.Kind); err != nil {
					return err
				}
				return t.word(p.value, at, rule.Kind, p.name, text)
			})
			return err
		},
		"values": func(node ast.Node, at string) error { return t.values(node, at, rule) },
		"split": func(node ast.Node, at string) (err error) {
			rule.Split, err = t.texts(node, at, func(p pair, text, at string) error {
				if text == "" {
					return t.fail(p.value, at, "needs the text that stands between the values")
				}
				if err := t.field(p, at, rule.Kind); err != nil {
					return err
				}
				return t.oneOf(p.key, at, p.name, shapes[rule.Kind].split)
			})
			return err
		},
		"skipEmpty":  func(node ast.Node, at string) error { return t.skipEmpty(node, at, rule) },
		"attributes": func(node ast.Node, at string) error { return t.attributes(node, at, rule) },
	})
	if err != nil {
		return nil, err
	}
	return rule, t.checkRule(node, at, rule)
}

// kind finds the record kind first: it decides what the other fields may say, wherever they stand.
func (t tree) kind(node ast.Node, at string, rule *Rule) error {
	pairs, err := t.pairs(node, at)
	if err != nil {
		return err
	}
	known := make([]string, len(kinds))
	for i, kind := range kinds {
		known[i] = string(kind)
	}
	for _, p := range pairs {
		if p.name == "record" {
			text, err := t.text(p.value, join(at, "record"))
			rule.Kind = record.Kind(text)
			if err != nil {
				return err
			}
			return t.oneOf(p.value, join(at, "record"), text, known)
		}
	}
	return t.fail(node, join(at, "record"), "is missing; it is one of %s", strings.Join(known, ", "))
}

func (t tree) field(p pair, at string, kind record.Kind) error {
	if slices.Contains(shapes[kind].fields, p.name) {
		return nil
	}
	return t.fail(p.key, at, "a %s has no field %q; its fields are %s", kind, p.name, strings.Join(shapes[kind].fields, ", "))
}

// word checks one of our own words where the field knows only a few, so that a slip is found before any row is read.
func (t tree) word(node ast.Node, at string, kind record.Kind, field, text string) error {
	if known := vocabulary.Of(kind, field); known != nil {
		return t.oneOf(node, at, text, known.Ours())
	}
	return nil
}

func (t tree) values(node ast.Node, at string, rule *Rule) error {
	pairs, err := t.pairs(node, at)
	if err != nil {
		return err
	}
	rule.Values = map[string]map[string]string{}
	for _, p := range pairs {
		if err := t.field(p, join(at, p.name), rule.Kind); err != nil {
			return err
		}
		rule.Values[p.name], err = t.texts(p.value, join(at, p.name), func(entry pair, text, at string) error {
			return t.word(entry.value, at, rule.Kind, p.name, text)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (t tree) skipEmpty(node ast.Node, at string, rule *Rule) error {
	rule.SkipEmpty = map[string]bool{}
	return t.list(func(node ast.Node, at string) error {
		text, err := t.text(node, at)
		if err != nil {
			return err
		}
		rule.SkipEmpty[text] = true
		return t.field(pair{name: text, key: node}, at, rule.Kind)
	})(node, at)
}

func (t tree) attributes(node ast.Node, at string, rule *Rule) error {
	text, err := t.text(node, at)
	switch {
	case err != nil:
		return err
	case text != "*":
		return t.fail(node, at, "only \"*\" is known: keep every column that no rule names")
	case !shapes[rule.Kind].rest:
		return t.fail(node, at, "a %s keeps no attributes", rule.Kind)
	}
	rule.KeepRest = true
	return nil
}

// checkRule finds what only shows when the whole rule is known.
func (t tree) checkRule(node ast.Node, at string, rule *Rule) error {
	for _, field := range shapes[rule.Kind].fields {
		_, column := rule.Columns[field]
		_, constant := rule.Constants[field]
		_, values := rule.Values[field]
		_, split := rule.Split[field]
		switch {
		case column && constant:
			return t.fail(node, join(at, "constants."+field), "is also in columns; keep one of them")
		case !column && values:
			return t.fail(node, join(at, "values."+field), "has no column; add it to columns")
		case !column && split:
			return t.fail(node, join(at, "split."+field), "has no column; add it to columns")
		case !column && rule.SkipEmpty[field]:
			return t.fail(node, join(at, "skipEmpty"), "%s has no column; add it to columns", field)
		}
	}
	for _, group := range shapes[rule.Kind].needs {
		if !slices.ContainsFunc(group, rule.Has) {
			return t.fail(node, join(at, "columns"), "a %s needs %s", rule.Kind, strings.Join(group, " or "))
		}
	}
	if rule.Kind == record.KindDefectLink {
		return t.checkDefectLink(node, at, rule)
	}
	return nil
}

func (t tree) checkDefectLink(node ast.Node, at string, rule *Rule) error {
	ends := 0
	for _, field := range words("case requirement execution") {
		if rule.Has(field) {
			ends++
		}
	}
	if ends != 1 {
		return t.fail(node, join(at, "columns"),
			"a defectLink joins a defect to one case, requirement or execution; write one records entry for each")
	}
	if rule.Has("execution") != rule.Has("executionFile") {
		return t.fail(node, join(at, "columns"), "an execution is named by executionFile and execution together")
	}
	return nil
}
