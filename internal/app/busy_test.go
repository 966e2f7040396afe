package app_test

import (
	"strings"
	"testing"
)

func TestCoverageIsToldWhileChangesComeWithoutAPause(t *testing.T) {
	address := serving(t)
	project(t, address)
	c := plug(t, address)
	c.subscribe("1", `subscription { coverageChanged(project: "PAY") { op counts { status requirements } } }`, nil)
	c.expect("1", "READY")
	told := make(chan string)
	go func() { told <- c.expect("1", "UPDATE") }()
	for {
		change(t, address, "More")
		select {
		case got := <-told:
			if !strings.Contains(got, "UNCOVERED") {
				t.Errorf("told %s", got)
			}
			return
		default:
		}
	}
}

func TestAStreamOfNothingIsRefusedInWords(t *testing.T) {
	address := serving(t)
	project(t, address)
	c := plug(t, address)
	c.subscribe("1", `subscription { changes(project: "PAY") @skip(if: true) { seq } }`, nil)
	if got := c.receive(); !strings.Contains(string(got.Payload), "exactly one stream") {
		t.Errorf("told %s %s", got.Type, got.Payload)
	}
}

func TestWhatAStreamSelectsByItsCursorIsItsOwn(t *testing.T) {
	address := serving(t)
	project(t, address)
	const document = `subscription($after: ChangeCursor) { changes(project: "PAY", after: $after) { seq op project { changes(after: $after, first: 1) { nodes { seq } } } } }`
	first := plug(t, address)
	first.subscribe("a", following, map[string]any{"project": "PAY"})
	ready := first.next("a").Data.Changes.Cursor
	change(t, address, "One")
	made := first.next("a").Data.Changes.Cursor
	one, other := plug(t, address), plug(t, address)
	one.subscribe("1", document, map[string]any{"after": ready})
	one.expect("1", "READY")
	one.expect("1", `"seq":4,`)
	other.subscribe("2", document, map[string]any{"after": made})
	other.expect("2", "READY")
	other.expect("2", `"seq":4,`)
	change(t, address, "Two")
	one.expect("1", `"seq":5,`, `"nodes":[{"seq":3}]`)
	if got := other.expect("2", `"seq":5,`); !strings.Contains(got, `"nodes":[{"seq":4}]`) {
		t.Errorf("told %s", got)
	}
}
