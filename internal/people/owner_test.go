package people_test

import (
	"testing"

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestProgramsThatStartAtOnceAgreeOnTheLocalOwner(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		type answer struct {
			owner viewer.Viewer
			err   error
		}
		answers := make(chan answer)
		for range 8 {
			go func() {
				owner, err := people.LocalOwner(t.Context(), s.Client)
				answers <- answer{owner, err}
			}()
		}
		owners := map[ident.ID]bool{}
		for range 8 {
			got := <-answers
			if got.err != nil || got.owner.System || got.owner.User.IsZero() {
				t.Errorf("the owner is %v, %v", got.owner, got.err)
			}
			owners[got.owner.User] = true
		}
		if len(owners) != 1 {
			t.Errorf("there are %d owners", len(owners))
		}
	})
}
