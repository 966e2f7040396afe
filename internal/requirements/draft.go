package requirements

import (
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Draft describes a requirement as a source states it.
type Draft struct {
	// Key is the name that people use; empty asks for a made one.
	Key string
	// Title, Text, Rationale, Type and Attributes are the content, as in Requirement.
	Title, Text, Rationale, Type string
	Attributes                   map[string]string
	// Criticality and Status are left as they are when empty.
	Criticality requirement.Criticality
	Status      requirement.Status
	// ReleaseID is the release of delivery; nil leaves it as it is.
	ReleaseID *ident.ID
	// External is the identity in the tool that it came from.
	External projects.External
	// Stated names the fields title, text, rationale, type and attributes that the source speaks of; empty for all.
	Stated bulk.Stated
}

// content is what the draft says; what it leaves open comes from before, or from the defaults. A title is never emptied,
// and a new requirement without one is shown by its key.
func (d Draft) content(before *ent.Requirement, key string) content {
	c := content{Title: d.Title, Text: d.Text, Rationale: d.Rationale, Type: d.Type, Criticality: d.Criticality}
	if before == nil {
		before = &ent.Requirement{Title: key, Criticality: requirement.DefaultCriticality}
	}
	if c.Criticality == "" {
		c.Criticality = before.Criticality
	}
	if c.Title == "" || !d.Stated.Has("title") {
		c.Title = before.Title
	}
	if !d.Stated.Has("text") {
		c.Text = before.Text
	}
	if !d.Stated.Has("rationale") {
		c.Rationale = before.Rationale
	}
	if !d.Stated.Has("type") {
		c.Type = before.Type
	}
	c.Attributes = d.Stated.Attributes(d.Attributes, before.Attributes)
	return c
}

func (d Draft) check() error {
	for field, text := range map[string]string{
		"title": d.Title, "text": d.Text, "rationale": d.Rationale, "type": d.Type,
		"external": d.External.System + d.External.ID + d.External.URL,
	} {
		if err := bulk.CheckText(field, text); err != nil {
			return err
		}
	}
	return bulk.CheckTexts("attributes", d.Attributes)
}
