//go:build unix

package suite_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"testing"
	"time"
)

const (
	createConsumer = `mutation { consumerCreate(input: {project: "PAY", name: "ci"}) { userErrors { message } } }`
	confirm        = `mutation ($cursor: ChangeCursor!, $lease: String) {
		consumerAck(input: {project: "PAY", consumer: "ci", cursor: $cursor, lease: $lease}) { consumer { acked } userErrors { message code } } }`
	consume = `subscription { message: consume(project: "PAY", consumer: "ci") { lease change { cursor seq op } } }`
)

// lent is what a consumer receives.
type lent struct {
	Lease  string
	Change message
}

// serve asks a server for the changes of the consumer, and gives them until the context or the stream ends.
func serve(ctx context.Context, url string, give func(lent)) error {
	body, err := json.Marshal(map[string]any{"query": consume})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	return lines(request, func(line []byte) error {
		text, is := bytes.CutPrefix(line, []byte("data:"))
		if !is || len(bytes.TrimSpace(text)) == 0 {
			return nil
		}
		var found answered
		if err := json.Unmarshal(text, &found); err != nil {
			return err
		}
		if err := found.refused(); err != nil {
			return err
		}
		var data struct{ Message lent }
		if err := json.Unmarshal(found.Data, &data); err != nil {
			return err
		}
		give(data.Message)
		return nil
	})
}

func TestALeaseMovesFromAReplicaThatIsPausedAndItsLateConfirmationIsRefused(t *testing.T) {
	t.Parallel() // it waits for half a minute
	s := replicas(t)
	ask := func(server int, query string, variables map[string]any, into any) {
		t.Helper()
		if err := s.post(soon(t), s.url(server), query, variables, into); err != nil {
			t.Fatal(err)
		}
	}
	var ignored any
	ask(0, createConsumer, nil, &ignored)
	first, over := make(chan lent, 100), make(chan error, 1)
	go func() { over <- serve(t.Context(), s.url(0), func(l lent) { first <- l }) }()
	s.add(t, 1)
	before := changeOf(t, first)

	if err := s.servers[0].Life().Stop(); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	second := make(chan lent, 100)
	go func() {
		for t.Context().Err() == nil { // refused as long as the first one holds it
			if err := serve(t.Context(), s.url(1), func(l lent) { second <- l }); err != nil {
				away(t.Context(), 500*time.Millisecond)
			}
		}
	}()
	after := changeOf(t, second)
	took := time.Since(began)
	t.Logf("the lease moved after %s", took)
	if after.Lease == before.Lease || after.Change.Seq != before.Change.Seq {
		t.Errorf("the other replica gives %+v, after %+v of the first", after, before)
	}
	if took < 15*time.Second {
		t.Errorf("the lease moved after %s, while the first one may still have been at work", took)
	}
	if err := s.servers[0].Life().Continue(); err != nil {
		t.Fatal(err)
	}
	refused := &refusal{}
	if err := <-over; !errors.As(err, &refused) || refused.Code != "LEASE_LOST" {
		t.Errorf("the stream of the first one ended with %v, want LEASE_LOST", err)
	}
	var data struct {
		ConsumerAck struct {
			Consumer   *struct{ Acked int64 }
			UserErrors []refusal
		}
	}
	err := s.post(soon(t), s.url(0), confirm, map[string]any{"cursor": before.Change.Cursor, "lease": before.Lease}, &data)
	if !errors.As(err, &refused) || refused.Code != "LEASE_LOST" {
		t.Errorf("the late confirmation: %v, want LEASE_LOST", err)
	}
	ask(0, confirm, map[string]any{"cursor": after.Change.Cursor, "lease": after.Lease}, &data)
	if got := data.ConsumerAck; got.Consumer == nil || got.Consumer.Acked != after.Change.Seq {
		t.Errorf("the right confirmation: %+v", got)
	}
}

// changeOf waits for the first change.
func changeOf(t *testing.T, from <-chan lent) lent {
	t.Helper()
	limit := time.After(2 * patience)
	for {
		select {
		case l := <-from:
			if l.Change.isChange() {
				return l
			}
		case <-limit:
			t.Fatal("no change came")
		}
	}
}
