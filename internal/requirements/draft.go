package requirements

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

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
}

// content is what a version freezes. The order of its fields and the sorted names of attributes make its JSON canonical.
type content struct {
	Title       string                  `json:"title"`
	Text        string                  `json:"text"`
	Rationale   string                  `json:"rationale"`
	Type        string                  `json:"type"`
	Criticality requirement.Criticality `json:"criticality"`
	Attributes  map[string]string       `json:"attributes,omitempty"`
}

// hash is equal for equal content.
func (c content) hash() string {
	document, _ := json.Marshal(c) // texts cannot fail
	sum := sha256.Sum256(document)
	return hex.EncodeToString(sum[:])
}

func contentOf(r *ent.Requirement) content {
	return content{
		Title: r.Title, Text: r.Text, Rationale: r.Rationale, Type: r.Type, Criticality: r.Criticality,
		Attributes: bulk.Filled(r.Attributes),
	}
}

// content is what the draft says; what it leaves open comes from before, or from the defaults.
func (d Draft) content(before *ent.Requirement) content {
	c := content{
		Title: d.Title, Text: d.Text, Rationale: d.Rationale, Type: d.Type, Criticality: d.Criticality,
		Attributes: bulk.Filled(d.Attributes),
	}
	if c.Criticality == "" {
		c.Criticality = requirement.DefaultCriticality
		if before != nil {
			c.Criticality = before.Criticality
		}
	}
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
