package cases

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// How much a person may state about one test case: more than anybody writes by hand, and little enough for any database
// and page.
const (
	maxKey        = 200 // bytes
	maxTitle      = 1_000
	maxName       = 1_000 // of a parameter, an alias, an attribute or an automation
	maxIndexed    = 1_000 // bytes of a name by which results find a case
	maxText       = 200_000
	maxValue      = 20_000 // of a step's text, a row's value or an attribute
	maxNote       = 10_000 // of a reason or a note
	maxSteps      = 1_000
	maxParameters = 100
	maxRows       = 10_000
	maxAliases    = 100
	maxAttributes = 200
	maxAtOnce     = 1_000 // things that one verb names
)

// check collects what is wrong with an input, by the names that the fields have in the API.
type check struct{ fault.Check }

// text refuses what databases cannot keep and what is longer than most letters.
func (c *check) text(text string, most int, path ...string) {
	name := strings.Join(path, ".")
	if err := bulk.CheckText(name, text); err != nil {
		c.Fail(err.Error(), path...)
		return
	}
	if letters := utf8.RuneCountInString(text); letters > most {
		c.Fail(fmt.Sprintf("%s has %d letters; at most %d are kept", name, letters, most), path...)
	}
}

// said is text for what may be left out.
func (c *check) said(text *string, most int, path ...string) {
	if text != nil {
		c.text(*text, most, path...)
	}
}

// filled is text that says something.
func (c *check) filled(text string, most int, path ...string) {
	if strings.TrimSpace(text) == "" {
		c.Fail(strings.Join(path, ".")+" must not be empty", path...)
		return
	}
	c.text(text, most, path...)
}

// count refuses lists that are too long and tells whether their entries are worth a look.
func (c *check) count(n, most int, field string) bool {
	if n <= most {
		return true
	}
	c.Fail(fmt.Sprintf("%s has %d entries; at most %d are allowed", field, n, most), field)
	return false
}

// names refuses empty and repeated names in a list.
func (c *check) names(names []string, most int, field string) {
	if !c.count(len(names), most, field) {
		return
	}
	seen := map[string]bool{}
	for i, name := range names {
		c.filled(name, maxName, field, strconv.Itoa(i))
		if seen[name] {
			c.Fail(fmt.Sprintf("%s names %q twice", field, name), field, strconv.Itoa(i))
		}
		seen[name] = true
	}
}

// lookedUp refuses a name that databases cannot look up.
func (c *check) lookedUp(name string, path ...string) {
	if len(name) > maxIndexed && utf8.RuneCountInString(name) <= maxName {
		c.Fail(fmt.Sprintf("%s has %d bytes; at most %d can be looked up", strings.Join(path, "."), len(name), maxIndexed), path...)
	}
}

// widths refuses rows that do not have one value for each parameter.
func (c *check) widths(rows []Row, parameters int) {
	for i, row := range rows {
		if len(row.Values) != parameters {
			c.Fail(fmt.Sprintf("row %d has %d values and the case has %d parameters; state one value for each", i+1, len(row.Values), parameters),
				"dataRows", strconv.Itoa(i), "values")
		}
	}
}

// edit checks everything that can be checked without knowing the case.
func (c *check) edit(e edit) {
	if e.title != nil {
		c.filled(*e.title, maxTitle, "title")
	}
	c.said(e.description, maxText, "description")
	c.said(e.precondition, maxText, "precondition")
	if c.count(len(e.steps), maxSteps, "steps") {
		for i, step := range e.steps {
			place := strconv.Itoa(i)
			c.text(step.Action, maxValue, "steps", place, "action")
			c.text(step.Data, maxValue, "steps", place, "data")
			c.text(step.Expected, maxValue, "steps", place, "expected")
			if strings.TrimSpace(step.Action+step.Data+step.Expected) == "" {
				c.Fail(fmt.Sprintf("step %d says nothing; say what the tester does, or leave it out", i+1), "steps", place, "action")
			}
		}
	}
	c.names(e.parameters, maxParameters, "parameters")
	if c.count(len(e.rows), maxRows, "dataRows") {
		for i, row := range e.rows {
			for n, value := range row.Values {
				c.text(value, maxValue, "dataRows", strconv.Itoa(i), "values", strconv.Itoa(n))
			}
		}
		if e.parameters != nil {
			c.widths(e.rows, len(e.parameters))
		}
	}
	c.rest(e)
}

func (c *check) rest(e edit) {
	c.said(e.automationID, maxName, "automationId")
	if e.automationID != nil {
		c.lookedUp(*e.automationID, "automationId")
	}
	c.names(e.aliases, maxAliases, "aliases")
	for i, name := range e.aliases[:min(len(e.aliases), maxAliases)] {
		c.lookedUp(name, "aliases", strconv.Itoa(i))
	}
	if e.estimateMs != nil && *e.estimateMs < 0 {
		c.Fail("estimateMs is a time in milliseconds and cannot be below 0", "estimateMs")
	}
	if c.count(len(e.attributes), maxAttributes, "attributes") {
		seen := map[string]bool{}
		for i, one := range e.attributes {
			c.filled(one.Name, maxName, "attributes", strconv.Itoa(i), "name")
			if seen[one.Name] {
				c.Fail(fmt.Sprintf("the attribute %s comes twice; keep one of them", one.Name), "attributes", strconv.Itoa(i), "name")
			}
			seen[one.Name] = true
			c.text(one.Value, maxValue, "attributes", strconv.Itoa(i), "value")
		}
	}
	c.said(e.reason, maxNote, "reason")
}
