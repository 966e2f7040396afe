package stage_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
)

func TestWhatIsPutComesBackInOrderAndAgain(t *testing.T) {
	s := stage.New(stage.Options{}, func(record.Warning) {})
	defer s.Close()
	at := time.Date(2026, 1, 2, 3, 4, 5, 6000, time.FixedZone("", 3600))
	for file, name := range []string{"a", "b", "c"} {
		if err := s.Put(file, &record.Result{Name: name, Status: "PASSED", ExecutedAt: at, Message: `a \ufffd that is spelt out, a real �`}); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		var names []string
		err := s.Each(context.Background(), record.KindResult, func(file int, r record.Record) error {
			one := r.(*record.Result)
			if file != len(names) || !one.ExecutedAt.Equal(at) || one.ExecutedAt.Location() != time.UTC {
				t.Errorf("file %d: %+v", file, one)
			}
			names = append(names, one.Name)
			return nil
		})
		if err != nil || strings.Join(names, "") != "abc" {
			t.Errorf("got %v, %v", names, err)
		}
	}
	if s.Counts != (stage.Counts{Executions: 3, Passed: 3}) {
		t.Errorf("counts %+v", s.Counts)
	}
}

func TestBytesThatAreNoTextAreRefusedWithTheirPlace(t *testing.T) {
	s := stage.New(stage.Options{}, func(record.Warning) {})
	defer s.Close()
	for _, title := range []string{"a\x00b", "\xff"} {
		err := s.Put(0, &record.Requirement{Position: record.Position{File: "f", Line: 7}, Title: title})
		var refused *record.Error
		if !errors.As(err, &refused) || refused.Line != 7 {
			t.Errorf("%q: %v", title, err)
		}
	}
}

func TestALongNameIsShortenedOnceAndAlikeEverywhere(t *testing.T) {
	warnings := 0
	s := stage.New(stage.Options{}, func(record.Warning) { warnings++ })
	defer s.Close()
	long := strings.Repeat("ü", 150)
	r, l := &record.Requirement{Key: long}, &record.Link{Requirement: long, Case: "c"}
	for _, one := range []record.Record{r, l} {
		if err := s.Put(0, one); err != nil {
			t.Fatal(err)
		}
	}
	if r.Key != l.Requirement || len(r.Key) > 200 || !utf8.ValidString(r.Key) || warnings != 1 || r.Key != stage.ShortKey(long) {
		t.Errorf("keys %q and %q, %d warnings", r.Key, l.Requirement, warnings)
	}
}
