package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// prints makes the fingerprints by which results are recognised when they come in again. They hold facts of the source
// alone, so that the same files give the same fingerprints in every project.
type prints struct {
	key    string // that the import was given by a person
	copies []int  // of each file: how many of the files before it have the same content
	file   int
	times  map[[sha256.Size]byte]int // how often the file stated the same facts before
}

func newPrints(key string, digests []string) *prints {
	p, seen := &prints{key: key, copies: make([]int, len(digests))}, map[string]int{}
	for i, digest := range digests {
		p.copies[i] = seen[digest]
		seen[digest]++
	}
	return p
}

// of is the fingerprint of a result. With a time of its own it may come in again in another file; without one nothing
// but its place in the very same file tells it from another execution, unless the person who imports does. A second file
// of the same content in one import is another execution: nobody names the same results twice at once.
func (p *prints) of(file int, digest string, r *record.Result) string {
	if p.times == nil || p.file != file {
		p.file, p.times = file, map[[sha256.Size]byte]int{}
	}
	if r.ExecutedAt.IsZero() {
		parts := []any{"file", digest, r.Ordinal, r.Build, r.Environment, r.Cycle, r.Scenario}
		if p.copies[file] > 0 {
			parts = append(parts, "copy", p.copies[file])
		}
		if p.key != "" {
			parts = append(parts, "key", p.key)
		}
		return hex.EncodeToString(hashOf(parts...))
	}
	facts := hashOf("time", r.Build, r.Environment, r.Cycle, r.ClassName, r.Name, r.Suites, r.Scenario,
		r.ExecutedAt.UTC().Format(time.RFC3339Nano), r.Status, r.Duration.Milliseconds(), r.Message)
	occurrence := p.times[[sha256.Size]byte(facts)]
	p.times[[sha256.Size]byte(facts)]++
	return hex.EncodeToString(hashOf(hex.EncodeToString(facts), occurrence))
}

func hashOf(parts ...any) []byte {
	document, _ := json.Marshal(parts) // texts, numbers and lists of texts cannot fail
	sum := sha256.Sum256(document)
	return sum[:]
}
