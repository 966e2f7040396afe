package publish

import (
	"context"
	"fmt"
	"slices"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// timeless tells, once for each file, that a result without a time got one.
func (p *publisher) timeless(r *record.Result, built bool) {
	taken := "the import"
	if built {
		taken = "the build"
	}
	p.words.note([3]string{"timeless", r.File, taken}, placeOf(r), func(count int) (string, string) {
		return "executedAt", fmt.Sprintf("%s no time; the time of %s was taken", counted(count, "result has", "results have"), taken)
	})
}

// repeats are results that came in before and count elsewhere than they say now.
type repeats struct {
	p     *publisher
	first map[ident.ID]place
	count map[ident.ID]int
}

func newRepeats(p *publisher) *repeats {
	return &repeats{p: p, first: map[ident.ID]place{}, count: map[ident.ID]int{}}
}

// note takes a result that is known under a test case, which now says that it belongs to another.
func (r *repeats) note(one *record.Result, under, now ident.ID) {
	if one.ExecutedAt.IsZero() {
		r.p.words.note("again", placeOf(one), func(count int) (string, string) {
			return "executedAt", fmt.Sprintf("%s no time and came in before, from a file of the same content; taken as the same. "+
				"If they were executed again, say so with another build, another cycle or a new --key", counted(count, "result has", "results have"))
		})
	}
	if under == now {
		return
	}
	if r.count[under] == 0 {
		r.first[under] = placeOf(one)
	}
	r.count[under]++
}

// tell warns once for each test case that keeps results.
func (r *repeats) tell(ctx context.Context) error {
	ids := make([]ident.ID, 0, len(r.count))
	for id := range r.count {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) })
	for chunk := range slices.Chunk(ids, bulk.Size) {
		found, err := r.p.tx.TestCase.LoadByIDs(people.IncludingTrash(ctx), chunk)
		if err != nil {
			return err
		}
		for _, id := range chunk {
			key := "in the trash"
			if one := found[id]; one != nil {
				key = one.Key
			}
			text := fmt.Sprintf("%d results are recorded under case %s already; they stay there", r.count[id], key)
			if r.count[id] == 1 {
				text = fmt.Sprintf("1 result is recorded under case %s already; it stays there", key)
			}
			r.p.report.warn(r.first[id], "case", text)
		}
	}
	return nil
}
