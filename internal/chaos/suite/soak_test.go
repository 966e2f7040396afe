//go:build unix

package suite_test

import (
	"fmt"
	"os"
	"testing"
)

// What a long look kills: so many in all, so many times the usual plan on one workspace.
const (
	soakKills = 2_000
	soakTimes = 5
	// mostBatches ends the looking when batches are left out.
	mostBatches = 40
)

// soaking leaves a test out unless somebody looks longer.
func soaking(t *testing.T) {
	t.Helper()
	if os.Getenv("ASTERISM_SOAK") != "1" {
		t.Skip("NOT CHECKED: it takes long; ASTERISM_SOAK=1 runs it")
	}
}

func TestSoakNothingIsLostInTwoThousandKills(t *testing.T) {
	soaking(t)
	first, kills := seed(t), 0
	for n := 0; kills < soakKills && n < mostBatches && !t.Failed(); n++ {
		t.Run(fmt.Sprint("batch ", n), func(t *testing.T) {
			// The first batch of a seed is the short run of that seed, five times as long.
			if n%2 == 0 {
				kills += survive(t, first+uint64(n), file(t), onFile.times(soakTimes))
			} else {
				kills += survive(t, first+uint64(n), replicas(t), onServer.times(soakTimes))
			}
		})
		t.Logf("%d kills after batch %d", kills, n)
	}
}

// times is a plan of more kills.
func (p plan) times(n int) plan {
	longer := plan{}
	for kind, count := range p {
		longer[kind] = n * count
	}
	return longer
}
