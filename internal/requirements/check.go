package requirements

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// How much people may write, in letters. Imports are not bound to it: what a source holds is kept.
const (
	maxKey        = 200
	maxTitle      = 1000
	maxText       = 200_000 // of the text and of the rationale
	maxType       = 200
	maxAttributes = 200 // how many
	maxName       = 200 // of an attribute
	maxValue      = 20_000
	maxNote       = 10_000 // of a note or a reason
	maxMany       = 1000   // things in one verb
)

// checker collects what is wrong with an input.
type checker struct{ fault.Check }

// text refuses what no database keeps and what is too long; nothing is fine.
func (c *checker) text(limit int, text *string, path ...string) {
	if text == nil {
		return
	}
	name := path[len(path)-1]
	if found := fault.Of(bulk.CheckText(name, *text)); found != nil {
		c.Fail(found.Message, path...)
		return
	}
	if length := utf8.RuneCountInString(*text); length > limit {
		c.Fail(fmt.Sprintf("%s has %d letters; the most is %d", name, length, limit), path...)
	}
}

// filled is text that must not be blank.
func (c *checker) filled(limit int, text *string, path ...string) {
	if text != nil && strings.TrimSpace(*text) == "" {
		c.Fail(path[len(path)-1]+" is empty; write something", path...)
		return
	}
	c.text(limit, text, path...)
}

// content checks the fields that versions freeze.
func (c *checker) content(title, text, rationale, kind *string, criticality *requirement.Criticality, attributes []projects.Attribute) {
	c.filled(maxTitle, title, "title")
	c.text(maxText, text, "text")
	c.text(maxText, rationale, "rationale")
	c.text(maxType, kind, "type")
	if criticality != nil && requirement.CriticalityValidator(*criticality) != nil {
		c.Fail(fmt.Sprintf("%q is no criticality; choose UNDEFINED, MINOR, MAJOR or CRITICAL", *criticality), "criticality")
	}
	if len(attributes) > maxAttributes {
		c.Fail(fmt.Sprintf("there are %d attributes; the most is %d", len(attributes), maxAttributes), "attributes")
		return
	}
	seen := map[string]bool{}
	for i, one := range attributes {
		at := strconv.Itoa(i)
		c.filled(maxName, &one.Name, "attributes", at, "name")
		c.text(maxValue, &one.Value, "attributes", at, "value")
		if seen[one.Name] {
			c.Fail(fmt.Sprintf("the attribute %s comes twice; keep one of them", one.Name), "attributes", at, "name")
		}
		seen[one.Name] = true
	}
}

// many refuses none at all, too many, and the same one twice.
func (c *checker) many(list string, ids []ident.ID, path func(i int) []string) {
	switch {
	case len(ids) == 0:
		c.Fail("nothing is named; name at least one", list)
	case len(ids) > maxMany:
		c.Fail(fmt.Sprintf("%d are named; the most in one go is %d: send the rest in further ones", len(ids), maxMany), list)
	default:
		seen := make(map[ident.ID]bool, len(ids))
		for i, id := range ids {
			if seen[id] {
				c.Fail("this is named twice; name it once", path(i)...)
			}
			seen[id] = true
		}
	}
}
