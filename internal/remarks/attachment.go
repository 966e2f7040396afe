package remarks

import (
	"context"
	stdsql "database/sql"
	"errors"
	"fmt"
	"io"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/contentpiece"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// MayAttach tells whether the viewer may attach a file of this name to a thing, before the file has arrived.
func MayAttach(ctx context.Context, client *ent.Client, about ident.ID, name string) error {
	_, _, err := attaching(ctx, client, about, name)
	return err
}

// Store attaches a file that has arrived to a thing. Content that the project has already is not stored again.
func Store(ctx context.Context, tx *ent.Client, about ident.ID, name string, content *Content) (*ent.Attachment, error) {
	project, name, err := attaching(ctx, tx, about, name)
	if err != nil {
		return nil, err
	}
	if err := storePieces(ctx, tx, project, content); err != nil {
		return nil, bulk.Explain(err, "attachment")
	}
	now := clock.Now(ctx)
	made, err := point(tx.Attachment.Create(), about).SetProjectID(project.ID).SetName(name).SetMediaType(content.MediaType).
		SetSizeBytes(content.Size).SetContentHash(content.Hash).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	return made, bulk.Explain(err, "attachment")
}

func attaching(ctx context.Context, client *ent.Client, about ident.ID, name string) (*ent.Project, string, error) {
	var check fault.Check
	checkKind(&check, about, "about")
	name, err := fileName(name)
	if err := check.Note(err); err != nil {
		return nil, "", err
	}
	if err := check.Err(); err != nil {
		return nil, "", err
	}
	project, err := place(ctx, client, false, about)
	return project, name, err
}

// storePieces writes the pieces of a content that the project does not have, one in memory at a time.
func storePieces(ctx context.Context, tx *ent.Client, project *ent.Project, content *Content) error {
	numbers, err := tx.ContentPiece.Query().
		Where(contentpiece.ProjectID(project.ID), contentpiece.ContentHash(content.Hash)).
		Select(contentpiece.FieldNumber).Ints(ctx)
	if err != nil {
		return err
	}
	has := make(map[int]bool, len(numbers))
	for _, number := range numbers {
		has[number] = true
	}
	now, buffer := clock.Now(ctx), make([]byte, PieceSize)
	for number := 0; int64(number)*PieceSize < content.Size; number++ {
		if has[number] {
			continue
		}
		piece := buffer[:min(PieceSize, content.Size-int64(number)*PieceSize)]
		if _, err := content.file.ReadAt(piece, int64(number)*PieceSize); err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("read a file that arrived: %w", err)
		}
		// Somebody else may store the same content at the same moment, which is as good; the database then names no row.
		err := tx.ContentPiece.Create().SetProjectID(project.ID).SetContentHash(content.Hash).SetNumber(number).SetBytes(piece).
			SetCreatedAt(now).SetUpdatedAt(now).OnConflict(sql.DoNothing()).Exec(ctx)
		if err != nil && !errors.Is(err, stdsql.ErrNoRows) {
			return err
		}
	}
	return nil
}
