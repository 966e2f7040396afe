package requirements

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

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

// present is the content that a requirement has now.
func present(r *ent.Requirement) content {
	return content{
		Title: r.Title, Text: r.Text, Rationale: r.Rationale, Type: r.Type, Criticality: r.Criticality,
		Attributes: bulk.Filled(r.Attributes),
	}
}

// create makes a requirement with this content.
func (c content) create(tx *ent.Client, project *ent.Project, id ident.ID, key string, now time.Time) *ent.RequirementCreate {
	one := tx.Requirement.Create().SetID(id).SetProjectID(project.ID).SetKey(key).
		SetTitle(c.Title).SetText(c.Text).SetRationale(c.Rationale).SetType(c.Type).SetCriticality(c.Criticality).
		SetCreatedAt(now).SetUpdatedAt(now)
	if len(c.Attributes) > 0 {
		one.SetAttributes(c.Attributes)
	}
	return one
}

// set gives a requirement this content.
func (c content) set(update *ent.RequirementUpdateOne) *ent.RequirementUpdateOne {
	update.SetTitle(c.Title).SetText(c.Text).SetRationale(c.Rationale).SetType(c.Type).SetCriticality(c.Criticality)
	if len(c.Attributes) == 0 {
		return update.ClearAttributes()
	}
	return update.SetAttributes(c.Attributes)
}

// version freezes this content under a number.
func (c content) version(tx *ent.Client, project *ent.Project, id ident.ID, number int, reason string, now time.Time) *ent.RequirementVersionCreate {
	version := tx.RequirementVersion.Create().SetProjectID(project.ID).SetRequirementID(id).SetNumber(number).
		SetTitle(c.Title).SetText(c.Text).SetRationale(c.Rationale).SetType(c.Type).SetReason(reason).
		SetCriticality(versionCriticality(c.Criticality)).SetContentHash(c.hash()).SetCreatedAt(now).SetUpdatedAt(now)
	if len(c.Attributes) > 0 {
		version.SetAttributes(c.Attributes)
	}
	return version
}

// includingTrash lets queries see what is in the trash.
func includingTrash(ctx context.Context) context.Context { return people.IncludingTrash(ctx) }
