package demo

import (
	"hash/fnv"
	"math/rand/v2"
	"time"
)

// seed fixes the whole history. Another seed tells another history with the same trends.
const seed = 20260203

// chance gives the random numbers of one execution. They depend on its name alone, so that a case added elsewhere does
// not change how this one went. Only integers are drawn: floating point is not alike on every machine.
func chance(name string) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name)) // a hash never refuses
	return rand.New(rand.NewPCG(seed, h.Sum64()))
}

// happens is true in so many of a thousand cases.
func happens(rng *rand.Rand, perMille int) bool { return rng.IntN(1000) < perMille }

// pick takes one of the phrases; of none it is empty.
func pick(rng *rand.Rand, from []string) string {
	if len(from) == 0 {
		return ""
	}
	return from[rng.IntN(len(from))]
}

// spread holds the quantiles (2.5 %, 7.5 % … 97.5 %) of a log-normal distribution with median 1000 and sigma 0.55.
var spread = [...]int64{
	340, 453, 531, 598, 660, 720, 779, 839, 902, 966,
	1035, 1109, 1192, 1284, 1389, 1515, 1671, 1883, 2207, 2939,
}

// around draws a duration that is usually near the median and sometimes much longer.
func around(rng *rand.Rand, median time.Duration) time.Duration {
	i := rng.IntN(len(spread) - 1)
	factor := spread[i] + rng.Int64N(spread[i+1]-spread[i])
	return (median * time.Duration(factor) / 1000).Truncate(time.Millisecond)
}
