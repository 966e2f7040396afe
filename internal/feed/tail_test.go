package feed

import (
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/store/changelog"
)

func TestATailHoldsTheLastChangesWithinItsBounds(t *testing.T) {
	for name, data := range map[string]string{"small ones": "", "large ones": strings.Repeat("x", 60<<10)} {
		v, seq := &view{epoch: "e", base: 10}, int64(10)
		for range 5000 {
			old, size := v, len(v.changes)
			seq++
			v = v.with([]*Change{{Record: changelog.Record{Seq: seq, Data: data}}})
			if len(v.changes) > tailChanges || v.bytes > tailBytes || v.last() != seq || len(v.changes) == 0 {
				t.Fatalf("%s: %d changes of %d bytes up to %d, not %d", name, len(v.changes), v.bytes, v.last(), seq)
			}
			if first := v.changes[0].Seq; first != v.base+1 {
				t.Fatalf("%s: after %d comes %d", name, v.base, first)
			}
			if len(old.changes) != size || size > 0 && old.changes[size-1].Seq != seq-1 {
				t.Fatalf("%s: what was shown has changed", name)
			}
		}
		if v.holds(Position{Epoch: "e", Seq: v.base - 1}) || v.holds(Position{Epoch: "other", Seq: seq}) || !v.holds(Position{Epoch: "e", Seq: v.base}) {
			t.Errorf("%s: it does not know what it holds", name)
		}
		at := Position{Epoch: "e", Seq: seq - 3}
		if some := v.after(at, 2); len(some) != 2 || some[0].Seq != seq-2 {
			t.Errorf("%s: after %d come %v", name, at.Seq, some)
		}
		if some := v.after(Position{Epoch: "e", Seq: seq + 5}, 2); len(some) != 0 {
			t.Errorf("%s: after the end come %v", name, some)
		}
	}
}
