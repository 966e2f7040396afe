package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// Rows that come in during a walk are shown or not, but they never make another row come twice or not at all.
func TestCursorsStayWhereTheyAreWhileRowsComeIn(t *testing.T) {
	s := graphtest.New(t, storetest.SQLite(t))
	w := populate(s, "PAY", 9)
	var seen []string
	after := any(nil)
	for i := 0; ; i++ {
		s.Write(func(ctx context.Context, tx *ent.Client) error { // one before all others, one after them, one in between
			for _, key := range []string{fmt.Sprintf("A-%d", i), fmt.Sprintf("Z-%d", i), fmt.Sprintf("R-004-%d", i)} {
				tx.Requirement.Create().SetID(nextID(ident.Requirement)).SetProjectID(w.project.ID).SetKey(key).SetTitle(key).ExecX(ctx)
			}
			return nil
		})
		var got struct {
			Project struct {
				Requirements struct {
					Nodes    []struct{ Key string }
					PageInfo struct {
						EndCursor   string
						HasNextPage bool
					}
				}
			}
		}
		s.Data(`query($after: Cursor) { project(key: "PAY") { requirements(first: 3, after: $after, orderBy: [{field: KEY, direction: ASC}]) { nodes { key } pageInfo { endCursor hasNextPage } } } }`,
			map[string]any{"after": after}, &got)
		for _, one := range got.Project.Requirements.Nodes {
			seen = append(seen, one.Key)
		}
		after = got.Project.Requirements.PageInfo.EndCursor
		if i > 50 || !got.Project.Requirements.PageInfo.HasNextPage || seen[len(seen)-1] > "Z" {
			break
		}
	}
	if !slices.IsSorted(seen) || len(slices.Compact(slices.Clone(seen))) != len(seen) {
		t.Errorf("out of order or twice: %v", seen)
	}
	for i := range 9 {
		if key := fmt.Sprintf("R-%03d", i); !slices.Contains(seen, key) {
			t.Errorf("%s was never shown: %v", key, seen)
		}
	}
}

func TestACursorIsTakenOnlyByTheListThatGaveIt(t *testing.T) {
	s := graphtest.New(t, storetest.SQLite(t))
	populate(s, "PAY", 3)
	lists := map[string]string{
		"requirements":                `requirements(%s)`,
		"requirements by key":         `requirements(orderBy: [{field: KEY}], %s)`,
		"requirements by key down":    `requirements(orderBy: [{field: KEY, direction: DESC}], %s)`,
		"requirements by title":       `requirements(orderBy: [{field: TITLE}], %s)`,
		"requirements by both":        `requirements(orderBy: [{field: KEY}, {field: TITLE}], %s)`,
		"requirements by both turned": `requirements(orderBy: [{field: TITLE}, {field: KEY}], %s)`,
		"requirements by place":       `requirements(orderBy: [{field: POSITION}], %s)`,
		"cases":                       `testCases(%s)`,
		"cases by key":                `testCases(orderBy: [{field: KEY}], %s)`,
		"executions":                  `executions(%s)`,
	}
	for from, given := range lists {
		var got struct {
			Project struct{ List page }
		}
		s.Data(`{ project(key: "PAY") { list: `+fmt.Sprintf(given, "first: 1")+` { pageInfo { endCursor } } } }`, nil, &got)
		cursor := *got.Project.List.PageInfo.EndCursor
		for to, taken := range lists {
			for _, name := range []string{"after", "before"} {
				answer := s.Ask(`{ project(key: "PAY") { list: `+fmt.Sprintf(taken, fmt.Sprintf("%s: %q", name, cursor))+` { totalCount } } }`, nil)
				if refused := len(answer.Errors) == 1 && answer.Errors[0].Extensions["code"] == invalid; refused == (from == to) {
					t.Errorf("a cursor of %s as %s in %s: %s", from, name, to, answer.Raw)
				}
			}
		}
	}
}

// A cursor holds what the list is ordered by, however long that is.
func TestACursorOfALongTitleIsTakenBack(t *testing.T) {
	s := graphtest.New(t, storetest.SQLite(t))
	w := populate(s, "PAY", 0)
	s.Write(func(ctx context.Context, tx *ent.Client) error {
		for i, length := range []int{10, 40, 300, 40_000} {
			tx.Requirement.Create().SetProjectID(w.project.ID).SetKey(fmt.Sprint(i)).SetTitle(strings.Repeat("t", length)).ExecX(ctx)
		}
		return nil
	})
	after := any(nil)
	for i := range 4 {
		var got struct{ Project struct{ List page } }
		s.Data(`query($after: Cursor) { project(key: "PAY") { list: requirements(first: 1, after: $after, orderBy: [{field: TITLE}]) { pageInfo { hasNextPage endCursor } } } }`,
			map[string]any{"after": after}, &got)
		if got.Project.List.PageInfo.HasNextPage != (i < 3) {
			t.Fatalf("page %d: %+v", i, got.Project.List.PageInfo)
		}
		after = *got.Project.List.PageInfo.EndCursor
	}
}
