package suites

import (
	"context"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/suitemember"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Place puts test cases into a suite. A case that stands there already gets the new place; its places in other suites
// stay.
func Place(ctx context.Context, tx *ent.Client, in PlaceInput) (*ent.Suite, error) {
	if err := checkCases(in.TestCases, in.Before); err != nil {
		return nil, err
	}
	to, err := open(ctx, tx, in.Suite, "suite")
	if err != nil {
		return nil, err
	}
	found, err := tx.TestCase.Query().Where(testcase.ProjectID(to.ProjectID),
		bulk.IDs[predicate.TestCase](testcase.FieldID, in.TestCases)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	if err := missing(in.TestCases, found); err != nil {
		return nil, err
	}
	there, err := members(ctx, tx, in.TestCases, to.ID)
	if err != nil {
		return nil, err
	}
	row := arrangement{tx: tx, suite: to, cases: in.TestCases, before: in.Before}
	for i, one := range in.TestCases {
		if at := there[to.ID][one]; at != nil {
			row.take(i, at)
		}
	}
	return to, bulk.Explain(row.write(ctx), "place in a suite")
}

// MoveCases takes test cases from one suite to another. A case that stands there already leaves the first suite and gets
// the new place.
func MoveCases(ctx context.Context, tx *ent.Client, in MoveCasesInput) (*ent.Suite, error) {
	if err := checkCases(in.TestCases, in.Before); err != nil {
		return nil, err
	}
	from, _, err := one(ctx, tx, in.From, "from")
	if err != nil {
		return nil, err
	}
	locked, err := lock(ctx, tx, in.From, in.To)
	if err != nil {
		return nil, err
	}
	to := locked[in.To]
	switch {
	case locked[in.From] == nil:
		return nil, absent("suite", "from")
	case to == nil || to.ProjectID != from.ProjectID:
		return nil, absent("suite", "to")
	}
	there, err := members(ctx, tx, in.TestCases, in.From, in.To)
	if err != nil {
		return nil, err
	}
	row := arrangement{tx: tx, suite: to, cases: in.TestCases, before: in.Before}
	var leaving []ident.ID
	for i, one := range in.TestCases {
		start, end := there[in.From][one], there[in.To][one]
		switch {
		case start == nil:
			return nil, absent("test case in the suite", "testCases", strconv.Itoa(i))
		case end == nil:
			row.take(i, start)
		default:
			row.take(i, end)
			if start.ID != end.ID {
				leaving = append(leaving, start.ID)
			}
		}
	}
	if err := remove(ctx, tx, leaving); err != nil {
		return nil, err
	}
	return to, bulk.Explain(row.write(ctx), "place in a suite")
}

// Remove takes test cases out of a suite. The cases themselves stay, and so do their places in other suites.
func Remove(ctx context.Context, tx *ent.Client, in RemoveInput) (*ent.Suite, error) {
	if err := checkCases(in.TestCases, nil); err != nil {
		return nil, err
	}
	from, err := open(ctx, tx, in.Suite, "suite")
	if err != nil {
		return nil, err
	}
	there, err := members(ctx, tx, in.TestCases, from.ID)
	if err != nil {
		return nil, err
	}
	leaving := make([]ident.ID, len(in.TestCases))
	for i, one := range in.TestCases {
		at := there[from.ID][one]
		if at == nil {
			return nil, absent("test case in the suite", "testCases", strconv.Itoa(i))
		}
		leaving[i] = at.ID
	}
	return from, remove(ctx, tx, leaving)
}

// checkCases checks which cases an input names.
func checkCases(cases []ident.ID, before *ident.ID) error {
	var check fault.Check
	list(&check, "testCases", cases)
	if before != nil {
		for i, one := range cases {
			if one == *before {
				check.Fail("the case cannot follow itself; name another one in before, or leave it out of testCases", "testCases", strconv.Itoa(i))
			}
		}
	}
	return check.Err()
}

// open finds and locks a suite for placing cases.
func open(ctx context.Context, tx *ent.Client, id ident.ID, field string) (*ent.Suite, error) {
	if _, _, err := one(ctx, tx, id, field); err != nil {
		return nil, err
	}
	locked, err := lock(ctx, tx, id)
	if err == nil && locked[id] == nil {
		err = absent("suite", field)
	}
	return locked[id], err
}

// missing refuses cases that were not found.
func missing(wanted, found []ident.ID) error {
	is := make(map[ident.ID]bool, len(found))
	for _, id := range found {
		is[id] = true
	}
	for i, id := range wanted {
		if !is[id] {
			return absent("test case", "testCases", strconv.Itoa(i))
		}
	}
	return nil
}

// members are the places of some cases in some suites, by suite and case.
func members(ctx context.Context, tx *ent.Client, cases []ident.ID, suites ...ident.ID) (map[ident.ID]map[ident.ID]*ent.SuiteMember, error) {
	all, err := tx.SuiteMember.Query().Where(suitemember.SuiteIDIn(suites...),
		bulk.IDs[predicate.SuiteMember](suitemember.FieldTestCaseID, cases)).All(ctx)
	found := map[ident.ID]map[ident.ID]*ent.SuiteMember{}
	for _, m := range all {
		if found[m.SuiteID] == nil {
			found[m.SuiteID] = map[ident.ID]*ent.SuiteMember{}
		}
		found[m.SuiteID][m.TestCaseID] = m
	}
	return found, err
}

func remove(ctx context.Context, tx *ent.Client, ids []ident.ID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.SuiteMember.Delete().Where(bulk.IDs[predicate.SuiteMember](suitemember.FieldID, ids)).Exec(ctx)
	return err
}
