//go:build unix

package suite_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

// again is how long somebody waits who found nobody.
const again = 30 * time.Millisecond

const (
	createRequirement = `mutation ($input: RequirementCreateInput!, $key: String) { done: requirementCreate(input: $input, idempotencyKey: $key) {
		thing: requirement { id version } userErrors { message } } }`
	reviseRequirement = `mutation ($input: RequirementReviseInput!, $key: String) { done: requirementRevise(input: $input, idempotencyKey: $key) {
		thing: requirement { id version } userErrors { message } } }`
	reportDefect = `mutation ($input: DefectReportInput!, $key: String) { done: defectReport(input: $input, idempotencyKey: $key) {
		thing: defect { id version } userErrors { message } } }`
)

// writer writes by mutations, one after the other, each with a mark and an idempotency key.
type writer struct {
	*world
	name   string
	number int
	*chance
	// own is a requirement that only this writer changes, by project; empty when it is not known how it is.
	own map[string]owned
}

// owned is a thing and its version.
type owned struct {
	ID      string
	Version int
}

// write lets so many writers begin.
func (w *world) write(writers int) {
	for i := range writers {
		one := &writer{world: w, name: fmt.Sprintf("writer %d", i), number: i, chance: newChance(w.seed, 100+uint64(i)), own: map[string]owned{}}
		w.writing.Go(func() {
			for n := 0; !w.isStopped(); n++ {
				one.next(w.t.Context(), n)
			}
		})
	}
}

// next does one write and notes what became of it.
func (w *writer) next(ctx context.Context, n int) {
	project := w.projects[w.below(len(w.projects))]
	write := history.Write{Name: fmt.Sprintf("%s, write %d", w.name, n), Project: project, Type: "REQUIREMENT", Mark: fmt.Sprintf("mark %d/%d of %s", w.number, n, w.name)}
	input := map[string]any{"title": write.Mark}
	query := createRequirement
	own := w.own[project]
	switch which := w.below(5); {
	case which == 0:
		query, write.Type, write.Op, input["project"] = reportDefect, "DEFECT", "CREATE", project
	case which == 1 || own.ID == "":
		write.Op, input["project"] = "CREATE", project
	default:
		query, write.Op, write.Entity = reviseRequirement, "UPDATE", own.ID
		input["id"], input["expectedVersion"] = own.ID, own.Version
	}
	write.Started = w.tick()
	thing, isKnown := w.ask(ctx, &write, query, input)
	if isKnown {
		write.Acknowledged, write.Entity = w.tick(), thing.ID
		w.acknowledged.Add(1)
	}
	if write.Type == "REQUIREMENT" {
		w.own[project] = thing // none when nobody knows
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.writes = append(w.writes, write)
}

// ask asks until there is an answer, or gives up about every other time: then nobody knows.
func (w *writer) ask(ctx context.Context, write *history.Write, query string, input map[string]any) (owned, bool) {
	key := fmt.Sprintf("key %d %d", w.number, write.Started)
	server, isRepeated, givesUp := w.below(2), false, w.half()
	for {
		var data struct {
			Done struct {
				Thing      *owned
				UserErrors []struct{ Message string }
			}
		}
		err := w.post(ctx, w.url(server), query, map[string]any{"input": input, "key": key}, &data)
		var refused *refusal
		switch {
		case err == nil && data.Done.Thing != nil && len(data.Done.UserErrors) == 0:
			return *data.Done.Thing, true
		case err == nil:
			w.problem("%s was refused: %+v (repeated: %t)", write.Name, data.Done.UserErrors, isRepeated)
			return owned{}, false
		case errors.As(err, &refused) && !refused.isPassing():
			w.problem("%s was refused: %v (repeated: %t)", write.Name, err, isRepeated)
			return owned{}, false
		}
		if !isRepeated {
			w.unknown.Add(1)
		}
		isRepeated = true
		server++
		if away(ctx, again); givesUp || ctx.Err() != nil || w.isStopped() {
			return owned{}, false
		}
	}
}
