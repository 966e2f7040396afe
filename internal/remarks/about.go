package remarks

import (
	"context"
	"slices"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// words are the kinds of thing that a remark may be about.
var words = map[ident.Kind]string{
	ident.Requirement: "requirement", ident.TestCase: "test case", ident.Execution: "execution", ident.Defect: "defect",
}

// ThingOf is what a remark is about, given its columns of which one is filled.
func ThingOf(requirement, testCase, execution, defect *ident.ID) ident.ID {
	for _, id := range []*ident.ID{requirement, testCase, execution, defect} {
		if id != nil {
			return *id
		}
	}
	return ident.ID{}
}

// Owners are the projects of things of any kinds. What is absent, hidden or in the trash is left out, and with a test case
// its executions. It costs at most one statement for each kind of thing.
func Owners(ctx context.Context, client *ent.Client, things []ident.ID) (map[ident.ID]ident.ID, error) {
	of, owners := map[ident.Kind][]ident.ID{}, make(map[ident.ID]ident.ID, len(things))
	for _, id := range things {
		of[id.Kind()] = append(of[id.Kind()], id)
	}
	if ids := of[ident.Requirement]; ids != nil {
		all, err := client.Requirement.Query().Where(bulk.IDs[predicate.Requirement](requirement.FieldID, ids)).
			Select(requirement.FieldID, requirement.FieldProjectID).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, one := range all {
			owners[one.ID] = one.ProjectID
		}
	}
	if ids := of[ident.TestCase]; ids != nil {
		all, err := client.TestCase.Query().Where(bulk.IDs[predicate.TestCase](testcase.FieldID, ids)).
			Select(testcase.FieldID, testcase.FieldProjectID).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, one := range all {
			owners[one.ID] = one.ProjectID
		}
	}
	if ids := of[ident.Execution]; ids != nil {
		all, err := client.Execution.Query().Where(bulk.IDs[predicate.Execution](execution.FieldID, ids), ofCaseThere).
			Select(execution.FieldID, execution.FieldProjectID).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, one := range all {
			owners[one.ID] = one.ProjectID
		}
	}
	if ids := of[ident.Defect]; ids != nil {
		all, err := client.Defect.Query().Where(bulk.IDs[predicate.Defect](defect.FieldID, ids)).
			Select(defect.FieldID, defect.FieldProjectID).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, one := range all {
			owners[one.ID] = one.ProjectID
		}
	}
	return owners, nil
}

// ofCaseThere keeps executions whose test case is not in the trash.
func ofCaseThere(s *sql.Selector) {
	s.Where(outOfTrash(s, execution.FieldTestCaseID, testcase.Table))
}

// checkKind refuses an id of something that no remark can be about.
func checkKind(check *fault.Check, id ident.ID, path ...string) {
	if words[id.Kind()] == "" {
		check.Fail("name a requirement, test case, execution or defect: an id that begins with req_, case_, exec_ or def_", path...)
	}
}

// place finds the one project in which the things lie, and makes sure that the viewer may write remarks there. A single
// thing is named by the path about, several by their places in it.
func place(ctx context.Context, client *ent.Client, several bool, things ...ident.ID) (*ent.Project, error) {
	owners, err := Owners(ctx, client, things)
	if err != nil {
		return nil, err
	}
	var absent fault.Several
	for i, id := range things {
		if owner, there := owners[id]; there && owner == owners[things[0]] {
			continue
		}
		path := []string{"about"}
		if several {
			path = append(path, strconv.Itoa(i))
		}
		absent = append(absent, fault.New(fault.NotFound, "there is no such %s, or you may not see it", words[id.Kind()]).At(path...))
	}
	if absent != nil {
		return nil, absent
	}
	project, err := projects.For(ctx, client, owners[things[0]], membership.RoleTESTER)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no such %s, or you may not see it", words[things[0].Kind()]).At("about")
	}
	return project, err
}

// pointing is the creation of a remark of some kind.
type pointing[T any] interface {
	SetRequirementID(ident.ID) T
	SetTestCaseID(ident.ID) T
	SetExecutionID(ident.ID) T
	SetDefectID(ident.ID) T
}

// point says in a creation what the remark is about.
func point[T pointing[T]](creation T, thing ident.ID) T {
	switch thing.Kind() {
	case ident.Requirement:
		return creation.SetRequirementID(thing)
	case ident.TestCase:
		return creation.SetTestCaseID(thing)
	case ident.Execution:
		return creation.SetExecutionID(thing)
	}
	return creation.SetDefectID(thing)
}

// distinct are the ids in their order, each once.
func distinct(ids []ident.ID) []ident.ID {
	seen := make(map[ident.ID]bool, len(ids))
	return slices.DeleteFunc(slices.Clone(ids), func(id ident.ID) bool {
		before := seen[id]
		seen[id] = true
		return before
	})
}
