package feed_test

import (
	"context"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Whatever happens in a project, whoever follows a part of it hears what a plain reading of the rules says, no more and no
// less.
func TestAFilterLetsThroughWhatThePlainestReadingOfItsRulesDoes(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		seed := uint64(time.Now().UnixNano())
		if given := os.Getenv("ASTERISM_SEED"); given != "" {
			var err error
			if seed, err = strconv.ParseUint(given, 10, 64); err != nil {
				t.Fatal(err)
			}
		}
		t.Logf("seed %d; ASTERISM_SEED=%d makes the same world again", seed, seed)
		v := &world{workspace: w, random: rand.New(rand.NewPCG(seed, 4)), ids: map[ident.Kind][]ident.ID{}, pairs: map[[2]ident.ID]bool{}}
		v.plant(t)
		filters := []feed.Filter{
			{Requirements: []ident.ID{v.one(ident.Requirement)}},
			{Releases: []ident.ID{v.one(ident.Release)}},
			{Requirements: []ident.ID{v.one(ident.Requirement), v.one(ident.Requirement)}, Releases: []ident.ID{v.one(ident.Release)}},
		}
		kept := make([]feed.Matcher, len(filters))
		for i, f := range filters {
			kept[i] = w.feed.Matcher(w.project.ID, f)
		}
		at := feed.Cursor{}
		let, held := 0, 0
		for range 60 {
			for range 1 + v.random.IntN(3) {
				w.write(t, func(ctx context.Context, tx *ent.Client) error {
					for range 1 + v.random.IntN(4) {
						if err := v.happen(ctx, tx); err != nil {
							return err
						}
					}
					return nil
				})
			}
			page, err := w.feed.Read(w.editor, w.project, at, feed.Filter{}, 500)
			if err != nil {
				t.Fatal(err)
			}
			at = page.Next
			for i, f := range filters {
				in := neighbours(everything(t.Context()), w.Client, f)
				for how, m := range map[string]feed.Matcher{"one that goes on": kept[i], "a new one": w.feed.Matcher(w.project.ID, f)} {
					got, err := m.Match(w.editor, page.Changes)
					if err != nil {
						t.Fatal(err)
					}
					for j, c := range page.Changes {
						want := heard(everything(t.Context()), t, w.Client, in, c)
						if want {
							let++
						} else {
							held++
						}
						if got[j] != want {
							t.Fatalf("filter %d, %s: change %d (%s %s) passes: %v, want %v\n%s", i, how, c.Seq, c.Op, c.Entity, got[j], want, c.Data)
						}
					}
				}
			}
		}
		if let < 100 || held < 100 {
			t.Errorf("%d were let through and %d held back: too few to tell anything", let, held)
		}
	})
}
