package graph

import (
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// relation says which rows belong to which of the parents.
type relation = func(parents []ident.ID) level.Relation

// owned relates rows that name their parent in a column of their own.
func owned(column string) relation {
	return func(parents []ident.ID) level.Relation {
		return func(s *sql.Selector) string {
			s.Where(level.In(s.Dialect(), s.C(column), parents))
			return s.C(column)
		}
	}
}

// executionsOwned relates executions by a column of their own, without those of cases in the trash.
func executionsOwned(column string) relation {
	return keeping(owned(column), level.KeptAmong)
}

// keeping leaves out executions of cases in the trash.
func keeping(relate relation, check func(dialect, table, column string) *sql.Predicate) relation {
	return func(parents []ident.ID) level.Relation {
		related := relate(parents)
		return func(s *sql.Selector) string {
			parent := related(s)
			s.Where(check(s.Dialect(), testcase.Table, s.C(execution.FieldTestCaseID)))
			return parent
		}
	}
}

// pairs is a statement that yields the columns parent and child, each pair at least once.
type pairs func(name string, parents []ident.ID) *sql.Selector

// through relates rows to parents by pairs from link tables; each row counts once for a parent, whatever the number of
// links between them.
func through(first pairs, further ...pairs) relation {
	return func(parents []ident.ID) level.Relation {
		return func(s *sql.Selector) string {
			all := first(s.Dialect(), parents)
			for _, one := range further {
				all.Union(one(s.Dialect(), parents))
			}
			// The union stands inside a selection of its own, since a cloned selector loses its unions.
			joined := sql.Dialect(s.Dialect()).Select("parent", "child").From(all.As("either")).As("related")
			s.Join(joined).On(s.C("id"), joined.C("child"))
			return joined.C("parent")
		}
	}
}

// hop goes from one column of a table to another; links says that the table holds links, whose closed ones do not count.
type hop struct {
	table    string
	from, to string
	links    bool
	// trash is the table in whose trash the thing may lie that the hop leads to; empty when that cannot be, or when the
	// hop is never the way to something else.
	trash string
}

// hops goes from parents to children by one table after the other, never by way of something in the trash.
func hops(steps ...hop) pairs {
	return func(name string, parents []ident.ID) *sql.Selector {
		d := sql.Dialect(name)
		first := d.Table(steps[0].table).As("hop0")
		last := first
		s := d.Select().From(first)
		conditions := []*sql.Predicate{level.In(name, first.C(steps[0].from), parents)}
		for i, step := range steps {
			if i > 0 {
				before := last.C(steps[i-1].to)
				last = d.Table(step.table).As(fmt.Sprintf("hop%d", i))
				s.Join(last).On(before, last.C(step.from))
				if trash := steps[i-1].trash; trash != "" {
					conditions = append(conditions, level.Kept(name, trash, before))
				}
			}
			if step.links {
				conditions = append(conditions, sql.NEQ(last.C("state"), "CLOSED"))
			}
		}
		child := last.C(steps[len(steps)-1].to)
		return s.Select(sql.As(first.C(steps[0].from), "parent"), sql.As(child, "child")).Distinct().
			Where(sql.And(append(conditions, sql.NotNull(child))...))
	}
}

// The hops between the things of the graph.
var (
	requirementToCase   = hop{tracelink.Table, tracelink.FieldRequirementID, tracelink.FieldTestCaseID, true, testcase.Table}
	caseToRequirement   = hop{tracelink.Table, tracelink.FieldTestCaseID, tracelink.FieldRequirementID, true, ""}
	caseToExecution     = hop{execution.Table, execution.FieldTestCaseID, execution.FieldID, false, ""}
	executionToCase     = hop{execution.Table, execution.FieldID, execution.FieldTestCaseID, false, testcase.Table}
	caseToDefect        = hop{defectlink.Table, defectlink.FieldTestCaseID, defectlink.FieldDefectID, true, ""}
	defectToCase        = hop{defectlink.Table, defectlink.FieldDefectID, defectlink.FieldTestCaseID, true, testcase.Table}
	executionToDefect   = hop{defectlink.Table, defectlink.FieldExecutionID, defectlink.FieldDefectID, true, ""}
	defectToExecution   = hop{defectlink.Table, defectlink.FieldDefectID, defectlink.FieldExecutionID, true, ""}
	requirementToDefect = hop{defectlink.Table, defectlink.FieldRequirementID, defectlink.FieldDefectID, true, ""}
	defectToRequirement = hop{defectlink.Table, defectlink.FieldDefectID, defectlink.FieldRequirementID, true, ""}
)

// The relations that go through links. A defect of a case is one linked to the case or to an execution of it; a defect
// of a requirement is one linked to the requirement or to a case of it.
var (
	casesOfRequirement      = through(hops(requirementToCase))
	requirementsOfCase      = through(hops(caseToRequirement))
	executionsOfRequirement = through(hops(requirementToCase, caseToExecution))
	defectsOfExecution      = through(hops(executionToDefect))
	executionsOfDefect      = keeping(through(hops(defectToExecution)), level.Kept)
	defectsOfCase           = through(hops(caseToDefect), hops(caseToExecution, executionToDefect))
	casesOfDefect           = through(hops(defectToCase), hops(defectToExecution, executionToCase))
	defectsOfRequirement    = through(
		hops(requirementToDefect),
		hops(requirementToCase, caseToDefect),
		hops(requirementToCase, caseToExecution, executionToDefect))
	requirementsOfDefect = through(
		hops(defectToRequirement),
		hops(defectToCase, caseToRequirement),
		hops(defectToExecution, executionToCase, caseToRequirement))
	parentsOfRequirement  = through(refinement(requirementlink.FieldChildID, requirementlink.FieldParentID))
	childrenOfRequirement = through(refinement(requirementlink.FieldParentID, requirementlink.FieldChildID))
)

// refinement is the links by which requirements refine others, without the other roles.
func refinement(parent, child string) pairs {
	return func(name string, parents []ident.ID) *sql.Selector {
		s := hops(hop{requirementlink.Table, parent, child, true, ""})(name, parents)
		return s.Where(sql.EQ(s.C(requirementlink.FieldRole), requirementlink.RoleREFINES))
	}
}

// eitherEnd relates requirement links to the requirements at both of their ends.
func eitherEnd(parents []ident.ID) level.Relation {
	ends := func(column string) pairs {
		return func(name string, parents []ident.ID) *sql.Selector {
			d := sql.Dialect(name)
			t := d.Table(requirementlink.Table)
			return d.Select(sql.As(t.C(column), "parent"), sql.As(t.C("id"), "child")).From(t).
				Where(level.In(name, t.C(column), parents))
		}
	}
	return through(ends(requirementlink.FieldChildID), ends(requirementlink.FieldParentID))(parents)
}
