package demo_test

import (
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/internal/demo"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

func TestKeysAreUniqueAndParentsComeFirst(t *testing.T) {
	w := tell(t)
	seen := map[string]bool{"": true}
	once := func(key string) {
		if seen[key] {
			t.Errorf("%q is there twice, or empty", key)
		}
		seen[key] = true
	}
	for _, r := range w.requirements {
		if !seen[r.Parent] {
			t.Errorf("%s comes before its parent %s", r.Key, r.Parent)
		}
		once(r.Key)
	}
	ids := map[string]bool{}
	for _, c := range w.cases {
		once(c.Key)
		if c.AutomationID != "" && ids[c.AutomationID] {
			t.Errorf("automation id %s is there twice", c.AutomationID)
		}
		ids[c.AutomationID] = true
	}
	for _, d := range w.defects {
		once(d.Key)
	}
	for _, r := range w.results {
		once(r.Name)
	}
	for _, l := range w.links {
		once(l.Requirement + " " + l.Case + " " + l.Role)
	}
	for _, r := range w.refinements {
		once(r.Child + " refines " + r.Parent)
	}
}

func TestReferencesResolve(t *testing.T) {
	w := tell(t)
	plan := demo.Plan()
	requirements, cases, defects, executions := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]*record.Result{}
	builds, environments := map[string]string{"": ""}, map[string]bool{}
	for _, b := range plan.Builds {
		builds[b.Name] = b.Release
	}
	for _, e := range plan.Environments {
		environments[e.Name] = true
	}
	for _, r := range w.requirements {
		requirements[r.Key] = true
		if !slices.Contains(plan.Releases, r.Release) {
			t.Errorf("%s is for release %q", r.Key, r.Release)
		}
	}
	for _, r := range w.refinements {
		if !requirements[r.Child] || !requirements[r.Parent] || r.Child == r.Parent {
			t.Errorf("%s refines %s", r.Child, r.Parent)
		}
	}
	for _, c := range w.cases {
		cases[c.Key] = true
	}
	orphans := []string{"R-201", "R-202", "R-203"}
	for _, l := range w.links {
		if !cases[l.Case] || (!requirements[l.Requirement] && !slices.Contains(orphans, l.Requirement)) {
			t.Errorf("%s verifies %s", l.Case, l.Requirement)
		}
	}
	for _, r := range w.results {
		executions[r.Name] = r
		release, ok := builds[r.Build]
		if !cases[r.Case] || !ok || release != r.Release || !environments[r.Environment] || r.Cycle != r.Build+" on "+r.Environment {
			t.Errorf("%s: case %s, build %s, release %s, environment %s, cycle %q", r.Name, r.Case, r.Build, r.Release, r.Environment, r.Cycle)
		}
	}
	for _, d := range w.defects {
		defects[d.Key] = true
		if _, ok := builds[d.FixedIn]; !ok || d.FoundIn == "" || builds[d.FoundIn] == "" {
			t.Errorf("%s was found in %q and fixed in %q", d.Key, d.FoundIn, d.FixedIn)
		}
	}
	for _, l := range w.defectLinks {
		execution := executions[l.ExecutionName]
		switch {
		case !defects[l.Defect]:
			t.Errorf("a link names defect %q", l.Defect)
		case l.ExecutionName != "" && (execution == nil || execution.Status != "FAILED" || l.ExecutionFile != demo.File):
			t.Errorf("%s is linked to %q, which is no failed execution of the demo", l.Defect, l.ExecutionName)
		case l.Case != "" && !cases[l.Case], l.Requirement != "" && !requirements[l.Requirement]:
			t.Errorf("%s is linked to case %q or requirement %q", l.Defect, l.Case, l.Requirement)
		}
	}
}

func TestRefinementsHaveNoCircle(t *testing.T) {
	parents := map[string][]string{}
	for _, r := range tell(t).refinements {
		parents[r.Child] = append(parents[r.Child], r.Parent)
	}
	var walk func(key string, path []string)
	walk = func(key string, path []string) {
		if slices.Contains(path, key) {
			t.Fatalf("circle of refinements: %v, %s", path, key)
		}
		for _, parent := range parents[key] {
			walk(parent, append(slices.Clone(path), key))
		}
	}
	for child := range parents {
		walk(child, nil)
	}
}

func TestContentStaysSmall(t *testing.T) {
	var size int64
	err := fs.WalkDir(os.DirFS("content"), ".", func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if size == 0 || size > 250_000 {
		t.Errorf("the embedded files hold %d bytes, at most 250,000 are meant", size)
	}
}
