package app_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// ask sends a document and gives the data; refusals end the test.
func ask(t *testing.T, address, document string, into any) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": document})
	if err != nil {
		t.Fatal(err)
	}
	_, text := send(t, http.MethodPost, address+"/graphql", string(body), func(*http.Request) {})
	var answer struct {
		Data   json.RawMessage
		Errors []any
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Errors) > 0 {
		t.Fatalf("%s: %s", document, text)
	}
	if into != nil {
		if err := json.Unmarshal(answer.Data, into); err != nil {
			t.Fatal(err)
		}
	}
}

// expect reads messages of a stream until one holds all these words, and gives it.
func (c *client) expect(id string, words ...string) string {
	c.t.Helper()
	for {
		m := c.receive()
		if m.ID != id {
			continue
		}
		if m.Type != "next" || strings.Contains(string(m.Payload), `"errors"`) {
			c.t.Fatalf("the stream sent %s %s while %q was expected", m.Type, m.Payload, words)
		}
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(string(m.Payload), word) }) {
			return string(m.Payload)
		}
	}
}

func TestDashboardsHearOutcomesMovesAndCoverageInTheirOwnWords(t *testing.T) {
	address := serving(t)
	project(t, address)
	requirement := change(t, address, "Pay")
	var made struct {
		CaseCreate struct {
			TestCase struct{ ID, Key string }
		}
	}
	ask(t, address, `mutation { caseCreate(input: {project: "PAY", title: "Pays"}) { testCase { id key } userErrors { message } } }`, &made)
	var found struct {
		Project struct{ Requirement struct{ ID string } }
	}
	ask(t, address, fmt.Sprintf(`{ project(key: "PAY") { requirement(key: %q) { id } } }`, requirement), &found)
	c := plug(t, address)
	c.subscribe("finished", `subscription { executionFinished(project: "PAY", statuses: [FAILED]) { op seq status execution { id } } }`, nil)
	c.expect("finished", "READY")
	c.subscribe("moved", `subscription { defectMoved(project: "PAY") { op from to defect { key } } }`, nil)
	c.expect("moved", "READY")
	c.subscribe("coverage", fmt.Sprintf(`subscription { coverageChanged(project: "PAY", requirement: %q) { op counts { status requirements } moved { requirement { key } from to } } }`, requirement), nil)
	c.expect("coverage", "READY", `"UNCOVERED","requirements":1`)

	ask(t, address, fmt.Sprintf(`mutation { linkCreate(input: {requirement: %q, testCase: %q}) { userErrors { message } } }`, found.Project.Requirement.ID, made.CaseCreate.TestCase.ID), nil)
	c.expect("coverage", "UPDATE", requirement, `"from":"UNCOVERED"`, `"to":"NOT_RUN"`)
	for _, status := range []string{"PASSED", "FAILED"} {
		ask(t, address, fmt.Sprintf(`mutation { executionRecord(input: {testCase: %q, status: %s}) { userErrors { message } } }`, made.CaseCreate.TestCase.ID, status), nil)
	}
	if got := c.expect("finished", "CREATE"); !strings.Contains(got, `"status":"FAILED"`) || !strings.Contains(got, `"id":"exec_`) {
		t.Errorf("the outcome is told as %s", got)
	}
	c.expect("coverage", "UPDATE", `"to":"FAILED"`)
	var reported struct {
		DefectReport struct {
			Defect struct {
				ID, Key string
				Version int
			}
		}
	}
	ask(t, address, `mutation { defectReport(input: {project: "PAY", title: "Broken"}) { defect { id key version } userErrors { message } } }`, &reported)
	one := reported.DefectReport.Defect
	c.expect("moved", "CREATE", `"from":null`, `"to":"NEW"`, one.Key)
	ask(t, address, fmt.Sprintf(`mutation { defectConfirm(input: {id: %q, expectedVersion: %d}) { userErrors { message } } }`, one.ID, one.Version), nil)
	c.expect("moved", "UPDATE", `"from":"NEW"`, `"to":"CONFIRMED"`)
}

func TestSeveralProjectsComeInOneStreamWithOneCursor(t *testing.T) {
	address := serving(t)
	project(t, address)
	ask(t, address, `mutation { projectCreate(input: {key: "CARDS", name: "Cards"}) { userErrors { message } } }`, nil)
	const both = `subscription($a: ChangeCursor) { changesOf(projects: ["PAY", "CARDS"], after: $a) { cursor seq op entityKey project { key } } }`
	c := plug(t, address)
	c.subscribe("1", both, nil)
	c.expect("1", "READY")
	change(t, address, "Pay")
	first := c.expect("1", `"key":"PAY"`, `"R-1"`)
	ask(t, address, `mutation { requirementCreate(input: {project: "CARDS", title: "Block"}) { userErrors { message } } }`, nil)
	c.expect("1", `"key":"CARDS"`, `"R-1"`)
	var at struct {
		Data struct{ ChangesOf struct{ Cursor string } }
	}
	if err := json.Unmarshal([]byte(first), &at); err != nil {
		t.Fatal(err)
	}
	again := plug(t, address)
	again.subscribe("2", both, map[string]any{"a": at.Data.ChangesOf.Cursor})
	again.expect("2", "READY")
	// What came after the first one: the version of the one requirement, and the other project's two.
	seen := map[string]int{}
	for range 3 {
		got := again.expect("2", "CREATE")
		for _, key := range []string{"PAY", "CARDS"} {
			if strings.Contains(got, `"key":"`+key+`"`) {
				seen[key]++
			}
		}
	}
	if seen["PAY"] != 1 || seen["CARDS"] != 2 {
		t.Errorf("after the cursor came %v", seen)
	}
}

func TestANamedConsumerGetsAgainWhatItDidNotConfirm(t *testing.T) {
	address := serving(t)
	project(t, address)
	ask(t, address, `mutation { consumerCreate(input: {project: "PAY", name: "warehouse", filter: {entityTypes: [REQUIREMENT]}}) { userErrors { message } } }`, nil)
	change(t, address, "One")
	change(t, address, "Two")
	const consume = `subscription { consume(project: "PAY", consumer: "warehouse") { lease change { cursor seq op entityKey } } }`
	c := plug(t, address)
	c.subscribe("1", consume, nil)
	first := c.expect("1", `"R-1"`)
	c.expect("1", `"R-2"`)
	var got struct {
		Data struct {
			Consume struct {
				Lease  string
				Change struct{ Cursor string }
			}
		}
	}
	if err := json.Unmarshal([]byte(first), &got); err != nil {
		t.Fatal(err)
	}
	other := plug(t, address)
	other.subscribe("x", consume, nil)
	if refused := other.next("x"); len(refused.Errors) != 1 || refused.Errors[0].Extensions.Code != "PRECONDITION_FAILED" {
		t.Errorf("a second one at the same time got %+v", refused)
	}
	ask(t, address, fmt.Sprintf(`mutation { consumerAck(input: {project: "PAY", consumer: "warehouse", cursor: %q, lease: %q}) { userErrors { message } } }`,
		got.Data.Consume.Change.Cursor, got.Data.Consume.Lease), nil)
	c.send(message{ID: "1", Type: "complete"})
	for { // until the lease is given back
		again := plug(t, address)
		again.subscribe("2", consume, nil)
		m := again.receive()
		if strings.Contains(string(m.Payload), "PRECONDITION_FAILED") {
			continue
		}
		if next := again.expect("2", "CREATE"); !strings.Contains(next, `"R-2"`) {
			t.Errorf("what was not confirmed came again as %s", next)
		}
		return
	}
}
