package bulk_test

import (
	"context"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/environment"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/environments"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestTextsAreFoundWhateverTheyHold(t *testing.T) {
	keys := []string{"plain", `a "quoted" one`, `back\slash`, `{"json": [1]}`, "a,b", "NULL", "日本 é\n\t", "'; DROP TABLE environments; --", " "}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			_, created, err := environments.Ensure(ctx, tx, p.Project, append(keys, keys[0]), projecttest.Now)
			if created != len(keys) {
				t.Errorf("%d created, want %d", created, len(keys))
			}
			return err
		})
		all := p.Client.Environment.Query().Where(bulk.Texts[predicate.Environment](environment.FieldKey, keys)).AllX(p.Ctx)
		var found []string
		var ids []ident.ID
		for _, one := range all {
			found, ids = append(found, one.Key), append(ids, one.ID)
		}
		slices.Sort(found)
		if want := slices.Sorted(slices.Values(keys)); !slices.Equal(found, want) {
			t.Errorf("found %q, want %q", found, want)
		}
		if n := p.Client.Environment.Query().Where(bulk.IDs[predicate.Environment](environment.FieldID, ids[1:])).CountX(p.Ctx); n != len(keys)-1 {
			t.Errorf("%d found by id", n)
		}
		for _, none := range [][]string{nil, {}, {"nul"}} {
			if p.Client.Environment.Query().Where(bulk.Texts[predicate.Environment](environment.FieldKey, none)).ExistX(p.Ctx) {
				t.Errorf("%q finds something", none)
			}
		}
	})
}

func TestBytesThatAreNoTextAreRefused(t *testing.T) {
	for _, text := range []string{"a\x00b", "\xff"} {
		if err := bulk.CheckText("title", "fine", text); !fault.Is(err, fault.Invalid) || fault.Of(err).Field[0] != "title" {
			t.Errorf("%q: %v", text, err)
		}
	}
	if err := bulk.CheckText("title", "", "é \U0001F600 \u200b"); err != nil {
		t.Error(err)
	}
}
