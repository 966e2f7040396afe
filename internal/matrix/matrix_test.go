package matrix_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/matrix"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// whole asks for the greatest window from a place on.
func whole(from int) matrix.Question {
	axis := matrix.Axis{From: from, First: matrix.MaxFirst}
	return matrix.Question{Rows: axis, Columns: axis, Counts: true, Cells: true}
}

func TestAWindowTakesSixStatementsWhateverItsSize(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		hub, ctx := changes.NewHub(s), viewer.AsSystem(context.Background())
		for _, size := range []int{2, 300} {
			in := save(ctx, t, hub, fmt.Sprintf("WIDE%d", size), square(size))
			for name, change := range map[string]func(*matrix.Question){
				"all":      func(*matrix.Question) {},
				"linked":   func(q *matrix.Question) { q.Linked = true },
				"by text":  func(q *matrix.Question) { q.Rows.Text, q.Columns.Text = "requ", "case" },
				"narrowed": func(q *matrix.Question) { q.Scope = coverage.Scope{Release: "1", Environment: "sit"} },
			} {
				q := whole(0)
				change(&q)
				before := s.Statements.Count()
				got, err := matrix.Of(ctx, s.Client, in.project, q)
				if err != nil {
					t.Fatal(err)
				}
				if took := s.Statements.Count() - before; took != 6 {
					t.Errorf("%s, %d: %d statements, want 6", name, size, took)
				}
				if got.RowCount != size || len(got.Cells) < size {
					t.Errorf("%s, %d: %d rows, %d cells", name, size, got.RowCount, len(got.Cells))
				}
			}
		}
	})
}

func TestWhatAWindowCannotBeIsRefusedByItsField(t *testing.T) {
	s := storetest.SQLite(t)
	people.RaiseWalls(s.Client)
	hub, ctx := changes.NewHub(s), viewer.AsSystem(context.Background())
	in := save(ctx, t, hub, "PAY", square(3))
	for field, change := range map[string]func(*matrix.Question){
		"rows.from":     func(q *matrix.Question) { q.Rows.From = -1 },
		"rows.first":    func(q *matrix.Question) { q.Rows.First = matrix.MaxFirst + 1 },
		"columns.first": func(q *matrix.Question) { q.Columns.First = -1 },
		"columns.text":  func(q *matrix.Question) { q.Columns.Text = strings.Repeat("字", 201) },
	} {
		q := whole(0)
		change(&q)
		_, err := matrix.Of(ctx, s.Client, in.project, q)
		if found := fault.Of(err); found == nil || found.Code != fault.Invalid || strings.Join(found.Field, ".") != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	beyond := whole(0)
	beyond.Rows.From = math.MaxInt32
	got, err := matrix.Of(ctx, s.Client, in.project, beyond)
	if err != nil || got.RowCount != 3 || len(got.Rows)+len(got.Cells) != 0 || len(got.Columns) != 3 {
		t.Errorf("beyond the end: %+v, %v", got, err)
	}
}

func TestAWindowThatIsTooFullIsRefusedAndASmallerOneAnswered(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		hub, ctx := changes.NewHub(s), viewer.AsSystem(context.Background())
		w := square(101)
		w.links = nil
		for i := range 101 {
			for j := range 101 {
				w.links = append(w.links, link{i, j, "VERIFIES", "VALID"})
			}
		}
		in := save(ctx, t, hub, "FULL", w)
		_, err := matrix.Of(ctx, s.Client, in.project, whole(0))
		if found := fault.Of(err); found == nil || found.Code != "COMPLEXITY_LIMIT_EXCEEDED" || strings.Join(found.Field, ".") != "rows.first" {
			t.Errorf("10,201 links: %v", err)
		}
		q := whole(0)
		q.Rows.First, q.Columns.First = 100, 100
		if got, err := matrix.Of(ctx, s.Client, in.project, q); err != nil || len(got.Cells) != 10_000 {
			t.Errorf("10,000 links: %v", err)
		}
	})
}

func TestWhoIsNoMemberSeesAnEmptyMatrix(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		hub, system := changes.NewHub(s), viewer.AsSystem(context.Background())
		mine, theirs := save(system, t, hub, "MINE", square(2)), save(system, t, hub, "THEIRS", square(2))
		ctx := member(system, t, hub, mine.project)
		for project, rows := range map[ident.ID]int{mine.project: 2, theirs.project: 0} {
			for _, narrow := range []bool{false, true} {
				q := whole(0)
				q.Linked = narrow
				got, err := matrix.Of(ctx, s.Client, project, q)
				if err != nil || got.RowCount != rows || got.ColumnCount != rows || len(got.Rows) != rows || len(got.Columns) != rows || (len(got.Cells) > 0) != (rows > 0) {
					t.Errorf("%d rows wanted: %+v, %v", rows, got, err)
				}
			}
		}
		if _, err := matrix.Of(context.Background(), s.Client, mine.project, whole(0)); err == nil {
			t.Error("nobody asked and got an answer")
		}
	})
}

// member is the context of a user who may see one project.
func member(system context.Context, t *testing.T, hub *changes.Hub, project ident.ID) context.Context {
	t.Helper()
	var user ident.ID
	err := hub.Write(system, func(ctx context.Context, tx *ent.Client) error {
		one, err := tx.User.Create().SetLogin("tester").SetName("Tester").Save(ctx)
		if err != nil {
			return err
		}
		user = one.ID
		return people.Grant(ctx, tx, project, user, membership.RoleVIEWER)
	})
	if err != nil {
		t.Fatal(err)
	}
	return viewer.With(context.Background(), viewer.Viewer{User: user})
}

// BenchmarkOf asks for windows of 50 × 50 and 200 × 200 at the beginning and the end of 2,000 × 2,000.
func BenchmarkOf(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *store.Store{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		b.Run(name, func(b *testing.B) {
			s := open(b)
			people.RaiseWalls(s.Client)
			hub, system := changes.NewHub(s), viewer.AsSystem(context.Background())
			in := save(system, b, hub, "WIDE", square(2_000))
			for _, size := range []int{50, 200} {
				for _, from := range []int{0, 2_000 - size} {
					for what, change := range map[string]func(*matrix.Question){
						"plain": func(*matrix.Question) {}, "linked": func(q *matrix.Question) { q.Linked = true }, "gaps": func(q *matrix.Question) { q.Gaps = true },
						"uncounted": func(q *matrix.Question) { q.Counts = false },
					} {
						q := whole(from)
						q.Rows.First, q.Columns.First = size, size
						change(&q)
						b.Run(fmt.Sprintf("%d/from %d/%s", size, from, what), func(b *testing.B) {
							for b.Loop() {
								if _, err := matrix.Of(system, s.Client, in.project, q); err != nil {
									b.Fatal(err)
								}
							}
						})
					}
				}
			}
		})
	}
}
