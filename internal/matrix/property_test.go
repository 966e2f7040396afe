package matrix_test

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/matrix"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestAnyWindowOfAnySmallProjectIsAnsweredAsTheRuleSays(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { checkWindows(t, storetest.SQLite(t), 150) })
	t.Run("postgres", func(t *testing.T) { checkWindows(t, storetest.Postgres(t), 30) })
}

func checkWindows(t *testing.T, s *store.Store, times int) {
	setFlag(t, "rapid.checks", strconv.Itoa(times))
	if flag.Lookup("rapid.seed").Value.String() == "0" {
		setFlag(t, "rapid.seed", "20260302") // the same projects every time, unless somebody asks for others
	}
	t.Logf("seed %s", flag.Lookup("rapid.seed").Value)
	people.RaiseWalls(s.Client)
	hub, ctx, number := changes.NewHub(s), viewer.AsSystem(context.Background()), 0
	rapid.Check(t, func(r *rapid.T) {
		number++
		w := someWorld(r)
		in := save(ctx, t, hub, fmt.Sprintf("P%d", number), w)
		for range 4 {
			q := someQuestion(r)
			got, err := matrix.Of(ctx, s.Client, in.project, q)
			if err != nil {
				r.Fatal(err)
			}
			same(r, w, in, q, got)
			addsUp(ctx, r, s, in, q)
		}
	})
}

// same compares an answer with that of the model.
func same(r *rapid.T, w *world, in *saved, q matrix.Question, got *matrix.Answer) {
	allRows, allColumns := w.rows(q), w.columns(q)
	rows, columns := part(allRows, q.Rows), part(allColumns, q.Columns)
	if got.RowCount != len(allRows) || got.ColumnCount != len(allColumns) {
		r.Fatalf("%+v: %d × %d, want %d × %d", q, got.RowCount, got.ColumnCount, len(allRows), len(allColumns))
	}
	var gotRows, gotColumns []int
	for _, one := range got.Rows {
		gotRows = append(gotRows, slices.Index(in.requirements, one.ID))
	}
	for _, one := range got.Columns {
		gotColumns = append(gotColumns, slices.Index(in.cases, one.ID))
	}
	if !slices.Equal(gotRows, rows) || !slices.Equal(gotColumns, columns) {
		r.Fatalf("%+v: rows %v and columns %v, want %v and %v", q, gotRows, gotColumns, rows, columns)
	}
	var cells []cell
	for _, one := range got.Cells {
		cells = append(cells, cell{rows[one.Row], columns[one.Column], one.Evidence, len(one.Links)})
		for _, l := range one.Links {
			if *l.RequirementID != in.requirements[rows[one.Row]] || *l.TestCaseID != in.cases[columns[one.Column]] {
				r.Fatalf("%+v: the link %s stands in the wrong cell", q, l.ID)
			}
		}
	}
	if want := w.cells(rows, columns); !slices.Equal(cells, want) {
		r.Fatalf("%+v: cells %v, want %v", q, cells, want)
	}
}

// addsUp holds that the cells of a whole row are what coverage counts, and that gaps are what it calls UNCOVERED.
func addsUp(ctx context.Context, r *rapid.T, s *store.Store, in *saved, q matrix.Question) {
	whole := matrix.Axis{First: matrix.MaxFirst}
	got, err := matrix.Of(ctx, s.Client, in.project, matrix.Question{Rows: whole, Columns: whole, Gaps: q.Gaps, Cells: true, Scope: q.Scope})
	if err != nil {
		r.Fatal(err)
	}
	counted, err := coverage.Of(ctx, s.Client, in.requirements, q.Scope)
	if err != nil {
		r.Fatal(err)
	}
	for i, row := range got.Rows {
		want, number := counted[row.ID], map[coverage.Status]int{}
		for _, one := range got.Cells {
			if one.Row == i {
				number[one.Evidence]++
			}
		}
		if number[coverage.Passed] != want.Passed || number[coverage.Failed] != want.Failed || number[coverage.Stale] != want.Stale ||
			number[coverage.NotRun]+number[coverage.Unknown] != want.NotRun {
			r.Fatalf("row %s: cells %v, coverage %+v", row.Key, number, want)
		}
		if q.Gaps && want.Status != coverage.Uncovered && want.Status != coverage.Unknown {
			r.Fatalf("row %s is no gap: %+v", row.Key, want)
		}
	}
}

func someWorld(r *rapid.T) *world {
	w := &world{}
	things := func(name, prefix string) []thing {
		n := rapid.IntRange(0, 7).Draw(r, name)
		var all []thing
		for i := range n {
			all = append(all, thing{
				key: fmt.Sprintf("%s-%d", prefix, (i*5)%8+1), title: rapid.SampledFrom([]string{"Pay", "pay twice", "100%", "a_b", "退款"}).Draw(r, "title"),
				outcome:  rapid.SampledFrom([]string{"", "PASSED", "PASSED", "FAILED", "ERROR", "SKIPPED"}).Draw(r, "outcome"),
				position: rapid.IntRange(0, 5).Draw(r, "position"), trashed: rapid.IntRange(0, 5).Draw(r, "trash") == 5,
			})
		}
		return all
	}
	w.requirements, w.cases = things("requirements", "R"), things("cases", "C")
	if len(w.requirements) == 0 {
		return w
	}
	place := rapid.IntRange(0, len(w.requirements)-1)
	known := map[[2]int]bool{}
	for range rapid.IntRange(0, 6).Draw(r, "refinements") {
		if one := [2]int{place.Draw(r, "child"), place.Draw(r, "parent")}; !known[one] {
			known[one] = true
			w.refinements = append(w.refinements, one)
		}
	}
	for range rapid.IntRange(0, 10).Draw(r, "links") {
		if len(w.cases) == 0 {
			break
		}
		one := link{
			place.Draw(r, "requirement"), rapid.IntRange(0, len(w.cases)-1).Draw(r, "case"),
			rapid.SampledFrom([]string{"VERIFIES", "VALIDATES", "RELATES"}).Draw(r, "role"), rapid.SampledFrom([]string{"VALID", "SUSPECT", "CLOSED"}).Draw(r, "state"),
		}
		if one.state == "CLOSED" || !slices.ContainsFunc(w.between(one.requirement, one.testCase), func(l link) bool { return l.role == one.role }) {
			w.links = append(w.links, one)
		}
	}
	return w
}

func someQuestion(r *rapid.T) matrix.Question {
	axis := func(name string) matrix.Axis {
		return matrix.Axis{
			From: rapid.IntRange(0, 8).Draw(r, name+" from"), First: rapid.IntRange(0, 8).Draw(r, name+" first"),
			Text: rapid.SampledFrom([]string{"", "", "", "PAY", "-3", "%", "_", "退"}).Draw(r, name+" text"),
		}
	}
	return matrix.Question{
		Rows: axis("rows"), Columns: axis("columns"), Gaps: rapid.IntRange(0, 2).Draw(r, "gaps") == 0,
		Linked: rapid.Bool().Draw(r, "linked"), Counts: true, Cells: true,
	}
}

// setFlag sets a flag for the time of the test.
func setFlag(t *testing.T, name, value string) {
	t.Helper()
	before := flag.Lookup(name).Value.String()
	if err := flag.Set(name, value); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = flag.Set(name, before) })
}
