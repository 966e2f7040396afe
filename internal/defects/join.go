package defects

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// most is how many things one call links.
const most = 1000

// LinkTo joins a defect to what it shows in, and to the commit that fixes it. What is linked already stays so.
func LinkTo(ctx context.Context, tx *ent.Client, in LinkInput) (*ent.Defect, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	found, _, err := load(ctx, tx, in.ID)
	if err != nil {
		return nil, err
	}
	if err := requireEnds(ctx, tx, found.ProjectID, "to", in.To); err != nil {
		return nil, err
	}
	if _, err := connect(ctx, tx, found, in.To); err != nil {
		return nil, err
	}
	if in.Commit == nil {
		return found, nil
	}
	isLinked, err := tx.DefectLink.Query().Where(openOf(found), defectlink.Commit(*in.Commit)).Exist(ctx)
	if err != nil || isLinked {
		return found, err
	}
	err = tx.DefectLink.Create().SetProjectID(found.ProjectID).SetDefectID(found.ID).SetCommit(*in.Commit).Exec(ctx)
	return found, bulk.Explain(err, "defect link")
}

// Unlink retires the links from a defect to these things and to the commit. One that is not linked refuses all.
func Unlink(ctx context.Context, tx *ent.Client, in LinkInput) (*ent.Defect, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	found, _, err := load(ctx, tx, in.ID)
	if err != nil {
		return nil, err
	}
	open, err := tx.DefectLink.Query().Where(openOf(found), func(s *sql.Selector) {
		ends := []*sql.Predicate{toAny(s, in.To)}
		if in.Commit != nil {
			ends = append(ends, sql.EQ(s.C(defectlink.FieldCommit), *in.Commit))
		}
		s.Where(sql.Or(ends...))
	}).All(ctx)
	if err != nil {
		return nil, err
	}
	links, linked, commits := []ident.ID{}, map[ident.ID]bool{}, map[string]bool{}
	for _, one := range open {
		links = append(links, one.ID)
		linked[keyOf(one).other], commits[one.Commit] = true, true
	}
	var check fault.Several
	for i, id := range in.To {
		if !linked[id] {
			check = append(check, fault.New(fault.NotFound, "the defect %s is not linked to that", found.Key).At("to", strconv.Itoa(i)))
		}
	}
	if in.Commit != nil && !commits[*in.Commit] {
		check = append(check, fault.New(fault.NotFound, "the defect %s is not linked to that commit", found.Key).At("commit"))
	}
	if len(check) > 0 {
		return nil, check
	}
	err = tx.DefectLink.Update().Where(bulk.IDs[predicate.DefectLink](defectlink.FieldID, links)).
		SetState(defectlink.StateCLOSED).AddVersion(1).Exec(ctx)
	return found, bulk.Explain(err, "defect link")
}

func (in LinkInput) check() error {
	var check fault.Check
	checkEnds(&check, "to", in.To)
	if in.Commit != nil {
		if err := check.Note(bulk.CheckText("commit", *in.Commit)); err != nil {
			return err
		}
		if strings.TrimSpace(*in.Commit) == "" {
			check.Fail("commit is empty; name one, or leave it out", "commit")
		}
	} else if len(in.To) == 0 {
		check.Fail("name at least one execution, test case, requirement or commit", "to")
	}
	return check.Err()
}

// checkEnds refuses what a defect cannot be linked to.
func checkEnds(check *fault.Check, field string, ids []ident.ID) {
	if len(ids) > most {
		check.Fail("at most 1,000 things are linked at once; link the others by further calls", field)
		return
	}
	for i, id := range ids {
		if kind := id.Kind(); kind != ident.Execution && kind != ident.TestCase && kind != ident.Requirement {
			check.Fail("a defect shows in executions, test cases and requirements; this is none of them", field, strconv.Itoa(i))
		}
	}
}

// requireEnds makes sure that all these things are in a project, with one statement for each kind.
func requireEnds(ctx context.Context, tx *ent.Client, project ident.ID, field string, ids []ident.ID) error {
	byKind := map[ident.Kind][]ident.ID{}
	for _, id := range ids {
		byKind[id.Kind()] = append(byKind[id.Kind()], id)
	}
	there := map[ident.ID]bool{}
	for _, look := range []struct {
		kind ident.Kind
		find func(ids []ident.ID) ([]ident.ID, error)
	}{
		{ident.Execution, func(ids []ident.ID) ([]ident.ID, error) {
			return tx.Execution.Query().Where(execution.ProjectID(project), bulk.IDs[predicate.Execution](execution.FieldID, ids)).IDs(ctx)
		}},
		{ident.TestCase, func(ids []ident.ID) ([]ident.ID, error) {
			return tx.TestCase.Query().Where(testcase.ProjectID(project), bulk.IDs[predicate.TestCase](testcase.FieldID, ids)).IDs(ctx)
		}},
		{ident.Requirement, func(ids []ident.ID) ([]ident.ID, error) {
			return tx.Requirement.Query().Where(requirement.ProjectID(project), bulk.IDs[predicate.Requirement](requirement.FieldID, ids)).IDs(ctx)
		}},
	} {
		if len(byKind[look.kind]) == 0 {
			continue
		}
		found, err := look.find(byKind[look.kind])
		if err != nil {
			return err
		}
		for _, id := range found {
			there[id] = true
		}
	}
	for i, id := range ids {
		if !there[id] {
			return fault.New(fault.NotFound, "there is no such thing to link, or you may not see it").At(field, strconv.Itoa(i))
		}
	}
	return nil
}

// connect links a defect to things that are there, none twice, and counts the new links.
func connect(ctx context.Context, tx *ent.Client, found *ent.Defect, ids []ident.ID) (made int, err error) {
	taken := map[ident.ID]bool{}
	for chunk := range slices.Chunk(ids, bulk.Size) {
		open, err := tx.DefectLink.Query().Where(openOf(found), func(s *sql.Selector) { s.Where(toAny(s, chunk)) }).All(ctx)
		if err != nil {
			return made, err
		}
		for _, one := range open {
			taken[keyOf(one).other] = true
		}
		var created []*ent.DefectLinkCreate
		for _, id := range chunk {
			if !taken[id] {
				taken[id] = true
				one := tx.DefectLink.Create().SetProjectID(found.ProjectID).SetDefectID(found.ID)
				setOther(one.Mutation(), id)
				created = append(created, one)
			}
		}
		if len(created) == 0 {
			continue
		}
		if err := tx.DefectLink.CreateBulk(created...).Exec(ctx); err != nil {
			return made, bulk.Explain(err, "defect link")
		}
		made += len(created)
	}
	return made, nil
}

// openOf keeps the links of a defect that hold or wait for their end.
func openOf(found *ent.Defect) predicate.DefectLink {
	return defectlink.And(defectlink.DefectID(found.ID), defectlink.StateNEQ(defectlink.StateCLOSED))
}

// toAny is true for links to one of these things.
func toAny(s *sql.Selector, ids []ident.ID) *sql.Predicate {
	d := s.Dialect()
	return sql.Or(bulk.InIDs(d, s.C(defectlink.FieldExecutionID), ids), bulk.InIDs(d, s.C(defectlink.FieldTestCaseID), ids),
		bulk.InIDs(d, s.C(defectlink.FieldRequirementID), ids))
}
