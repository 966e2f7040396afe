package requirements

import (
	"maps"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementversion"
	"github.com/asterism-qa/asterism/internal/versions"
)

// ContentFields are the fields of a requirement that a version freezes, in the order in which people read them.
var ContentFields = []string{"TITLE", "TEXT", "RATIONALE", "TYPE", "CRITICALITY", "ATTRIBUTES"}

// ContentOf is the text of each field of a version; attributes are "name: value", one a line, sorted.
func ContentOf(v *ent.RequirementVersion) versions.Content {
	return versions.Content{
		"TITLE": v.Title, "TEXT": v.Text, "RATIONALE": v.Rationale, "TYPE": v.Type,
		"CRITICALITY": string(v.Criticality), "ATTRIBUTES": lines(v.Attributes),
	}
}

// Compare lists the fields that differ between two versions.
func Compare(a, b *ent.RequirementVersion) []versions.Change {
	return versions.Compare(ContentFields, ContentOf(a), ContentOf(b))
}

// lines spells attributes one a line. A value of several lines is indented, so that it cannot look like two attributes.
func lines(attributes map[string]string) string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		all = append(all, name+": "+strings.ReplaceAll(attributes[name], "\n", "\n  "))
	}
	return strings.Join(all, "\n")
}

// versionCriticality spells a criticality in the type of the version's column.
func versionCriticality(c requirement.Criticality) requirementversion.Criticality {
	return requirementversion.Criticality(c)
}
