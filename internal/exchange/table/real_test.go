package table_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/table"
	"github.com/asterism-qa/asterism/internal/testdata"
)

func loadMapping(t *testing.T, path string) *mapping.Mapping {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	m, err := mapping.Load(filepath.ToSlash(path), file)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func readFile(t *testing.T, m *mapping.Mapping, root, name string) (*found, error) {
	t.Helper()
	body, err := os.Open(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	f := &found{}
	return f, table.NewReader(m).Read(context.Background(), record.Source{Name: name, Body: body}, f)
}

func TestZephyrMappingReadsTheDemonstrationSet(t *testing.T) {
	root := testdata.Root(t)
	m := loadMapping(t, filepath.Join("..", "..", "..", "examples", "zephyr", "mapping.yaml"))
	states := map[string]record.Record{}
	for name, want := range map[string]int{
		"testcases.csv": 74, "requirement-tests.csv": 84, "defects.csv": 1010, "defect-tests.csv": 3, "defect-results.csv": 19,
	} {
		f, err := readFile(t, m, root, "demo/zephyr/derived/"+name)
		if err != nil || len(f.records) != want || len(f.warnings) != 0 {
			t.Fatalf("%s: %d records, warnings %v, %v; want %d", name, len(f.records), f.warnings, err, want)
		}
		states[name] = f.records[0]
	}
	one := states["testcases.csv"].(*record.Case)
	if one.Key != "semaphore.k_sem_define" || one.Type != "AUTOMATED" || one.AutomationID != one.Key ||
		one.SuitePath[0] != "semaphore" || one.Attributes["function"] != "test_k_sem_define" {
		t.Errorf("the first case is %+v", one)
	}
	defect := states["defects.csv"].(*record.Defect)
	if defect.Status != "CLOSED" || defect.Resolution != "FIXED" || defect.Release != "2.5.0" ||
		defect.External.System != "github" || defect.External.ID != defect.Key || !strings.HasPrefix(defect.External.URL, "https://") {
		t.Errorf("the first defect is %+v", defect)
	}
	link := states["defect-results.csv"].(*record.DefectLink)
	if link.Defect != "#30470" || link.Case != "" || link.ExecutionFile == "" || link.ExecutionName == "" {
		t.Errorf("the first defect link is %+v", link)
	}
	result := &record.Result{Position: record.Position{File: "demo/zephyr/results/v4/board.xml"}, Suites: []string{"frdm_k64f"},
		Name: "kernel.semaphore.semaphore.sem_reset", Properties: map[string]string{"version": "v4"}}
	m.Identify(result)
	if result.Case != "semaphore.sem_reset" || result.Scenario != "kernel.semaphore" || result.Build != "v4" || result.Environment != "frdm_k64f" {
		t.Errorf("the result belongs to %+v", result)
	}
}

// every reads the rows of any table: what is in the first column is a requirement, the rest are its attributes.
func every(t *testing.T, column string) *mapping.Mapping {
	t.Helper()
	quoted, err := json.Marshal(column)
	if err != nil {
		t.Fatal(err)
	}
	m, err := mapping.Load("map.yaml", strings.NewReader("files:\n  - match: \"*.csv\"\n    records:\n"+
		"      - {record: requirement, columns: {title: "+string(quoted)+"}, attributes: \"*\"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// carriageReturns ends two cells with a carriage return alone. The independent count takes each for the end of a row,
// which makes four rows of wrong width out of two; here only a line feed ends a row and all rows have the header's width.
const carriageReturns = "testcases/xray-samples/import_from_qtest/cloud/qTest-Regression-TestCase.csv"

func TestRealTablesHaveTheCountedRows(t *testing.T) {
	root := testdata.Root(t)
	content, err := os.ReadFile(filepath.Join(root, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected struct{ Files map[string]json.RawMessage }
	if err := json.Unmarshal(content, &expected); err != nil {
		t.Fatal(err)
	}
	tables := 0
	for name, raw := range expected.Files {
		var want struct {
			Format, Encoding string
			Header           []string
			Records          int
			Ragged           int `json:"records_with_other_width"`
		}
		if !strings.HasSuffix(name, ".csv") {
			continue
		}
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		tables++
		if name == carriageReturns {
			want.Records, want.Ragged = 14, 0
		}
		f, err := readFile(t, every(t, strings.TrimSpace(want.Header[0])), root, name)
		if want.Encoding != "utf-8-sig" {
			if err == nil {
				t.Errorf("%s is %s and was not refused", name, want.Encoding)
			}
			continue
		}
		ragged := 0
		for _, w := range f.warnings {
			if strings.Contains(w.Message, "cells") {
				ragged++
			}
		}
		if err != nil || len(f.records) != want.Records || ragged != want.Ragged {
			t.Errorf("%s: %d rows, %d ragged, %v; want %d and %d", name, len(f.records), ragged, err, want.Records, want.Ragged)
		}
	}
	if tables == 0 {
		t.Error("no table was counted")
	}
}
