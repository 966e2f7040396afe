package bulk

import (
	"maps"
	"slices"
	"strings"
)

// Stated names the fields that a source speaks of, also where it says that they are empty. A source that names none
// speaks of all; a field that it does not speak of stays as it is.
type Stated []string

// attribute stands in front of the name of a single attribute.
const attribute = "attributes."

// StatedAttribute is how Stated names a single attribute.
func StatedAttribute(name string) string { return attribute + name }

// Has tells whether the source speaks of one of the fields.
func (s Stated) Has(fields ...string) bool {
	return len(s) == 0 || slices.ContainsFunc(fields, func(field string) bool { return slices.Contains(s, field) })
}

// Attributes are those that a thing has once the source has spoken: its own, and those that are there already unless it
// speaks of them.
func (s Stated) Attributes(given, is map[string]string) map[string]string {
	if len(s) == 0 {
		return Filled(given)
	}
	kept := maps.Clone(is)
	for _, field := range s {
		if name, single := strings.CutPrefix(field, attribute); single {
			delete(kept, name)
		}
	}
	if kept == nil {
		kept = map[string]string{}
	}
	maps.Copy(kept, given)
	return Filled(kept)
}
