//go:build unix

package suite_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

// shown is how many findings are told.
const shown = 20

// judge ends everything, reads how things are and checks the history.
func (w *world) judge(ctx context.Context) {
	w.t.Helper()
	w.stop()
	w.writing.Wait()
	h := history.History{Writes: w.writes, Imports: w.imports}
	heads := map[string]int64{}
	for _, key := range w.projects {
		head, state, err := w.state(ctx, key)
		if err != nil {
			w.t.Fatalf("read the end of project %s: %v", key, err)
		}
		heads[key] = head
		h.Projects = append(h.Projects, history.Project{Key: key, Head: head, State: state, Whole: kinds(state)})
	}
	w.await(ctx, heads)
	w.leave()
	w.reading.Wait()
	lines := 0
	for _, s := range w.subscribers {
		h.Subscribers = append(h.Subscribers, s.seen())
		lines += len(s.lines)
	}
	findings := history.Check(h)
	for i, one := range findings {
		if i == shown {
			break
		}
		w.t.Error(one)
	}
	for _, one := range w.problems {
		w.t.Error(one)
	}
	w.t.Logf("seed %d: kills %v; %d lines judged, heads %v; %d writes and %d imports, %d acknowledged, %d unknown at first; %d resumptions; %d findings",
		w.seed, w.kills, lines, heads, len(w.writes), len(w.imports), w.acknowledged.Load(), w.unknown.Load(), w.resumed.Load(), len(findings))
}

// await waits until every subscriber has come to the heads. One who does not is told by the check.
func (w *world) await(ctx context.Context, heads map[string]int64) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for _, s := range w.subscribers {
		for !s.hasReached(heads) && ctx.Err() == nil {
			away(ctx, again)
		}
		if !s.hasReached(heads) {
			w.t.Errorf("did not reach the heads %v: %s", heads, s)
		}
	}
}

// state is a snapshot: the number of the last change and all things.
func (s *site) state(ctx context.Context, project string) (int64, map[string]history.Entity, error) {
	at, entities, err := s.snapshot(ctx, project)
	return at.seqs[project], entities, err
}

// snapshot takes one.
func (s *site) snapshot(ctx context.Context, project string) (standing, map[string]history.Entity, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url(0)+"/snapshot/"+project, nil)
	if err != nil {
		return standing{}, nil, err
	}
	at, isWhole := standing{seqs: map[string]int64{}}, false
	entities := map[string]history.Entity{}
	err = lines(request, func(text []byte) error {
		var line struct {
			Op, Cursor, EntityType, EntityID string
			Seq                              int64
			Fields                           []struct {
				Field string
				After json.RawMessage
			}
		}
		if err := json.Unmarshal(text, &line); err != nil {
			return err
		}
		switch line.Op {
		case "READY":
			at.cursor, at.seqs[project] = line.Cursor, line.Seq
		case "COMPLETE":
			isWhole = true
		case "SNAPSHOT":
			fields := map[string]json.RawMessage{}
			for _, field := range line.Fields {
				fields[field.Field] = field.After
			}
			entities[line.EntityID] = history.Entity{Type: line.EntityType, Fields: fields}
		}
		return nil
	})
	if !isWhole {
		return standing{}, nil, fmt.Errorf("the snapshot broke off: %w", err)
	}
	if !errors.Is(err, io.EOF) {
		return standing{}, nil, err
	}
	return at, entities, nil
}

// kinds are the kinds of things in a state.
func kinds(state map[string]history.Entity) []string {
	found := map[string]bool{}
	for _, one := range state {
		found[one.Type] = true
	}
	return slices.Sorted(maps.Keys(found))
}
