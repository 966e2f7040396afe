package feed

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/asterism-qa/asterism/internal/ident"
)

func TestOthersAreToldAtOnceAndThenOnceForAllThatComesWithinAWhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begin := time.Now()
		type telling struct {
			at    time.Duration
			names int
		}
		var told []telling
		h := newHerald(50*time.Millisecond, func(_ context.Context, payload string) error {
			told = append(told, telling{time.Since(begin), len(strings.Split(payload, ","))})
			return errors.New("the database is away") // nobody waits for it
		})
		ctx, cancel := context.WithCancel(t.Context())
		go h.run(ctx)
		one, two := ident.New(ident.Project), ident.New(ident.Project)
		for range 100 { // a commit each millisecond
			h.add([]ident.ID{one})
			h.add([]ident.ID{two})
			synctest.Wait()
			<-time.After(time.Millisecond)
		}
		<-time.After(time.Second)
		h.add([]ident.ID{one})
		synctest.Wait()
		cancel()
		synctest.Wait()
		if len(told) < 4 || told[0].at != 0 || len(told) > 5 {
			t.Fatalf("told %v", told)
		}
		for i, one := range told[1:] {
			if one.at-told[i].at < 50*time.Millisecond {
				t.Errorf("told at %v and again at %v", told[i].at, one.at)
			}
		}
		if last := told[len(told)-1]; told[1].names != 2 || last.names != 1 || last.at != 1100*time.Millisecond {
			t.Errorf("told %v", told)
		}
	})
}

func TestWhatIsToldFitsAndIsUnderstood(t *testing.T) {
	h, e := newHerald(0, nil), newEars()
	for count, named := range map[int]bool{1: true, maxNamed: true, maxNamed + 1: false} {
		ids := map[ident.ID]struct{}{}
		for range count {
			id := ident.New(ident.Project)
			ids[id] = struct{}{}
			h.add([]ident.ID{id})
		}
		payload := h.payload()
		if len(payload) > 7999 || (payload != "") != named {
			t.Fatalf("%d projects are told in %d bytes", count, len(payload))
		}
		e.hear(payload)
		heard := e.take()
		if (len(heard) == count) != named {
			t.Errorf("of %d projects %d were heard", count, len(heard))
		}
		for id := range heard {
			if _, is := ids[id]; !is {
				t.Errorf("%s was heard of and never told", id)
			}
		}
	}
	e.hear(ident.New(ident.Project).UUID())
	e.hear("what is this")
	if heard := e.take(); len(heard) != 0 {
		t.Errorf("what is not understood means any, not %v", heard)
	}
}
