package areas_test

import (
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
)

// named is an optional text that is left out when it is empty.
func named(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// of is what is said of a field; nil when nothing is.
func (c content) of(field string) *string {
	if text, spoken := c[field]; spoken {
		return &text
	}
	return nil
}

func (c content) criticality() *requirement.Criticality {
	if text, spoken := c["CRITICALITY"]; spoken {
		criticality := requirement.Criticality(text)
		return &criticality
	}
	return nil
}

func (c content) attributes() []projects.Attribute {
	switch text, spoken := c["ATTRIBUTES"]; {
	case !spoken:
		return nil
	case text == "":
		return []projects.Attribute{}
	default:
		return []projects.Attribute{{Name: "colour", Value: text}}
	}
}

func (c content) steps() []schema.Step {
	switch text, spoken := c["STEPS"]; {
	case !spoken:
		return nil
	case text == "":
		return []schema.Step{}
	default:
		return []schema.Step{{Action: text}}
	}
}

// id is what an input names; of nothing, a new id.
func (d *database) id(k kind, e *end) ident.ID {
	if e.to == nil {
		return ident.New(map[kind]ident.Kind{basis: ident.Requirement, test: ident.TestCase}[k])
	}
	return d.ids[k][e.to.place]
}

// all are the ids that an input names.
func (d *database) all(k kind, ends []*end) []ident.ID {
	var ids []ident.ID
	for _, e := range ends {
		ids = append(ids, d.id(k, e))
	}
	return ids
}

// optional is an id that may be left out.
func (d *database) optional(e *end) *ident.ID {
	if e == nil {
		return nil
	}
	id := d.id(basis, e)
	return &id
}

// linkID is what a reference names; of nothing, a new id.
func (d *database) linkID(ref reference) ident.ID {
	switch {
	case ref.to != nil:
		return d.links[ref.to.place]
	case ref.kind == trace:
		return ident.New(ident.TraceLink)
	case ref.kind == refinement:
		return ident.New(ident.RequirementLink)
	}
	return ident.New(ident.Requirement)
}
