package remarks

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/attachment"
	"github.com/asterism-qa/asterism/ent/gen/ent/contentpiece"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Reader gives the content of an attachment, one piece in memory at a time. Whoever reads it from the beginning to the
// end learns from an error, in place of the last bytes, when it is not what was stored.
type Reader struct {
	*ent.Attachment

	ctx    context.Context // of the request that reads
	client *ent.Client
	at     int64

	number int // of the piece in memory
	piece  []byte

	sum    hash.Hash
	summed int64 // bytes from the beginning that went into sum
	failed error
}

// Open finds an attachment for reading.
func Open(ctx context.Context, client *ent.Client, id ident.ID) (*Reader, error) {
	found, err := client.Attachment.Query().Where(attachment.ID(id), Shown[predicate.Attachment]()).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no such attachment, or you may not see it").At("id")
	}
	if err != nil {
		return nil, err
	}
	return &Reader{Attachment: found, ctx: ctx, client: client, sum: sha256.New()}, nil
}

// Read implements io.Reader.
func (r *Reader) Read(p []byte) (int, error) {
	if r.failed != nil {
		return 0, r.failed
	}
	if len(p) == 0 {
		return 0, nil
	}
	if r.at >= r.SizeBytes {
		return 0, io.EOF
	}
	if r.failed = r.load(int(r.at / PieceSize)); r.failed != nil {
		return 0, r.failed
	}
	n := copy(p, r.piece[r.at%PieceSize:])
	r.at += int64(n)
	return n, nil
}

// Err tells why reading ended early; nothing when it did not.
func (r *Reader) Err() error { return r.failed }

func (r *Reader) load(number int) error {
	if r.piece != nil && r.number == number {
		return nil
	}
	found, err := r.client.ContentPiece.Query().
		Where(contentpiece.ProjectID(r.ProjectID), contentpiece.ContentHash(r.ContentHash), contentpiece.Number(number)).
		Only(r.ctx)
	if ent.IsNotFound(err) {
		return r.damaged()
	}
	if err != nil {
		return err
	}
	first := int64(number) * PieceSize
	if int64(len(found.Bytes)) != min(PieceSize, r.SizeBytes-first) {
		return r.damaged()
	}
	if r.summed == first {
		r.sum.Write(found.Bytes)
		r.summed += int64(len(found.Bytes))
		if r.summed == r.SizeBytes && hex.EncodeToString(r.sum.Sum(nil)) != r.ContentHash {
			return r.damaged()
		}
	}
	r.number, r.piece = number, found.Bytes
	return nil
}

func (r *Reader) damaged() error {
	return fault.New(fault.Internal, "the content of the attachment %s is damaged in the database; the operator restores it from a backup", r.ID)
}

// Seek implements io.Seeker.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += r.SizeBytes
	}
	if offset < 0 {
		return r.at, fault.New(fault.Invalid, "there is nothing before the beginning of a file")
	}
	r.at = offset
	return offset, nil
}
