package mapping

import (
	"regexp"
	"slices"

	"github.com/goccy/go-yaml/ast"
)

// The named groups of an origin's pattern.
const (
	groupValue    = "value"
	groupCase     = "case"
	groupScenario = "scenario"
)

func (t tree) results(node ast.Node, at string) (*Results, error) {
	results := &Results{}
	known := words("match build environment cycle release case unknownCases")
	err := t.fields(node, at, known, map[string]setter{
		"match":       t.glob(&results.Match),
		"build":       t.origin(&results.Build, groupValue),
		"environment": t.origin(&results.Environment, groupValue),
		"cycle":       t.origin(&results.Cycle, groupValue),
		"release":     t.origin(&results.Release, groupValue),
		"case":        t.origin(&results.Case, groupCase, groupScenario),
		"unknownCases": func(node ast.Node, at string) error {
			text, err := t.text(node, at)
			if err != nil {
				return err
			}
			results.UnknownCases = Policy(text)
			return t.oneOf(node, at, text, policies)
		},
	})
	if err == nil && results.Match == "" {
		err = t.fail(node, join(at, "match"), "is missing; it says which result files this entry is for")
	}
	if err != nil {
		return nil, err
	}
	return results, nil
}

// origin reads where an identity is written; the first group must be in its pattern, the others may.
func (t tree) origin(target **Origin, groups ...string) setter {
	return func(node ast.Node, at string) error {
		origin := &Origin{}
		err := t.fields(node, at, words("property from constant pattern"), map[string]setter{
			"property": t.into(&origin.Property),
			"constant": t.into(&origin.Constant),
			"from": func(node ast.Node, at string) error {
				if err := t.into(&origin.From)(node, at); err != nil {
					return err
				}
				return t.oneOf(node, at, origin.From, places)
			},
			"pattern": func(node ast.Node, at string) error { return t.pattern(node, at, origin, groups) },
		})
		if err != nil {
			return err
		}
		*target = origin
		return t.checkOrigin(node, at, origin)
	}
}

func (t tree) checkOrigin(node ast.Node, at string, origin *Origin) error {
	given := 0
	for _, text := range []string{origin.Property, origin.From, origin.Constant} {
		if text != "" {
			given++
		}
	}
	if given != 1 {
		return t.fail(node, at, "needs exactly one of property, from and constant")
	}
	if origin.Constant != "" && origin.Pattern != nil {
		return t.fail(node, join(at, "pattern"), "a constant needs no pattern")
	}
	return nil
}

func (t tree) pattern(node ast.Node, at string, origin *Origin, groups []string) error {
	text, err := t.text(node, at)
	if err != nil {
		return err
	}
	pattern, err := regexp.Compile(text)
	if err != nil {
		return t.fail(node, at, "%v", err)
	}
	for _, name := range pattern.SubexpNames() {
		if name != "" && !slices.Contains(groups, name) {
			return t.fail(node, at, "the named group %q is not known; the groups here are %q", name, groups)
		}
	}
	if pattern.SubexpIndex(groups[0]) < 0 {
		return t.fail(node, at, "needs a named group: (?P<%s>…)", groups[0])
	}
	origin.Pattern = pattern
	return nil
}
