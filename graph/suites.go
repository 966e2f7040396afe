package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/gen/ent/suitemember"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/suites"
)

var (
	casesOfSuite = through(hops(hop{suitemember.Table, suitemember.FieldSuiteID, suitemember.FieldTestCaseID, false, testcase.Table}))
	suitesOfCase = through(hops(hop{suitemember.Table, suitemember.FieldTestCaseID, suitemember.FieldSuiteID, false, suite.Table}))
)

// membersOfSuite are the places in a suite, without those of cases in the trash.
func membersOfSuite(parents []ident.ID) level.Relation {
	related := owned(suitemember.FieldSuiteID)(parents)
	return func(s *sql.Selector) string {
		parent := related(s)
		s.Where(level.Kept(s.Dialect(), testcase.Table, s.C(suitemember.FieldTestCaseID)))
		return parent
	}
}

// topSuites are the suites of a project without one above them.
func topSuites(parents []ident.ID) level.Relation {
	related := owned(suite.FieldProjectID)(parents)
	return func(s *sql.Selector) string {
		parent := related(s)
		s.Where(sql.IsNull(s.C(suite.FieldParentID)))
		return parent
	}
}

// trashedOf relates what lies in the trash to its project.
func trashedOf(parents []ident.ID) level.Relation {
	related := owned("project_id")(parents)
	return func(s *sql.Selector) string {
		parent := related(s)
		s.Where(sql.NotNull(s.C("deleted_at")))
		return parent
	}
}

// inTree is the order of suites when the client asks for none: as people put them.
func inTree(asked []*ent.SuiteOrder) []*ent.SuiteOrder {
	if len(asked) > 0 {
		return asked
	}
	return []*ent.SuiteOrder{{Direction: "ASC", Field: ent.SuiteOrderFieldPosition}}
}

// inSuite is the order of the places in a suite when the client asks for none: as people put them.
func inSuite(asked []*ent.SuiteMemberOrder) []*ent.SuiteMemberOrder {
	if len(asked) > 0 {
		return asked
	}
	return []*ent.SuiteMemberOrder{{Direction: "ASC", Field: ent.SuiteMemberOrderFieldPosition}}
}

// suitePath is the names down to a suite; those of all siblings are loaded at once.
func suitePath(ctx context.Context, client *ent.Client, obj *ent.Suite) ([]string, error) {
	siblings := orAlone(obj.Siblings, obj.ID)
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := once(siblings, key, func() (any, error) { return suites.Paths(ctx, client, siblings.IDs) })
	if err != nil {
		return nil, err
	}
	return found.(map[ident.ID][]string)[obj.ID], nil
}
