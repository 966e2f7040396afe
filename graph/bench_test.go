package graph_test

import (
	"database/sql"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// byHand is the content of the board query as one statement that builds the JSON itself: the limit of what the database
// can do, without walls, prices or paging.
const byHand = `SELECT json_group_array(json_object('key', r.key, 'title', r.title, 'testCases', (
  SELECT json_group_array(json_object('key', c.key, 'title', c.title, 'lastStatus', c.last_status, 'defects', (
    SELECT json_group_array(json_object('key', d.key, 'title', d.title, 'status', d.status, 'severity', d.severity))
    FROM executions e CROSS JOIN defect_links dl ON dl.execution_id = e.id CROSS JOIN defects d ON d.id = dl.defect_id WHERE e.test_case_id = c.id)))
  FROM trace_links l CROSS JOIN test_cases c ON c.id = l.test_case_id WHERE l.requirement_id = r.id)))
  FROM (SELECT id, key, title FROM requirements ORDER BY key LIMIT 50) r`

// plainBoard is the board query without coverage, which has a benchmark of its own.
const plainBoard = `query Board($project: String!) { project(key: $project) {
  requirements(first: 50, orderBy: [{field: KEY, direction: ASC}]) { nodes { key title
    testCases(first: 20) { nodes { key title lastStatus defects(first: 20) { nodes { key title status severity } } } } } } } }`

// BenchmarkBoard reports how many times as long the API takes as the one statement, both measured in turn in one run.
func BenchmarkBoard(b *testing.B) {
	b.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	address := storetest.SQLiteAddress(b)
	db, err := store.Open(b.Context(), address)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	s := graphtest.New(b, db)
	populate(s, "PAY", 50)
	hand, err := sql.Open("asterism-sqlite", strings.TrimPrefix(address, "sqlite:"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = hand.Close() }()
	var api, statement time.Duration
	for b.Loop() {
		begun := time.Now()
		if answer := s.Ask(plainBoard, map[string]any{"project": "PAY"}); len(answer.Errors) > 0 {
			b.Fatalf("%s", answer.Raw)
		}
		api += time.Since(begun)
		begun = time.Now()
		var document string
		if err := hand.QueryRowContext(b.Context(), byHand).Scan(&document); err != nil {
			b.Fatal(err)
		}
		statement += time.Since(begun)
	}
	b.ReportMetric(float64(api)/float64(statement), "times-by-hand")
}
