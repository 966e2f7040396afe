package junit

import (
	"encoding/xml"
	"maps"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/xmlsafe"
)

// Limits on the properties that a result carries, its suites' included.
const (
	maxProperties    = 1000
	maxPropertyBytes = 1 << 20
	maxValues        = 100 // of one name in one place
)

// propertySet is the properties of a suite or testcase together with those around it. It shares the map of the outer
// set until it changes something.
type propertySet struct {
	values map[string]string
	own    map[string]int // how many values <property> elements in this very place state for a name
	copied bool
	size   int
	full   bool // a warning said that no more fit
}

// inside returns the set of an element in this one.
func (p *propertySet) inside() *propertySet {
	return &propertySet{values: p.values, size: p.size}
}

// set stores a value and tells whether it fits.
func (p *propertySet) set(name, value string) bool {
	old, replaces := p.values[name]
	size := p.size + len(value) - len(old)
	if !replaces {
		size += len(name)
	}
	if size > maxPropertyBytes || !replaces && len(p.values) >= maxProperties {
		return false
	}
	if !p.copied {
		p.values, p.copied = maps.Clone(p.values), true
		if p.values == nil {
			p.values = map[string]string{}
		}
	}
	p.values[name], p.size = value, size
	return true
}

// result returns the properties for a result of its own to keep.
func (p *propertySet) result() map[string]string {
	if p.copied {
		return p.values
	}
	return maps.Clone(p.values)
}

// property is an open <property>.
type property struct {
	name, value string
	text        *xmlsafe.Text // holds the value when the value attribute does not
}

// openProperties finds whose properties these are and warns when they come too late for some testcases.
func (w *walk) openProperties(parent *frame) *propertySet {
	if parent.test != nil {
		return parent.test.properties
	}
	if parent.suite.hasTests {
		w.warn(w.xml.Line(), "properties", "these properties follow testcases of their suite; they apply to later testcases only")
	}
	return parent.suite.properties
}

func (w *walk) openProperty(e xml.StartElement) *property {
	p := &property{text: xmlsafe.NewText(maxText)}
	p.name, _ = xmlsafe.Attr(e, "name")
	p.value, _ = xmlsafe.Attr(e, "value")
	return p
}

func (w *walk) closeProperty(p *property, into *propertySet, line int) {
	value, cut := xmlsafe.Clip(p.value, maxText)
	if value == "" {
		value, cut = strings.TrimSpace(p.text.String()), p.text.Cut()
	}
	name := w.keep(line, "property", p.name)
	switch {
	case name == "" && value != "":
		w.warn(line, "property", "this property has no name; its value was not kept")
		return
	case name == "":
		return
	case cut > 0:
		w.warn(line, name, "%d bytes of this property were cut; the first %d are kept", cut, len(value))
	}
	if old := into.values[name]; into.own[name] > 0 {
		if len(old)+len(value) >= maxText || into.own[name] == maxValues {
			w.warnFull(into, line, name)
			return
		}
		if slices.Contains(strings.Split(old, "\n"), value) {
			return
		}
		value = old + "\n" + value
	}
	if w.store(into, line, name, value) {
		if into.own == nil {
			into.own = map[string]int{}
		}
		into.own[name]++
	}
}

// setAttribute keeps an attribute as a property; a <property> of the same name in the same place comes before it.
func (w *walk) setAttribute(into *propertySet, line int, name, value string) {
	w.store(into, line, name, w.keep(line, name, value))
}

// store sets a property if it fits.
func (w *walk) store(into *propertySet, line int, name, value string) bool {
	fits := into.set(name, value)
	if !fits {
		w.warnFull(into, line, name)
	}
	return fits
}

// warnFull warns about properties that do not fit, once for a suite or testcase.
func (w *walk) warnFull(into *propertySet, line int, name string) {
	if into.full {
		return
	}
	into.full = true
	w.warn(line, excerpt(name), "a result carries at most %d properties of %d bytes in all, and %d values of one name; this one and further ones that do not fit were not kept",
		maxProperties, maxPropertyBytes, maxValues)
}
