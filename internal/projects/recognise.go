package projects

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Identity is what a draft is recognised by.
type Identity struct {
	// Key is the name that people use; empty when the source gives none.
	Key string
	// External is the identity in the tool that it came from.
	External External
}

// Kind says how things of one kind are found and named. The look-ups include the trash.
type Kind[T any] struct {
	// Name is the word for people and Letters stand in front of made keys.
	Name, Letters string
	// ByKeys and ByIDs find what is there, the trash included.
	ByKeys func(keys []string) ([]*T, error)
	ByIDs  func(ids []ident.ID) ([]*T, error)
	// Names gives the id and the key of one.
	Names func(*T) (ident.ID, string)
}

// Recognised says what each identity is: something that is there, or something new.
type Recognised[T any] struct {
	// Found holds for each identity what it is; nil when it is new.
	Found []*T
	// Keys holds the key of each: that of what was found, the given one, or a made one.
	Keys []string

	references *references
}

// Recognise finds each identity: by its key, else by the identity in the tool that it came from. New ones without a key
// get a made one. Two identities that are the same thing are refused: nobody could say which one holds.
func Recognise[T any](ctx context.Context, tx *ent.Client, project *ent.Project, kind Kind[T], all []Identity) (*Recognised[T], error) {
	externals, keys := make([]External, len(all)), make([]string, 0, len(all))
	for i, one := range all {
		externals[i] = one.External
		if one.Key != "" {
			keys = append(keys, one.Key)
		}
	}
	references, err := loadReferences(ctx, tx, project, kind.Name, externals)
	if err != nil {
		return nil, err
	}
	byKey, err := indexed(kind, len(keys), func() ([]*T, error) { return kind.ByKeys(keys) })
	if err != nil {
		return nil, err
	}
	ids := references.entities()
	byID, err := indexed(kind, len(ids), func() ([]*T, error) { return kind.ByIDs(ids) })
	if err != nil {
		return nil, err
	}
	r := &Recognised[T]{Found: make([]*T, len(all)), Keys: make([]string, len(all)), references: references}
	for i, one := range all {
		r.Keys[i] = one.Key
		r.Found[i] = byKey.keys[one.Key]
		if entity, known := references.entity(one.External); r.Found[i] == nil && known {
			r.Found[i] = byID.ids[entity]
		}
		if r.Found[i] != nil {
			_, r.Keys[i] = kind.Names(r.Found[i])
		}
	}
	if err := r.makeKeys(ctx, tx, project, kind); err != nil {
		return nil, err
	}
	return r, distinct(r.Keys, kind.Name)
}

// Became says what each identity is now.
func (r *Recognised[T]) Became() []bulk.Became {
	all := make([]bulk.Became, len(r.Keys))
	for i, key := range r.Keys {
		all[i] = bulk.Became{Key: key, IsNew: r.Found[i] == nil}
	}
	return all
}

// index holds things by their id and by their key.
type index[T any] struct {
	ids  map[ident.ID]*T
	keys map[string]*T
}

func indexed[T any](kind Kind[T], wanted int, load func() ([]*T, error)) (index[T], error) {
	found := index[T]{ids: map[ident.ID]*T{}, keys: map[string]*T{}}
	if wanted == 0 {
		return found, nil
	}
	all, err := load()
	for _, one := range all {
		id, key := kind.Names(one)
		found.ids[id], found.keys[key] = one, one
	}
	return found, err
}

func (r *Recognised[T]) makeKeys(ctx context.Context, tx *ent.Client, project *ent.Project, kind Kind[T]) error {
	var nameless []int
	given := map[string]bool{}
	for i, key := range r.Keys {
		if key == "" {
			nameless = append(nameless, i)
		}
		given[key] = true
	}
	if len(nameless) == 0 {
		return nil
	}
	made, err := Keys(ctx, tx, project, kind.Letters, len(nameless), func(candidates []string) (map[string]bool, error) {
		used, err := indexed(kind, len(candidates), func() ([]*T, error) { return kind.ByKeys(candidates) })
		taken := map[string]bool{}
		for _, key := range candidates {
			taken[key] = given[key] || used.keys[key] != nil
		}
		return taken, err
	})
	for n, key := range made {
		r.Keys[nameless[n]] = key
	}
	return err
}

// Join notes that an entity has an identity in another tool; see Save. News tells that this was not known; a warning
// is given when the identity already is another entity's, which keeps it.
func (r *Recognised[T]) Join(e External, entity ident.ID, now time.Time) (news bool, warning string) {
	news, foreign := r.references.join(e, entity, now)
	if foreign {
		warning = "the identity " + e.ID + " in " + e.System + " already belongs to something else here, which keeps it"
	}
	return news, warning
}

// Save stores the identities that were noted.
func (r *Recognised[T]) Save(ctx context.Context) error { return r.references.save(ctx) }

// distinct refuses the same key twice.
func distinct(keys []string, name string) error {
	seen := make(map[string]bool, len(keys))
	for _, key := range keys {
		if seen[key] {
			return fault.New(fault.Invalid, "the %s %s is stated twice; state it once", name, key).At("key")
		}
		seen[key] = true
	}
	return bulk.CheckText("key", keys...)
}
