package signatures_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/failuresignature"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/signatures"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func ensure(p *projecttest.Project, seen ...signatures.Seen) (ids map[string]ident.ID) {
	p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
		ids, err = signatures.Ensure(ctx, tx, p.Project, seen)
		return err
	})
	return ids
}

func at(text string, hours int) signatures.Seen {
	return signatures.Seen{Text: text, At: projecttest.Now.Add(time.Duration(hours) * time.Hour)}
}

func TestASignatureIsMadeOnceAndLearnsWhenItWasSeen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		first := ensure(p, at("a", 2), at("b", 2), at("a", 1))
		again := ensure(p, at("a", 5), at("b", 2), at("c", 0), at("b", -3))
		for _, text := range []string{"a", "b"} {
			if hash := signatures.Hash(text); first[hash].IsZero() || first[hash] != again[hash] {
				t.Errorf("%s was %s and is %s", text, first[hash], again[hash])
			}
		}
		for text, want := range map[string][2]int{"a": {1, 5}, "b": {-3, 2}, "c": {0, 0}} {
			one := p.Client.FailureSignature.Query().Where(failuresignature.Text(text)).OnlyX(p.Ctx)
			if !one.FirstSeenAt.Equal(at("", want[0]).At) || !one.LastSeenAt.Equal(at("", want[1]).At) || one.Version != 1 || one.Class != "TO_INVESTIGATE" {
				t.Errorf("%s: %+v", text, one)
			}
		}
	})
}

func TestManySignaturesCostAsMuchAsOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		cost := func(count, hours int) int64 {
			var seen []signatures.Seen
			for i := range count {
				seen = append(seen, at(fmt.Sprintf("text %d of %d", i, count), hours))
			}
			before := s.Statements.Count()
			ensure(p, seen...)
			return s.Statements.Count() - before
		}
		for _, hours := range []int{0, 0, 1} { // new, known, seen again later
			if one, many := cost(1, hours), cost(500, hours); one != many {
				t.Errorf("%d statements for one, %d for many", one, many)
			}
		}
	})
}

func TestASignatureIsClassified(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		ensure(p, at("a", 0))
		id := p.Client.FailureSignature.Query().OnlyIDX(p.Ctx)
		var known *ent.Defect
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			known = tx.Defect.Create().SetProjectID(p.ID).SetKey("D").SetTitle("D").SaveX(ctx)
			return nil
		})
		try := func(in signatures.ClassifyInput) (one *ent.FailureSignature, err error) {
			err = p.Try(func(ctx context.Context, tx *ent.Client) (err error) {
				one, err = signatures.Classify(ctx, tx, in)
				return err
			})
			return one, err
		}
		note, bad, until := "flaky", "\x00", projecttest.Now.Add(time.Hour)
		one, err := try(signatures.ClassifyInput{ID: id, ExpectedVersion: 1, Class: "AUTOMATION", Note: &note, Defect: &known.ID, MuteUntil: &until})
		if err != nil || one.Class != "AUTOMATION" || one.Note != note || *one.DefectID != known.ID || !one.MuteUntil.Equal(until) || one.Version != 2 {
			t.Errorf("%+v, %v", one, err)
		}
		one, err = try(signatures.ClassifyInput{ID: id, ExpectedVersion: 2, Class: "PRODUCT"})
		if err != nil || one.Class != "PRODUCT" || one.Note != note || *one.DefectID != known.ID || one.MuteUntil != nil {
			t.Errorf("what is left out: %+v, %v", one, err)
		}
		absent, past, long := ident.New(ident.Defect), projecttest.Now, strings.Repeat("é", 20_001)
		for name, c := range map[string]struct {
			in     signatures.ClassifyInput
			code   fault.Code
			fields string
		}{
			"wrong input":     {signatures.ClassifyInput{ID: id, ExpectedVersion: 3, Class: "X", Note: &bad, MuteUntil: &past}, fault.Invalid, "class note muteUntil"},
			"too long a note": {signatures.ClassifyInput{ID: id, ExpectedVersion: 3, Class: "DATA", Note: &long}, fault.Invalid, "note"},
			"not there":       {signatures.ClassifyInput{ID: ident.New(ident.FailureSignature), Class: "DATA"}, fault.NotFound, "id"},
			"old version":     {signatures.ClassifyInput{ID: id, ExpectedVersion: 1, Class: "DATA"}, fault.Conflict, "expectedVersion"},
			"no such defect":  {signatures.ClassifyInput{ID: id, ExpectedVersion: 3, Class: "DATA", Defect: &absent}, fault.NotFound, "defect"},
		} {
			_, err := try(c.in)
			var fields []string
			for _, one := range fault.All(err) {
				fields = append(fields, strings.Join(one.Field, "."))
			}
			if !fault.Is(err, c.code) || strings.Join(fields, " ") != c.fields {
				t.Errorf("%s: %q, %v", name, fields, err)
			}
		}
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Defect.Update().Where(defect.ID(known.ID)).SetDeletedAt(past).Exec(ctx)
		})
		if _, err := try(signatures.ClassifyInput{ID: id, ExpectedVersion: 3, Class: "DATA", Defect: &known.ID}); !fault.Is(err, fault.NotFound) {
			t.Errorf("a defect in the trash: %v", err)
		}
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Membership.Update().SetRole(membership.RoleVIEWER).Exec(ctx)
		})
		if _, err := try(signatures.ClassifyInput{ID: id, ExpectedVersion: 3, Class: "DATA"}); !fault.Is(err, fault.Denied) {
			t.Errorf("by a mere viewer: %v", err)
		}
	})
}
