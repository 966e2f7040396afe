package history_test

import (
	"fmt"
	"slices"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

// feedPlants are mistakes of the feed itself: every subscriber sees the same, and no number is missing. The first project
// begins with a creation, an import and a change of what was created, one after the other; mistakes are planted there.
func feedPlants() []plant {
	return []plant{
		{name: "an acknowledged write that is lost", kind: history.Lost, follows: wrongState, inFeed: func(w *world) {
			w.edit(func(feed []envelope) []envelope { return slices.Delete(feed, 0, 1) })
		}},
		{name: "an acknowledged import that is lost", kind: history.Lost, follows: wrongState, inFeed: func(w *world) {
			w.edit(func(feed []envelope) []envelope { return slices.Delete(feed, 1, 2+w.imports[0].Units) })
		}},
		{name: "a partial import", kind: history.Partial, inFeed: (*world).loseUnit},
		{name: "a partial import that nobody heard of", kind: history.Partial, inFeed: func(w *world) {
			w.imports[0].Acknowledged, w.imports[0].Run = 0, ""
			w.loseUnit()
		}},
		{name: "a write that was done twice", kind: history.Twice, follows: []history.Kind{history.Torn, history.Reversed}, inFeed: func(w *world) {
			w.edit(func(feed []envelope) []envelope { return append(feed, feed[0]) })
		}},
		{name: "an import that was done twice", kind: history.Twice, inFeed: func(w *world) {
			w.edit(func(feed []envelope) []envelope {
				again := slices.Clone(feed[1 : 2+w.imports[0].Units])
				for i := range again {
					again[i].Tx, again[i].EntityID = "tx_again", fmt.Sprint("again_", i)
					again[i].Cause = map[string]string{"kind": "IMPORT", "importRun": "imp_again"}
				}
				return append(feed, again...)
			})
		}},
		{name: "a write before one that was acknowledged", kind: history.Order, inFeed: func(w *world) {
			w.move(0, 1+w.imports[0].Units) // the creation goes behind the import
		}},
		{name: "a write within an import before it", kind: history.Order, follows: []history.Kind{history.Torn}, inFeed: func(w *world) {
			w.move(2+w.imports[0].Units, 2)
		}},
		{name: "a torn transaction", kind: history.Torn, follows: []history.Kind{history.Order}, inFeed: func(w *world) {
			w.move(1+w.imports[0].Units, len(w.feeds[w.projects[0]])-1) // the last unit of the import goes to the end
		}},
		{name: "versions in reverse", kind: history.Reversed, inFeed: func(w *world) {
			w.feeds[w.projects[0]][0].EntityVersion = 99
		}},
		{name: "a change of one project in the feed of another", kind: history.Foreign, inFeed: func(w *world) {
			copied, other := w.feeds[w.projects[0]][0], w.projects[1]
			copied.Project, copied.Tx = other, "tx_copied"
			w.feeds[other] = append(w.feeds[other], copied)
		}},
	}
}

// wrongState follows where the end was looked at before the mistake was made.
var wrongState = []history.Kind{history.WrongState}

// edit changes the first project's feed.
func (w *world) edit(change func(feed []envelope) []envelope) {
	w.feeds[w.projects[0]] = change(w.feeds[w.projects[0]])
}

// move puts a change of the first project's feed where another one is.
func (w *world) move(from, to int) {
	w.edit(func(feed []envelope) []envelope {
		moved := feed[from]
		return slices.Insert(slices.Delete(feed, from, from+1), to, moved)
	})
}

// loseUnit takes one unit out of the first import.
func (w *world) loseUnit() {
	at := 2 + w.chance(w.imports[0].Units)
	w.edit(func(feed []envelope) []envelope { return slices.Delete(feed, at, at+1) })
}
