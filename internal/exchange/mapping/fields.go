package mapping

import (
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/vocabulary"
)

// shape is what a mapping may say about one kind of record.
type shape struct {
	fields []string   // every field that can be mapped
	needs  [][]string // from each group at least one field must be mapped, or the record says nothing
	split  []string   // fields whose cell may hold several values
	rest   bool       // whether unmapped columns have a place in the record
}

// kinds lists the words of `record:` in the order in which messages show them.
var kinds = []record.Kind{
	record.KindRequirement, record.KindRefinement, record.KindCase, record.KindLink, record.KindResult,
	record.KindDefect, record.KindDefectLink,
}

var shapes = map[record.Kind]shape{
	record.KindRequirement: {
		fields: words("key title text rationale type status criticality parent release url"),
		needs:  [][]string{words("key title")},
		rest:   true,
	},
	record.KindRefinement: {
		fields: words("child parent role"),
		needs:  [][]string{words("child"), words("parent")},
		split:  words("child parent"),
	},
	record.KindCase: {
		fields: words("key title type status priority level text precondition automationId aliases suite tags " +
			"action data expected url"),
		needs: [][]string{words("key title")},
		split: words("aliases suite tags"),
		rest:  true,
	},
	record.KindLink: {
		fields: words("requirement case role"),
		needs:  [][]string{words("requirement"), words("case")},
		split:  words("requirement case"),
	},
	record.KindResult: {
		fields: words("name className suite status message failureType failureText time executedAt executor " +
			"build environment cycle release scenario case"),
		needs: [][]string{words("name case"), words("status")},
		split: words("suite"),
		rest:  true,
	},
	record.KindDefect: {
		fields: words("key title text status resolution severity priority foundIn fixedIn release reportedAt url"),
		needs:  [][]string{words("key title")},
		rest:   true,
	},
	record.KindDefectLink: {
		fields: words("defect case requirement executionFile execution"),
		needs:  [][]string{words("defect"), words("case requirement execution")},
		split:  words("defect case requirement"),
	},
}

// Fields lists the fields of a record kind that a mapping can name, for help texts; nil for an unknown kind.
func Fields(kind record.Kind) []string { return slices.Clone(shapes[kind].fields) }

// Statuses lists the words that the status of a result can have, for a table and its help texts.
func Statuses() []string { return vocabulary.Of(record.KindResult, "status").Ours() }

func words(list string) []string { return strings.Fields(list) }
