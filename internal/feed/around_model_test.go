package feed_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// set is a set of things; nothing is in none of them.
type set map[ident.ID]bool

func (s set) has(id *ident.ID) bool { return id != nil && s[*id] }

// neighbours says in the plainest way what is under the roots of a filter, from everything that there is.
func neighbours(ctx context.Context, c *ent.Client, f feed.Filter) set {
	in := set{}
	for _, id := range append(append([]ident.ID{}, f.Requirements...), f.Releases...) {
		in[id] = true
	}
	requirements, refinements := c.Requirement.Query().AllX(ctx), c.RequirementLink.Query().AllX(ctx)
	for size := -1; size != len(in); {
		size = len(in)
		for _, r := range requirements {
			if in.has(r.ParentID) || in.has(r.ReleaseID) {
				in[r.ID] = true
			}
		}
		for _, l := range refinements {
			if l.Role == "REFINES" && l.State != "CLOSED" && in.has(l.ParentID) && l.ChildID != nil {
				in[*l.ChildID] = true
			}
		}
	}
	for _, l := range c.TraceLink.Query().AllX(ctx) {
		if l.State != "CLOSED" && in.has(l.RequirementID) && l.TestCaseID != nil {
			in[*l.TestCaseID] = true
		}
	}
	for _, b := range c.Build.Query().AllX(ctx) {
		if in.has(b.ReleaseID) {
			in[b.ID] = true
		}
	}
	for _, y := range c.TestCycle.Query().AllX(ctx) {
		if in.has(y.BuildID) {
			in[y.ID] = true
		}
	}
	for _, e := range c.Execution.Query().AllX(ctx) {
		if in[e.TestCaseID] || in.has(e.BuildID) || in.has(e.CycleID) {
			in[e.ID] = true
		}
	}
	flaws := set{}
	for _, l := range c.DefectLink.Query().AllX(ctx) {
		if l.State != "CLOSED" && l.DefectID != nil && (in.has(l.RequirementID) || in.has(l.TestCaseID) || in.has(l.ExecutionID)) {
			flaws[*l.DefectID] = true
		}
	}
	for _, d := range c.Defect.Query().AllX(ctx) {
		if flaws[d.ID] || in.has(d.FoundInBuildID) || in.has(d.FixedInBuildID) {
			in[d.ID] = true
		}
	}
	return in
}

// heard says whether a change is heard by who follows a set.
func heard(ctx context.Context, t *testing.T, c *ent.Client, in set, change *feed.Change) bool {
	t.Helper()
	body, err := change.Body()
	if err != nil {
		t.Fatal(err)
	}
	kind := change.Entity.Kind()
	names := append([]ident.ID{change.Entity}, body.Refs...)
	states, err := c.States(ctx, kind, []ident.ID{change.Entity}, false)
	if err != nil {
		t.Fatal(err)
	}
	_, references := ent.StateColumns(kind)
	for _, state := range states {
		for i, is := range references {
			if id, ok := state.Values[i].(*ident.ID); is && ok && id != nil {
				names = append(names, *id)
			} else if id, ok := state.Values[i].(ident.ID); is && ok {
				names = append(names, id)
			}
		}
	}
	for _, id := range names {
		if in[id] && (kind != ident.TestCase || id.Kind() != ident.Execution) {
			return true
		}
	}
	return false
}

// everything sees what lies in the trash too.
func everything(ctx context.Context) context.Context {
	return people.IncludingTrash(viewer.AsSystem(ctx))
}
