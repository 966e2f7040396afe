package search

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"time"

	"github.com/asterism-qa/asterism/internal/ident"
)

// place is a cursor before it is spelled: a hit, and a mark of the search that found it.
type place struct {
	Search  string   `json:"s"`
	Rank    int      `json:"r"`
	Changed int64    `json:"c"` // microseconds since 1970
	Entity  ident.ID `json:"e"`
}

// mark tells searches apart: a cursor is of no use with another text, project or choice of kinds.
func (q Query) mark() string {
	document, _ := json.Marshal(struct { // texts and ids cannot fail
		Text, Project string
		Kinds         any
	}{q.Text, q.Project.UUID(), q.Kinds})
	sum := sha256.Sum256(document)
	return base64.RawURLEncoding.EncodeToString(sum[:9])
}

// cursor marks the place of a hit.
func (q Query) cursor(at row) string {
	document, _ := json.Marshal(place{q.mark(), at.Rank, at.Changed.UnixMicro(), at.Entity}) // plain values cannot fail
	return base64.RawURLEncoding.EncodeToString(document)
}

// read takes a cursor apart; nothing when it is not one of this search. A forged one is only compared with, so it shows
// nothing that the search would not show.
func (q Query) read(cursor string) *row {
	document, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil || len(document) > 500 {
		return nil
	}
	var at place
	if err := json.Unmarshal(document, &at); err != nil || at.Search != q.mark() || at.Rank < RankText || at.Rank > RankKey {
		return nil
	}
	changed := time.UnixMicro(at.Changed).UTC()
	if _, ok := kinds[at.Entity.Kind()]; !ok || changed.Year() < 1 || changed.Year() > 9999 {
		return nil
	}
	return &row{Entity: at.Entity, Rank: at.Rank, Changed: changed}
}
