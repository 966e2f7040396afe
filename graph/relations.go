package graph

import (
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
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

// link is a table of links with the columns of its ends; closed links do not count.
func link(table, parent, child string) pairs {
	return func(name string, parents []ident.ID) *sql.Selector {
		d := sql.Dialect(name)
		t := d.Table(table)
		return d.Select(sql.As(t.C(parent), "parent"), sql.As(t.C(child), "child")).Distinct().From(t).Where(sql.And(
			level.In(name, t.C(parent), parents),
			sql.NotNull(t.C(child)),
			sql.NEQ(t.C("state"), "CLOSED"),
		))
	}
}

// hop goes from one column of a table to another; links says that the table holds links, whose closed ones do not count.
type hop struct {
	table    string
	from, to string
	links    bool
}

func hops(first, second hop) pairs {
	return func(name string, parents []ident.ID) *sql.Selector {
		d := sql.Dialect(name)
		a, b := d.Table(first.table).As("a"), d.Table(second.table).As("b")
		conditions := []*sql.Predicate{level.In(name, a.C(first.from), parents), sql.NotNull(b.C(second.to))}
		if first.links {
			conditions = append(conditions, sql.NEQ(a.C("state"), "CLOSED"))
		}
		if second.links {
			conditions = append(conditions, sql.NEQ(b.C("state"), "CLOSED"))
		}
		return d.Select(sql.As(a.C(first.from), "parent"), sql.As(b.C(second.to), "child")).Distinct().
			From(a).Join(b).On(a.C(first.to), b.C(second.from)).Where(sql.And(conditions...))
	}
}

// three goes through three tables.
func three(first, second, third hop) pairs {
	return func(name string, parents []ident.ID) *sql.Selector {
		d := sql.Dialect(name)
		a, b, c := d.Table(first.table).As("a"), d.Table(second.table).As("b"), d.Table(third.table).As("c")
		conditions := []*sql.Predicate{level.In(name, a.C(first.from), parents), sql.NotNull(c.C(third.to))}
		for _, one := range []struct {
			hop   hop
			table *sql.SelectTable
		}{{first, a}, {second, b}, {third, c}} {
			if one.hop.links {
				conditions = append(conditions, sql.NEQ(one.table.C("state"), "CLOSED"))
			}
		}
		return d.Select(sql.As(a.C(first.from), "parent"), sql.As(c.C(third.to), "child")).Distinct().
			From(a).Join(b).On(a.C(first.to), b.C(second.from)).Join(c).On(b.C(second.to), c.C(third.from)).
			Where(sql.And(conditions...))
	}
}

// The hops between the things of the graph.
var (
	requirementToCase = hop{tracelink.Table, tracelink.FieldRequirementID, tracelink.FieldTestCaseID, true}
	caseToRequirement = hop{tracelink.Table, tracelink.FieldTestCaseID, tracelink.FieldRequirementID, true}
	caseToExecution   = hop{execution.Table, execution.FieldTestCaseID, execution.FieldID, false}
	executionToCase   = hop{execution.Table, execution.FieldID, execution.FieldTestCaseID, false}
	caseToDefect      = hop{defectlink.Table, defectlink.FieldTestCaseID, defectlink.FieldDefectID, true}
	defectToCase      = hop{defectlink.Table, defectlink.FieldDefectID, defectlink.FieldTestCaseID, true}
	executionToDefect = hop{defectlink.Table, defectlink.FieldExecutionID, defectlink.FieldDefectID, true}
	defectToExecution = hop{defectlink.Table, defectlink.FieldDefectID, defectlink.FieldExecutionID, true}
)

func one(h hop) pairs { return link(h.table, h.from, h.to) }

// The relations that go through links. A defect of a case is one linked to the case or to an execution of it; a defect
// of a requirement is one linked to the requirement or to a case of it.
var (
	casesOfRequirement      = through(one(requirementToCase))
	requirementsOfCase      = through(one(caseToRequirement))
	executionsOfRequirement = through(hops(requirementToCase, caseToExecution))
	defectsOfExecution      = through(one(executionToDefect))
	executionsOfDefect      = through(one(defectToExecution))
	defectsOfCase           = through(one(caseToDefect), hops(caseToExecution, executionToDefect))
	casesOfDefect           = through(one(defectToCase), hops(defectToExecution, executionToCase))
	defectsOfRequirement    = through(
		link(defectlink.Table, defectlink.FieldRequirementID, defectlink.FieldDefectID),
		hops(requirementToCase, caseToDefect),
		three(requirementToCase, caseToExecution, executionToDefect))
	requirementsOfDefect = through(
		link(defectlink.Table, defectlink.FieldDefectID, defectlink.FieldRequirementID),
		hops(defectToCase, caseToRequirement),
		three(defectToExecution, executionToCase, caseToRequirement))
	parentsOfRequirement  = through(refinement(requirementlink.FieldChildID, requirementlink.FieldParentID))
	childrenOfRequirement = through(refinement(requirementlink.FieldParentID, requirementlink.FieldChildID))
)

// refinement is the links by which requirements refine others, without the other roles.
func refinement(parent, child string) pairs {
	return func(name string, parents []ident.ID) *sql.Selector {
		s := link(requirementlink.Table, parent, child)(name, parents)
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
