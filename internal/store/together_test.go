package store_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestProgramsThatStartAtOnceOnANewDatabaseAllEndWell(t *testing.T) {
	for name, address := range map[string]func(testing.TB) string{
		"sqlite": storetest.SQLiteAddress, "postgres": storetest.EmptyPostgresAddress,
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
			where := address(t)
			made := together(t, 4, func() (int, error) {
				s, err := store.Open(t.Context(), where)
				if err != nil {
					return 0, err
				}
				defer s.Close()
				done, err := s.Migrate(t.Context())
				return len(done), err
			})
			s, err := store.Open(t.Context(), where)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if again, err := s.Migrate(t.Context()); err != nil || len(again) != 0 || made == 0 {
				t.Errorf("%d steps were made, then %v, %v", made, again, err)
			}
			fill(t, s, "PAY")
		})
	}
}

func TestProgramsThatUpdateAFilledWorkspaceAtOnceMakeTheStepOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, "PAY")
		before, _, _ := strings.Cut(content(t, s), "goose_db_version")
		steps := further(t, "CREATE TABLE extra (id int);")
		if made := together(t, 4, func() (int, error) {
			done, err := s.MigrateFrom(t.Context(), steps)
			return len(done), err
		}); made != 1 {
			t.Errorf("the step was made %d times", made)
		}
		if after, _, _ := strings.Cut(content(t, s), "goose_db_version"); after != before {
			t.Errorf("the content changed, from\n%s\nto\n%s", before, after)
		}
	})
}

// together lets several do the same thing at once and adds up what they did.
func together(t *testing.T, n int, act func() (int, error)) int {
	t.Helper()
	var all sync.WaitGroup
	counts, errs := make([]int, n), make([]error, n)
	start := make(chan struct{})
	for i := range n {
		all.Go(func() {
			<-start
			counts[i], errs[i] = act()
		})
	}
	close(start)
	all.Wait()
	total := 0
	for i, err := range errs {
		total += counts[i]
		if err != nil {
			t.Errorf("number %d failed: %v (because %v)", i+1, err, causes(err))
		}
	}
	return total
}
