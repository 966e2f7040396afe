package areas

import (
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/search"
)

// Reactions are all there are, in the order in which they are asked: links first, and the search last, when everything
// has come to rest.
func Reactions() []changes.Reaction {
	return []changes.Reaction{
		requirements.Suspect, requirements.Trashed, requirements.Adopt,
		cases.Suspect, cases.Trashed, cases.Adopt,
		defects.Adopt,
		search.React,
	}
}
