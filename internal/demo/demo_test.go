package demo_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/asterism-qa/asterism/internal/demo"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// workspaceHash pins every byte of the workspace. Whoever changes the content or the rules on purpose reads the new
// history, then pins its hash.
const workspaceHash = "06ab997be06c2066f5f422821bf205017e2b957a6049c19ca6a7c1ed0c0672e3"

// told is the workspace sorted by kind.
type told struct {
	requirements []*record.Requirement
	refinements  []*record.Refinement
	cases        []*record.Case
	links        []*record.Link
	results      []*record.Result
	defects      []*record.Defect
	defectLinks  []*record.DefectLink
}

func tell(t *testing.T) *told {
	t.Helper()
	w := &told{}
	err := demo.Records(func(r record.Record) error {
		if r.Place().File != demo.File {
			t.Errorf("%s is placed in %q", r.RecordKind(), r.Place().File)
		}
		switch r := r.(type) {
		case *record.Requirement:
			w.requirements = append(w.requirements, r)
		case *record.Refinement:
			w.refinements = append(w.refinements, r)
		case *record.Case:
			w.cases = append(w.cases, r)
		case *record.Link:
			w.links = append(w.links, r)
		case *record.Result:
			w.results = append(w.results, r)
		case *record.Defect:
			w.defects = append(w.defects, r)
		case *record.DefectLink:
			w.defectLinks = append(w.defectLinks, r)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWorkspaceHasItsPromisedSize(t *testing.T) {
	w := tell(t)
	orphans, children, uncovered := 0, map[string]bool{}, 0
	known, covered := map[string]bool{}, map[string]bool{}
	for _, r := range w.requirements {
		known[r.Key] = true
		children[r.Parent] = true
	}
	for _, l := range w.links {
		covered[l.Requirement] = true
		if !known[l.Requirement] {
			orphans++
		}
	}
	for key := range known {
		if !children[key] && !covered[key] {
			uncovered++
		}
	}
	plan := demo.Plan()
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"requirements", len(w.requirements), 120},
		{"refinements", len(w.refinements), 118},
		{"cases", len(w.cases), 300},
		{"links", len(w.links), 333},
		{"links to a requirement that is not there", orphans, 3},
		{"leaf requirements without a case", uncovered, 10},
		{"executions", len(w.results), 5000},
		{"defects, two of them reported once more", len(w.defects), 82},
		{"releases", len(plan.Releases), 3},
		{"builds", len(plan.Builds), 12},
		{"environments", len(plan.Environments), 3},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
}

func TestWorkspaceIsAlwaysTheSame(t *testing.T) {
	sum := func() string {
		h := sha256.New()
		encoder := json.NewEncoder(h)
		if err := demo.Records(func(r record.Record) error { return encoder.Encode(r) }); err != nil {
			t.Fatal(err)
		}
		return hex.EncodeToString(h.Sum(nil))
	}
	one, two := sum(), sum()
	if one != two {
		t.Errorf("two tellings differ: %s and %s", one, two)
	}
	if one != workspaceHash {
		t.Errorf("the workspace has changed: its hash is %s, pinned is %s", one, workspaceHash)
	}
}

func TestEveryTextIsThereAndFilledIn(t *testing.T) {
	w := tell(t)
	for _, r := range w.requirements {
		if r.Title == "" || r.Text == "" || r.Status == "" || r.Criticality == "" || r.Release == "" || r.Type == "" {
			t.Errorf("%s lacks a field: %+v", r.Key, r)
		}
	}
	for _, c := range w.cases {
		if len(c.Steps) < 2 || len(c.Steps) > 5 || c.Precondition == "" || len(c.SuitePath) == 0 {
			t.Errorf("%s has %d steps, precondition %q, suites %v", c.Key, len(c.Steps), c.Precondition, c.SuitePath)
		}
		if (c.Type == "AUTOMATED") != (c.AutomationID != "") {
			t.Errorf("%s is %s with automation id %q", c.Key, c.Type, c.AutomationID)
		}
		for _, step := range c.Steps {
			for _, text := range []string{step.Action, step.Data, step.Expected} {
				checkPlaceholders(t, c, text)
			}
		}
	}
	for _, r := range w.results {
		if r.Status != "PASSED" && r.Message == "" {
			t.Errorf("%s is %s without a word", r.Name, r.Status)
		}
		if strings.ContainsAny(r.Message, "<>") {
			t.Errorf("%s says %q", r.Name, r.Message)
		}
	}
}

// checkPlaceholders holds a text to the parameters of its case.
func checkPlaceholders(t *testing.T, c *record.Case, text string) {
	t.Helper()
	for _, name := range c.Parameters {
		text = strings.ReplaceAll(text, "<"+name+">", "")
	}
	if strings.ContainsAny(text, "<>") {
		t.Errorf("%s: %q names a parameter that the case does not have", c.Key, text)
	}
}

func TestAboutOneInSevenRequirementsIsChinese(t *testing.T) {
	w := tell(t)
	isHan := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	requirements, cases := 0, 0
	for _, r := range w.requirements {
		if strings.ContainsFunc(r.Title, isHan) && strings.ContainsFunc(r.Text, isHan) {
			requirements++
		}
	}
	for _, c := range w.cases {
		if strings.ContainsFunc(c.Title, isHan) {
			cases++
		}
	}
	if requirements < 15 || requirements > 20 || cases < 40 {
		t.Errorf("%d of %d requirements and %d of %d cases are Chinese", requirements, len(w.requirements), cases, len(w.cases))
	}
}

func TestTheYearIsTheYearOfThePlan(t *testing.T) {
	from := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	until := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	built := map[string]time.Time{}
	for _, b := range demo.Plan().Builds {
		built[b.Name] = b.BuiltAt
	}
	var before time.Time
	for i, r := range tell(t).results {
		if r.Ordinal != i || r.ExecutedAt.Before(before) || r.ExecutedAt.Before(built[r.Build]) ||
			r.ExecutedAt.Before(from) || r.ExecutedAt.After(until) {
			t.Fatalf("execution %d, %s, at %s is out of order", i, r.Name, r.ExecutedAt)
		}
		before = r.ExecutedAt
	}
}
