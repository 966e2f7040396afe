package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

const window = `query($key: String!, $rows: MatrixAxisInput!, $columns: MatrixAxisInput!, $gaps: Boolean, $linked: Boolean, $scope: CoverageScope) {
  project(key: $key) { matrix(rows: $rows, columns: $columns, gaps: $gaps, linked: $linked, scope: $scope) {
    rowCount columnCount
    rows { key title contentVersion coverage(scope: $scope) { status cases passed } }
    columns { key title lastStatus }
    cells { row column evidence links { id version role state requirement { key } testCase { key } } }
  } } }`

type shownMatrix struct {
	Project *struct {
		Matrix struct {
			RowCount, ColumnCount int
			Rows, Columns         []struct{ Key string }
			Cells                 []struct {
				Row, Column int
				Evidence    string
				Links       []struct {
					State                 string
					Requirement, TestCase struct{ Key string }
				}
			}
		}
	}
}

func axis(from, first int) map[string]any { return map[string]any{"from": from, "first": first} }

func TestAWindowOfTheMatrixShowsWhatStandsInItAndHowMuchThereIs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		populate(s, "PAY", 5)
		var got shownMatrix
		s.Data(window, map[string]any{"key": "PAY", "rows": axis(1, 2), "columns": axis(3, 2)}, &got)
		m := got.Project.Matrix
		if m.RowCount != 5 || m.ColumnCount != 10 || len(m.Rows) != 2 || m.Rows[0].Key != "R-001" || m.Columns[0].Key != "C-001-1" {
			t.Errorf("got %+v", m)
		}
		var cells []string
		for _, one := range m.Cells {
			link := one.Links[0]
			cells = append(cells, fmt.Sprintf("%d %d %s %s %s %s", one.Row, one.Column, link.Requirement.Key, link.TestCase.Key, one.Evidence, link.State))
		}
		if want := "0 0 R-001 C-001-1 FAILED VALID, 1 1 R-002 C-002-0 PASSED VALID"; strings.Join(cells, ", ") != want {
			t.Errorf("cells %v, want %s", cells, want)
		}
		s.Data(window, map[string]any{"key": "PAY", "rows": axis(0, 5), "columns": axis(0, 5), "scope": map[string]any{"build": "b1"}, "linked": true}, &got)
		for _, one := range got.Project.Matrix.Cells {
			if one.Evidence != "PASSED" {
				t.Errorf("on the first build nothing failed: %+v", one)
			}
		}
		empty := s.Ask(window, map[string]any{"key": "PAY", "rows": axis(0, 5), "columns": axis(0, 5), "gaps": true, "linked": true})
		if !strings.Contains(string(empty.Data), `"rowCount":0,"columnCount":0,"rows":[],"columns":[],"cells":[]`) {
			t.Errorf("without gaps: %s", empty.Raw)
		}
	})
}

func TestAWindowOfTheMatrixCostsAsManyStatementsWhateverItsSize(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		populate(s, "PAY", 30)
		window := strings.ReplaceAll(window, " requirement { key } testCase { key }", "") // three things in each cell are too many at once
		few := s.Statements(window, map[string]any{"key": "PAY", "rows": axis(0, 1), "columns": axis(0, 1)})
		many := s.Statements(window, map[string]any{"key": "PAY", "rows": axis(0, 200), "columns": axis(0, 200)})
		if few != many {
			t.Errorf("%d statements for one cell, %d for the greatest window", few, many)
		}
		t.Logf("%d statements", many)
	})
}

func TestAHostileWindowIsRefusedInWords(t *testing.T) {
	s := graphtest.New(t, storetest.SQLite(t))
	populate(s, "PAY", 2)
	populate(s, "SHOP", 2)
	for name, one := range map[string]struct {
		variables map[string]any
		code, at  string
	}{
		"too many rows":     {map[string]any{"rows": axis(0, 201)}, invalid, "rows first"},
		"less than none":    {map[string]any{"columns": axis(0, -1)}, invalid, "columns first"},
		"before the start":  {map[string]any{"rows": axis(-1, 5)}, invalid, "rows from"},
		"a long text":       {map[string]any{"rows": map[string]any{"text": strings.Repeat("a", 201)}}, invalid, "rows text"},
		"a text with NUL":   {map[string]any{"columns": map[string]any{"text": "\x00"}}, invalid, "columns"},
		"beyond every row":  {map[string]any{"rows": axis(1<<31-1, 200)}, "", ""},
		"signs of patterns": {map[string]any{"rows": map[string]any{"text": `%_\'"; --`}}, "", ""},
	} {
		variables := map[string]any{"key": "PAY", "rows": axis(0, 5), "columns": axis(0, 5)}
		for name, value := range one.variables {
			variables[name] = value
		}
		got := s.Ask(window, variables)
		if one.code == "" {
			if len(got.Errors) > 0 {
				t.Errorf("%s: %s", name, got.Raw)
			}
			continue
		}
		if len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != one.code {
			t.Errorf("%s: %s", name, got.Raw)
			continue
		}
		fields, _ := json.Marshal(got.Errors[0].Extensions["fields"])
		if at := strings.NewReplacer(`"`, "", ",", " ").Replace(string(fields)); !strings.Contains(at, one.at) {
			t.Errorf("%s is not named: %s", one.at, got.Raw)
		}
	}
	const listed = `{ projects { nodes { matrix(rows: {first: 1}, columns: {first: 1}) { rowCount } } } }`
	if got := s.Ask(listed, nil); len(got.Errors) == 0 || got.Errors[0].Extensions["code"] != invalid {
		t.Errorf("for each of a list: %s", got.Raw)
	}
	const nested = `{ project(key: "PAY") { matrix(rows: {first: 200}, columns: {first: 1}) { rows { project { matrix(rows: {first: 200}, columns: {first: 1}) { rows { key } } } } } } }`
	if got := s.Ask(nested, nil); len(got.Errors) == 0 || got.Errors[0].Extensions["code"] != "COMPLEXITY_LIMIT_EXCEEDED" {
		t.Errorf("a matrix in each row: %.300s", got.Raw)
	}
}
