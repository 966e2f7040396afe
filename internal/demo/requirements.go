package demo

import (
	"slices"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

var place = record.Position{File: File}

func (w *workspace) requirementRecords() []record.Record {
	var out []record.Record
	for _, r := range w.requirements {
		out = append(out, &record.Requirement{
			Position: place, Key: r.Key, Title: r.Title, Text: r.Text, Rationale: r.Why,
			Type: r.Type, Status: r.status(), Criticality: r.Criticality,
			Parent: r.In, Release: r.Release, Attributes: map[string]string{"area": r.area.Area},
		})
	}
	return out
}

// refinementRecords joins each requirement to its parent in the tree and to its further parents.
func (w *workspace) refinementRecords() []record.Record {
	var out []record.Record
	for _, r := range w.requirements {
		if r.In != "" {
			out = append(out, &record.Refinement{Position: place, Child: r.Key, Parent: r.In, Role: "REFINES"})
		}
		for _, parent := range r.Also {
			out = append(out, &record.Refinement{Position: place, Child: r.Key, Parent: parent, Role: "REFINES"})
		}
	}
	return out
}

// status is the written one; otherwise a requirement counts as verified unless a defect of its cases is still open.
func (r *requirement) status() string {
	switch {
	case r.Status != "":
		return r.Status
	case r.children > 0:
		return "APPROVED"
	case slices.ContainsFunc(r.Cases, func(c *testCase) bool { return slices.ContainsFunc(c.flaws, (*flaw).open) }):
		return "IMPLEMENTED"
	}
	return "VERIFIED"
}

// tested tells whether the requirement's state lets its cases be executed on builds of a release.
func (r *requirement) tested(release string) bool {
	switch r.Status {
	case "DRAFT", "IN_REVIEW":
		return false
	case "OBSOLETE":
		return release == r.Release
	}
	return true
}
