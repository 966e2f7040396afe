package search

import (
	"context"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Marked shows a title and the snippet of other texts as a hit of a query would.
func Marked(t *testing.T, query, title string, texts ...string) (shownTitle, snippet []Piece) {
	t.Helper()
	understood, err := parse(query)
	if err != nil {
		t.Fatal(err)
	}
	return understood.title(title), understood.snippet(&thing{parts: texts})
}

// Refresh makes the entries of things anew.
func Refresh(ctx context.Context, tx *ent.Client, ids []ident.ID) error {
	for chunk := range slices.Chunk(ids, bulk.Size) {
		if err := refresh(ctx, tx, chunk); err != nil {
			return err
		}
	}
	return nil
}
