package search

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/searchentry"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// How many hits a page holds when nobody says, and at most.
const (
	usualFirst = 20
	mostFirst  = 100
)

// Query is what somebody looks for.
type Query struct {
	// Text is what was typed: words that must all occur, the last one perhaps unfinished, and phrases in quotation marks.
	Text string
	// Project narrows to one project; zero looks into all that the viewer may see.
	Project ident.ID
	// Kinds narrows to things of some kinds; empty looks for all.
	Kinds []searchentry.Kind
	// First is how many hits a page holds, at most 100; 0 means 20.
	First int
	// After is the end cursor of the page before; empty for the first page.
	After string
}

// Hit is one thing that was found.
type Hit struct {
	// Entity is the requirement, test case, defect or comment.
	Entity ident.ID
	Kind   searchentry.Kind
	// Rank tells how well it fits, from RankText to RankKey.
	Rank int
	// Title is that of the thing with the found words marked; empty for a comment.
	Title []Piece
	// Snippet is the place in its other texts where the words stand first, or their beginning.
	Snippet []Piece
}

// Page is a piece of the answer, best hits first.
type Page struct {
	Hits []Hit
	// EndCursor continues after the last hit; empty when there are no hits.
	EndCursor string
	// HasNext tells that there are further hits.
	HasNext bool
	// Total is how many hits there are on all pages.
	Total int
}

// Find answers a query within the walls of the viewer. It costs the same number of statements whatever it finds.
func Find(ctx context.Context, client *ent.Client, q Query) (Page, error) {
	text, after, err := check(&q)
	if err != nil {
		return Page{}, err
	}
	projects, err := visible(ctx, client, q.Project)
	if err != nil || len(projects) == 0 {
		return Page{}, err
	}
	query := client.SearchEntry.Query().Where(text.matching(), in(projects))
	if len(q.Kinds) > 0 {
		query.Where(searchentry.KindIn(q.Kinds...))
	}
	rows, err := text.ranked(ctx, query.Clone(), after, q.First+1)
	if err != nil {
		return Page{}, err
	}
	var page Page
	if after != nil { // what is still to come is not all there is
		page.Total, err = query.Count(ctx)
	} else if len(rows) > 0 {
		page.Total = rows[0].All
	}
	if err != nil {
		return Page{}, err
	}
	if page.HasNext = len(rows) > q.First; page.HasNext {
		rows = rows[:q.First]
	}
	if len(rows) > 0 {
		page.EndCursor = q.cursor(rows[len(rows)-1])
	}
	page.Hits, err = text.show(ctx, client, rows)
	return page, err
}

// check refuses what cannot be looked for, all at once, and fills in what was left open.
func check(q *Query) (text asked, after *row, err error) {
	var bad fault.Check
	text, err = parse(q.Text)
	if err = bad.Note(err); err != nil {
		return text, nil, err
	}
	if q.First == 0 {
		q.First = usualFirst
	}
	if q.First < 1 || q.First > mostFirst {
		bad.Fail("a page of hits holds from 1 to 100", "first")
	}
	for _, kind := range q.Kinds {
		if searchentry.KindValidator(kind) != nil {
			bad.Fail("one of the kinds is not searched; known are REQUIREMENT, TEST_CASE, DEFECT and COMMENT", "kinds")
			break
		}
	}
	if q.After != "" {
		if after = q.read(q.After); after == nil {
			bad.Fail("the cursor was made for another search; start with the first page", "after")
		}
	}
	return text, after, bad.Err()
}

// visible are the projects to look into: none that is in the trash, and none that the viewer is no member of.
func visible(ctx context.Context, client *ent.Client, only ident.ID) ([]ident.ID, error) {
	query := client.Project.Query().Where(project.DeletedAtIsNil())
	if !only.IsZero() {
		query.Where(project.ID(only))
	}
	ids, err := query.IDs(ctx)
	if err == nil && len(ids) == 0 && !only.IsZero() {
		return nil, fault.New(fault.NotFound, "there is no such project, or you may not see it").At("project")
	}
	return ids, err
}

// row is an entry as it stands in the order of hits.
type row struct {
	Entity  ident.ID         `sql:"entity_id"`
	Kind    searchentry.Kind `sql:"kind"`
	Rank    int              `sql:"hit_rank"`
	Changed time.Time        `sql:"changed_at"`
	// All is how many there are from here on; counted together, since looking at all of them is what costs.
	All int `sql:"hits_in_all"`
}

// ranked are the entries that match, best first, then the newest.
func (a asked) ranked(ctx context.Context, query *ent.SearchEntryQuery, after *row, most int) ([]row, error) {
	var rows []row
	err := query.Modify(func(s *sql.Selector) {
		s.Select(s.C(searchentry.FieldEntityID), s.C(searchentry.FieldKind), s.C(searchentry.FieldChangedAt)).
			AppendSelectExprAs(a.rank(s), "hit_rank").AppendSelectExprAs(sql.Raw("COUNT(*) OVER ()"), "hits_in_all").
			OrderBy(sql.Desc("hit_rank"), sql.Desc(s.C(searchentry.FieldChangedAt)), s.C(searchentry.FieldEntityID)).
			Limit(most)
		if after != nil {
			s.Where(a.beyond(s, *after))
		}
	}).Scan(ctx, &rows)
	return rows, err
}

// beyond is true for entries that come after a place.
func (a asked) beyond(s *sql.Selector, place row) *sql.Predicate {
	rank := func(op string) *sql.Predicate {
		return sql.P(func(b *sql.Builder) { b.Join(a.rank(s)).WriteString(op).Arg(place.Rank) })
	}
	changed := s.C(searchentry.FieldChangedAt)
	return sql.Or(rank(" < "), sql.And(rank(" = "), sql.Or(
		sql.LT(changed, place.Changed),
		sql.And(sql.EQ(changed, place.Changed), sql.GT(s.C(searchentry.FieldEntityID), place.Entity)),
	)))
}

// show puts the things beside the hits. One that went into the trash a moment ago is left out.
func (a asked) show(ctx context.Context, client *ent.Client, rows []row) ([]Hit, error) {
	ids := make([]ident.ID, len(rows))
	for i, one := range rows {
		ids[i] = one.Entity
	}
	things, err := load(ctx, client, ids, false)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, 0, len(rows))
	for _, one := range rows {
		if thing := things[one.Entity]; thing != nil {
			hits = append(hits, Hit{
				Entity: one.Entity, Kind: one.Kind, Rank: one.Rank, Title: a.title(thing.title), Snippet: a.snippet(thing),
			})
		}
	}
	return hits, nil
}
