package graph_test

import (
	"bytes"
	"slices"
	"strings"
	"time"
)

// connection is a list of the API, as the model knows it.
type connection struct {
	parent, field, child string
	// parents are those that the connection can be asked of.
	parents func(*model) []thing
	// children are the things in the list of the parent with this place in the model; not yet in order.
	children func(m *model, parent int) []thing
}

func (m *model) onlyProject() []thing { return []thing{{id: m.project}} }

// pick is the things with these places, each once, without what lies in the trash.
func pick(all []thing, places []int) []thing {
	var found []thing
	for i, one := range all {
		if slices.Contains(places, i) && !one.trash {
			found = append(found, one)
		}
	}
	return found
}

func every(all []thing) []int {
	places := make([]int, len(all))
	for i := range places {
		places[i] = i
	}
	return places
}

// ends walks links that are not closed: of those that fit, the other ends.
func ends(links []join, fits func(join) bool, end func(join) int) []int {
	var places []int
	for _, l := range links {
		if !l.closed && fits(l) && end(l) >= 0 {
			places = append(places, end(l))
		}
	}
	return places
}

func requirementOf(l join) int { return l.requirement }
func caseOf(l join) int        { return l.testCase }
func executionOf(l join) int   { return l.execution }
func defectOf(l join) int      { return l.defect }

func at(end func(join) int, places ...int) func(join) bool {
	return func(l join) bool { return end(l) >= 0 && slices.Contains(places, end(l)) }
}

// kept leaves the places of cases that do not lie in the trash: nothing is found by way of one that does.
func (m *model) kept(cases []int) []int {
	return slices.DeleteFunc(slices.Clone(cases), func(c int) bool { return m.cases[c].trash })
}

func (m *model) executionsOf(cases []int) []int {
	var places []int
	for e, c := range m.caseOf {
		if slices.Contains(cases, c) {
			places = append(places, e)
		}
	}
	return places
}

// casesOfDefect are the cases that a defect is linked to, directly or by an execution.
func (m *model) casesOfDefect(d int) []int {
	cases := ends(m.reports, at(defectOf, d), caseOf)
	for _, e := range ends(m.reports, at(defectOf, d), executionOf) {
		cases = append(cases, m.caseOf[e])
	}
	return cases
}

func (m *model) defectsOfCases(cases []int) []int {
	return append(ends(m.reports, at(caseOf, cases...), defectOf), ends(m.reports, at(executionOf, m.executionsOf(cases)...), defectOf)...)
}

var connections = []connection{
	{"Project", "requirements", "Requirement", (*model).onlyProject, func(m *model, _ int) []thing { return pick(m.requirements, every(m.requirements)) }},
	{"Project", "testCases", "TestCase", (*model).onlyProject, func(m *model, _ int) []thing { return pick(m.cases, every(m.cases)) }},
	{"Project", "executions", "Execution", (*model).onlyProject, func(m *model, _ int) []thing { return pick(m.executions, every(m.executions)) }},
	{"Project", "defects", "Defect", (*model).onlyProject, func(m *model, _ int) []thing { return pick(m.defects, every(m.defects)) }},
	{"Requirement", "testCases", "TestCase", func(m *model) []thing { return m.requirements }, func(m *model, r int) []thing {
		return pick(m.cases, ends(m.traces, at(requirementOf, r), caseOf))
	}},
	{"Requirement", "executions", "Execution", func(m *model) []thing { return m.requirements }, func(m *model, r int) []thing {
		return pick(m.executions, m.executionsOf(ends(m.traces, at(requirementOf, r), caseOf)))
	}},
	{"Requirement", "defects", "Defect", func(m *model) []thing { return m.requirements }, func(m *model, r int) []thing {
		cases := m.kept(ends(m.traces, at(requirementOf, r), caseOf))
		return pick(m.defects, append(ends(m.reports, at(requirementOf, r), defectOf), m.defectsOfCases(cases)...))
	}},
	{"TestCase", "requirements", "Requirement", func(m *model) []thing { return m.cases }, func(m *model, c int) []thing {
		return pick(m.requirements, ends(m.traces, at(caseOf, c), requirementOf))
	}},
	{"TestCase", "executions", "Execution", func(m *model) []thing { return m.cases }, func(m *model, c int) []thing {
		return pick(m.executions, m.executionsOf([]int{c}))
	}},
	{"TestCase", "defects", "Defect", func(m *model) []thing { return m.cases }, func(m *model, c int) []thing {
		return pick(m.defects, m.defectsOfCases([]int{c}))
	}},
	{"Defect", "testCases", "TestCase", func(m *model) []thing { return m.defects }, func(m *model, d int) []thing {
		return pick(m.cases, m.casesOfDefect(d))
	}},
	{"Defect", "executions", "Execution", func(m *model) []thing { return m.defects }, func(m *model, d int) []thing {
		return pick(m.executions, ends(m.reports, at(defectOf, d), executionOf))
	}},
	{"Defect", "requirements", "Requirement", func(m *model) []thing { return m.defects }, func(m *model, d int) []thing {
		cases := m.kept(m.casesOfDefect(d))
		return pick(m.requirements, append(ends(m.reports, at(defectOf, d), requirementOf), ends(m.traces, at(caseOf, cases...), requirementOf)...))
	}},
}

// criterion is one part of an orderBy.
type criterion struct {
	Field     string `json:"field"`
	Direction string `json:"direction"`
}

// sortThings puts things in the order that the API promises: by the criteria, then by the id in the direction of the last.
func sortThings(all []thing, orders []criterion) {
	slices.SortFunc(all, func(a, b thing) int {
		sign := 1
		for _, o := range orders {
			if sign = 1; o.Direction == "DESC" {
				sign = -1
			}
			if found := sign * compare(a.sorts[o.Field], b.sorts[o.Field]); found != 0 {
				return found
			}
		}
		return sign * bytes.Compare(a.id[:], b.id[:])
	})
}

func compare(a, b any) int {
	switch left := a.(type) {
	case string:
		return strings.Compare(left, b.(string))
	case time.Time:
		return left.Compare(b.(time.Time))
	}
	return int(min(max(a.(int64)-b.(int64), -1), 1))
}
