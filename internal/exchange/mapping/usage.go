package mapping

import (
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// Usage notes what of a mapping an import needs. What it does not need is probably a slip, such as a misspelt folder.
type Usage struct {
	mapping *Mapping
	fits    map[any]bool     // entries that fit some file
	has     map[*Origin]bool // origins whose property some result has
	named   map[*Results]bool
	loose   map[string]bool // result files that no entry fits
	last    string          // file of the last result, and its entry
	entry   *Results
}

// NewUsage begins to note; the mapping may be nil.
func (m *Mapping) NewUsage() *Usage {
	return &Usage{mapping: m, fits: map[any]bool{}, has: map[*Origin]bool{}, named: map[*Results]bool{}, loose: map[string]bool{}}
}

// File notes a file of the import.
func (u *Usage) File(name string) {
	if u.mapping == nil {
		return
	}
	name = u.mapping.called(name)
	for _, file := range u.mapping.Files {
		u.fits[file] = u.fits[file] || Matches(file.Match, name)
	}
	for _, results := range u.mapping.Results {
		u.fits[results] = u.fits[results] || Matches(results.Match, name)
	}
}

// Result notes a result as its file states it.
func (u *Usage) Result(r *record.Result) {
	if u.mapping == nil || len(u.mapping.Results) == 0 {
		return
	}
	if u.last != r.File || u.last == "" {
		u.last, u.entry = r.File, u.mapping.ResultsFor(r.File)
	}
	if u.entry == nil {
		// A table says by its columns what its results belong to.
		if file := u.mapping.ForFile(r.File); file == nil || len(file.Rules) == 0 {
			u.loose[r.File] = true
		}
		return
	}
	u.named[u.entry] = true
	for _, named := range u.entry.origins() {
		if origin := named.origin; origin != nil && origin.Property != "" && !u.has[origin] {
			_, u.has[origin] = r.Properties[origin.Property]
		}
	}
}

// Unused says, one sentence for each kind of slip, what the import did not need.
func (u *Usage) Unused() []record.Warning {
	if u.mapping == nil {
		return nil
	}
	var warnings []record.Warning
	warn := func(field, format string, args ...any) {
		warnings = append(warnings, record.Warning{Field: field, Message: fmt.Sprintf(format, args...)})
	}
	var idle []string
	for _, file := range u.mapping.Files {
		if !u.fits[file] {
			idle = append(idle, file.Match)
		}
	}
	nothing := len(u.loose) > 0 && len(u.named) == 0
	for _, results := range u.mapping.Results {
		if !u.fits[results] && !nothing {
			idle = append(idle, results.Match)
		}
	}
	if nothing {
		warn("results", "no entry of results: fits a result file, so results are identified by their own names; an entry is for %s",
			u.mapping.Results[0].Match)
	}
	// One mapping often serves several imports; only one that is of no use at all is a slip.
	if len(idle) > 0 && len(idle) == len(u.mapping.Files)+len(u.mapping.Results) {
		warn("match", "no file of this import fits %s", strings.Join(idle, ", "))
	}
	for i, results := range u.mapping.Results {
		for _, named := range results.origins() {
			if u.named[results] && named.origin != nil && named.origin.Property != "" && !u.has[named.origin] {
				warn(fmt.Sprintf("results[%d].%s.property", i, named.field), "no result has the property %s", named.origin.Property)
			}
		}
	}
	return warnings
}

// namedOrigin is an origin with the field that it is for.
type namedOrigin struct {
	field  string
	origin *Origin
}

func (r *Results) origins() []namedOrigin {
	return []namedOrigin{
		{"build", r.Build}, {"environment", r.Environment}, {"cycle", r.Cycle}, {"release", r.Release}, {"case", r.Case},
	}
}
