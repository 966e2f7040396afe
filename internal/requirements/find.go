package requirements

import (
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Found is a requirement as far as links need it.
type Found struct {
	ID ident.ID
	// ContentVersion is what a link made now is pinned to.
	ContentVersion int
}

// Find looks requirements up by their keys. What is not there, or in the trash, is absent.
func Find(ctx context.Context, tx *ent.Client, project *ent.Project, keys []string) (map[string]Found, error) {
	found := make(map[string]Found, len(keys))
	for chunk := range slices.Chunk(keys, bulk.Size) {
		all, err := tx.Requirement.Query().
			Where(requirement.ProjectID(project.ID), bulk.Texts[predicate.Requirement](requirement.FieldKey, chunk)).
			Select(requirement.FieldID, requirement.FieldKey, requirement.FieldContentVersion).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, one := range all {
			found[one.Key] = Found{ID: one.ID, ContentVersion: one.ContentVersion}
		}
	}
	return found, nil
}

// HoldEnds keeps other writers off ends of links until the end of the write.
func HoldEnds(ctx context.Context, tx *ent.Client, ids []ident.ID) error {
	_, err := held(ctx, tx, ids...)
	return err
}

// Hold keeps other writers off what Find found, until the end of the write, and takes over what they did in between: a
// link is pinned to content that is still the present one when the link is stored.
func Hold(ctx context.Context, tx *ent.Client, found map[string]Found) error {
	ids := make([]ident.ID, 0, len(found))
	for _, one := range found {
		ids = append(ids, one.ID)
	}
	if len(ids) == 0 {
		return nil
	}
	present, err := held(ctx, tx, ids...)
	if err != nil {
		return err
	}
	for key, one := range found {
		if now := present[one.ID]; now != nil {
			found[key] = Found{ID: now.ID, ContentVersion: now.ContentVersion}
		} else {
			delete(found, key) // it has gone into the trash
		}
	}
	return nil
}
