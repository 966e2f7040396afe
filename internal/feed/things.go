package feed

import (
	"context"
	"encoding/json"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
)

// pageOfThings is how many things are read at once.
const pageOfThings = 1_000

// Things gives every thing of a project that changes tell of, kind by kind, in the form of an envelope without a number:
// its fields have no before. What is in the trash is given too, with its deletedAt, as changes tell it.
func Things(ctx context.Context, client *ent.Client, p *ent.Project, give func(line json.RawMessage) error) error {
	ctx = people.IncludingTrash(ctx)
	for _, word := range EntityTypes() {
		kind := tellable[word]
		var last ident.ID
		for {
			ids, err := client.IDsAfter(ctx, kind, p.ID, last, pageOfThings)
			if err != nil {
				return err
			}
			if len(ids) == 0 {
				break
			}
			states, err := client.States(ctx, kind, ids, false)
			if err != nil {
				return err
			}
			for _, state := range states {
				line, err := thing(p, state)
				if err != nil {
					return err
				}
				if err := give(line); err != nil {
					return err
				}
			}
			last = ids[len(ids)-1]
		}
	}
	return nil
}

func thing(p *ent.Project, state ent.State) (json.RawMessage, error) {
	data, err := changes.Present(state)
	if err != nil {
		return nil, err
	}
	line := appendText([]byte(`{"project":`), p.Key)
	line = append(line, `,"op":"SNAPSHOT","entityType":`...)
	line = strconv.AppendQuote(line, state.ID.Kind().Word())
	line = append(line, `,"entityId":`...)
	line = strconv.AppendQuote(line, state.ID.String())
	line = append(append(line, ','), data...)
	return append(line, '}'), nil
}
