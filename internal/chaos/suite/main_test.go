//go:build unix

package suite_test

import (
	"math/rand/v2"
	"os"
	"strconv"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/internal/chaos/process"
)

// TestMain is also the main function of the subscribers that are processes of their own.
func TestMain(m *testing.M) {
	if spec := os.Getenv(readerVariable); spec != "" {
		os.Exit(read(spec, os.Stdout))
	}
	os.Exit(process.Main(m))
}

// seed is that of the run: ASTERISM_SEED, or another one every time.
func seed(t *testing.T) uint64 {
	t.Helper()
	text := os.Getenv("ASTERISM_SEED")
	if text == "" {
		return rand.Uint64()
	}
	given, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatalf("ASTERISM_SEED is a number: %v", err)
	}
	return given
}

// chance chooses, for any number at once. Everybody who chooses has one of his own, so that what one chooses does not depend
// on how fast the others are.
type chance struct {
	turn   sync.Mutex
	random *rand.Rand
}

func newChance(seed, stream uint64) *chance {
	return &chance{random: rand.New(rand.NewPCG(seed, stream))}
}

// below gives a number from 0 to n-1.
func (c *chance) below(n int) int {
	c.turn.Lock()
	defer c.turn.Unlock()
	return c.random.IntN(n)
}

// half is true every other time.
func (c *chance) half() bool { return c.below(2) == 0 }
