package level_test

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/asterism-qa/asterism/ent/level"
)

func TestSiblingsLoadAFieldOnce(t *testing.T) {
	var set level.Set[struct{}]
	var loads atomic.Int32
	broken := errors.New("broken")
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			got, err := set.Once("field", func() (any, error) { return loads.Add(1), nil })
			if got != int32(1) || err != nil {
				t.Errorf("got %v, %v", got, err)
			}
			if _, err := set.Once("other", func() (any, error) { return nil, broken }); !errors.Is(err, broken) {
				t.Errorf("got %v", err)
			}
		})
	}
	all.Wait()
	if loads.Load() != 1 {
		t.Errorf("loaded %d times", loads.Load())
	}
}
