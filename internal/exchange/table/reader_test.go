package table_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/table"
)

// found collects what a table states.
type found struct {
	records  []record.Record
	warnings []record.Warning
}

func (f *found) Put(r record.Record) error { f.records = append(f.records, r); return nil }
func (f *found) Warn(w record.Warning)     { f.warnings = append(f.warnings, w) }

// read reads a table by the rules that stand below `records:`.
func read(t testing.TB, rules string, body io.Reader) (*found, error) {
	t.Helper()
	m, err := mapping.Load("map.yaml", strings.NewReader("files:\n  - match: t.csv\n    system: jira\n    records:\n"+rules))
	if err != nil {
		t.Fatal(err)
	}
	f := &found{}
	return f, table.NewReader(m).Read(context.Background(), record.Source{Name: "in/t.csv", Body: body}, f)
}

func mustRead(t *testing.T, rules, text string) *found {
	t.Helper()
	f, err := read(t, rules, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// stated is the list of the fields that a record speaks of, which has a test of its own.
var stated = regexp.MustCompile(`,"stated":\[[^]]*\]`)

func TestARowSaysOfWhichFieldsItSpeaks(t *testing.T) {
	f := mustRead(t, "      - {record: case, columns: {key: k, title: t}, constants: {level: SYSTEM}, attributes: \"*\"}\n", "k,t,x,y\nA,,1,\n")
	if got := strings.Join(f.records[0].(*record.Case).Stated, " "); got != "key title level attributes.y" {
		t.Errorf("got %s", got)
	}
}

// show writes records as one JSON line each, without what is empty.
func show(t *testing.T, records []record.Record) string {
	t.Helper()
	var lines []string
	for _, r := range records {
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		line := strings.NewReplacer(`"file":"in/t.csv",`, "", `,"external":{}`, "", `,"reportedAt":"0001-01-01T00:00:00Z"`, "",
			`,"executedAt":"0001-01-01T00:00:00Z"`, "").Replace(string(text))
		lines = append(lines, string(r.RecordKind())+" "+stated.ReplaceAllString(line, ""))
	}
	return strings.Join(lines, "\n")
}

func TestRowsBecomeRecords(t *testing.T) {
	for name, c := range map[string]struct{ rules, text, want string }{
		"a requirement": {
			"      - {record: requirement, columns: {key: ID, title: Name, parent: Up}, attributes: \"*\"}\n",
			"\uFEFFID; Name ;Up;Note\r\nR-1;Speed;;\"fast;\r\nvery\"\r\nR-2;Stop;R-1;\r\n",
			`requirement {"line":2,"key":"R-1","title":"Speed","attributes":{"Note":"fast;\nvery"},"external":{"system":"jira","id":"R-1"}}
requirement {"line":4,"key":"R-2","title":"Stop","parent":"R-1","external":{"system":"jira","id":"R-2"}}`},
		"a refinement": {
			"      - {record: refinement, columns: {child: c, parent: p}, split: {parent: ;}}\n",
			"c,p\na,x; y;\n",
			`refinement {"line":2,"child":"a","parent":"x","role":"REFINES"}
refinement {"line":2,"child":"a","parent":"y","role":"REFINES"}`},
		"one row with several records": {
			"      - {record: case, columns: {key: id, title: t}, constants: {type: MANUAL}}\n" +
				"      - {record: link, columns: {requirement: reqs, case: id}, split: {requirement: \",\"}, skipEmpty: [requirement]}\n",
			"id,t,reqs\nC-1,One,\"R-1, R-2\"\nC-2,Two,\n",
			`case {"line":2,"key":"C-1","title":"One","type":"MANUAL","external":{"system":"jira","id":"C-1"}}
link {"line":2,"requirement":"R-1","case":"C-1","role":"VERIFIES"}
link {"line":2,"requirement":"R-2","case":"C-1","role":"VERIFIES"}
case {"line":3,"key":"C-2","title":"Two","type":"MANUAL","external":{"system":"jira","id":"C-2"}}`},
		"rows are the steps of a case": {
			"      - {record: case, columns: {key: id, title: t, action: do, data: with, expected: see, suite: s, aliases: a}, split: {suite: /, aliases: \"|\"}}\n",
			"id,t,do,with,see,s,a\nC-1,One,open,door,it is open,A / B,x|y\n,,close,,,,\nC-1,,lock,key,,,y|z\nC-2,Two,,,,,\n",
			`case {"line":2,"key":"C-1","title":"One","steps":[{"action":"open","data":"door","expected":"it is open"},{"action":"close"},{"action":"lock","data":"key"}],"aliases":["x","y","z"],"suitePath":["A","B"],"external":{"system":"jira","id":"C-1"}}
case {"line":5,"key":"C-2","title":"Two","external":{"system":"jira","id":"C-2"}}`},
		"links without skips between the steps": {
			"      - {record: link, columns: {requirement: r, case: id}, skipEmpty: [requirement]}\n      - {record: case, columns: {key: id, action: do}}\n",
			"id,do,r\nC-1,a,\nC-1,b,R-1\nC-1,c,\n",
			`case {"line":2,"key":"C-1","steps":[{"action":"a"},{"action":"b"},{"action":"c"}],"external":{"system":"jira","id":"C-1"}}
link {"line":3,"requirement":"R-1","case":"C-1","role":"VERIFIES"}`},
		"a result": {
			"      - {record: result, columns: {name: n, status: s, time: t, executedAt: at, suite: u}, values: {status: {ok: PASSED, \"\": NOT_RUN}}}\n",
			"n\ts\tt\tat\tu\na\tok\t1.5\t2026-01-02 03:04:05\tS\nb\t\t\t\t\n",
			`result {"line":2,"ordinal":0,"name":"a","suites":["S"],"status":"PASSED","rawStatus":"ok","duration":1500000000,"executedAt":"2026-01-02T03:04:05Z"}
result {"line":3,"ordinal":1,"name":"b","status":"NOT_RUN","rawStatus":"NOT_RUN"}`},
		"a defect": {
			"      - {record: defect, columns: {key: k, status: s, reportedAt: at, url: u}, values: {status: {Closed: CLOSED}}}\n",
			"k|s|at|u\nD-1|Closed|26/Jan/21 3:04 PM|http://x\nD-2|Open|2021-01-26|\n",
			`defect {"line":2,"key":"D-1","status":"CLOSED","reportedAt":"2021-01-26T15:04:00Z","external":{"system":"jira","id":"D-1","url":"http://x"}}
defect {"line":3,"key":"D-2","status":"Open","reportedAt":"2021-01-26T00:00:00Z","external":{"system":"jira","id":"D-2"}}`},
		"defect links": {
			"      - {record: defectLink, columns: {defect: d, case: c}, skipEmpty: [case]}\n" +
				"      - {record: defectLink, columns: {defect: d, executionFile: f, execution: e}, skipEmpty: [execution]}\n",
			"d,c,f,e\nD-1,C-1,,\nD-1,,r.xml,a.b\n",
			`defectLink {"line":2,"defect":"D-1","case":"C-1"}
defectLink {"line":3,"defect":"D-1","executionFile":"r.xml","executionName":"a.b"}`},
		"empty rows state nothing": {
			"      - {record: case, columns: {key: k}}\n", "k,x\n\n,\nC-1,y\n , \n",
			`case {"line":4,"key":"C-1","external":{"system":"jira","id":"C-1"}}`},
	} {
		t.Run(name, func(t *testing.T) {
			f := mustRead(t, c.rules, c.text)
			if got := show(t, f.records); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if len(f.warnings) > 0 {
				t.Errorf("warnings are %v, want none", f.warnings)
			}
		})
	}
}

func TestWarnings(t *testing.T) {
	one := "      - {record: case, columns: {key: k, title: t}}\n"
	for name, c := range map[string]struct {
		rules, text, field, want string
		line, records            int
	}{
		"a row with fewer cells":    {one, "k,t,x\na,b\n", "", "2 cells", 2, 1},
		"a row with more cells":     {one, "k,t\na,b,c\n", "", "3 cells", 2, 1},
		"a case without its key":    {one, "k,t\n,b\n", "k", "no key", 2, 1},
		"a case told twice":         {one, "k,t\na,b\na,c\n", "t", "line 2", 3, 1},
		"a link with one end":       {"      - {record: link, columns: {case: k, requirement: t}}\n", "k,t\na,\n", "t", "skipEmpty", 2, 0},
		"a date nobody understands": {"      - {record: defect, columns: {key: k, reportedAt: t}}\n", "k,t\na,31.12.2020\n", "t", "no date", 2, 1},
		"a time that is no number":  {"      - {record: result, columns: {name: k, time: t}, constants: {status: PASSED}}\n", "k,t\na,NaN\n", "t", "seconds", 2, 1},
		"a result without a name":   {"      - {record: result, columns: {name: k}, constants: {status: PASSED}}\n", "k,t\n,x\n", "k", "left out", 2, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f := mustRead(t, c.rules, c.text)
			if len(f.warnings) != 1 || len(f.records) != c.records {
				t.Fatalf("got %d records and warnings %v, want %d and one", len(f.records), f.warnings, c.records)
			}
			w := f.warnings[0]
			if w.Line != c.line || w.Field != c.field || !strings.Contains(w.Message, c.want) {
				t.Errorf("got %+v, want line %d, field %q and %q", w, c.line, c.field, c.want)
			}
		})
	}
}

func TestColumnsOfOneNameAreKeptApart(t *testing.T) {
	f := mustRead(t, "      - {record: case, columns: {key: k}, attributes: \"*\"}\n", "k,x,x,\na,1,2,3\n")
	got := f.records[0].(*record.Case).Attributes
	if got["x"] != "1" || got["x (2)"] != "2" || got["column 4"] != "3" {
		t.Errorf("attributes are %v", got)
	}
}

func TestDetect(t *testing.T) {
	m, err := mapping.Load("m", strings.NewReader("files:\n  - match: t.dat\n    records: [{record: case, columns: {key: k}}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file, head string
		want       int
	}{
		"a mapped file is certain":        {"x/t.dat", "k\n", 100},
		"several cells are a weak sign":   {"a.csv", "a;b\n1;2\n", 20},
		"a character cut at the end":      {"a.csv", "a,b\né\xc3", 20},
		"a quoted delimiter is no sign":   {"a.csv", "\"a,b\"\n1,2\n", 0},
		"XML is left to others":           {"a.csv", "<a b=\"1,2\"/>", 0},
		"JSON is left to others":          {"a.csv", "{\"a\":1,\"b\":2}", 0},
		"bytes that are no text":          {"a.csv", "a,b\x00", 0},
		"nothing at all":                  {"a.csv", "", 0},
		"a mark before the header counts": {"a.csv", "\uFEFFa\tb\n", 20},
	} {
		if got := table.NewReader(m).Detect(c.file, []byte(c.head)); got != c.want {
			t.Errorf("%s: got %d, want %d", name, got, c.want)
		}
	}
}

func TestReadingStopsWhenItIsCancelled(t *testing.T) {
	m, err := mapping.Load("m", strings.NewReader("files:\n  - match: t.csv\n    records: [{record: case, columns: {key: k}}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err = table.NewReader(m).Read(ctx, record.Source{Name: "t.csv", Body: strings.NewReader("k\na\n")}, &found{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the cancellation", err)
	}
}
