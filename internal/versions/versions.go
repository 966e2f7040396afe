package versions

import "slices"

// Content is the text of each field, by its name in the spelling of the API, for example TITLE.
type Content map[string]string

// Change is a field that differs between two contents.
type Change struct {
	// Field is its name, for example STEPS.
	Field string
	// Before and After are its texts; lists have one entry a line.
	Before, After string
}

// Compare lists the fields that differ, in the given order of fields.
func Compare(fields []string, before, after Content) []Change {
	changes := []Change{}
	for _, field := range fields {
		if before[field] != after[field] {
			changes = append(changes, Change{Field: field, Before: before[field], After: after[field]})
		}
	}
	return changes
}

// Counting keeps the names of changed fields that count; all count when none is named.
func Counting(changes []Change, counting []string) []string {
	var names []string
	for _, change := range changes {
		if len(counting) == 0 || slices.Contains(counting, change.Field) {
			names = append(names, change.Field)
		}
	}
	return names
}
