package cases

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// LinkDraft says by names what a test case is to a requirement.
type LinkDraft struct {
	// Requirement is a key; Case is a key, an automation id or an alias.
	Requirement, Case string
	// Role is VERIFIES when empty.
	Role tracelink.Role
}

// linkKey recognises a link: two ends, of which one may be a name that the project does not have.
type linkKey struct {
	requirement, testCase ident.ID
	unresolved            string
	role                  tracelink.Role
}

// Trace joins requirements to test cases. A link with one end that is not there is kept as ORPHANED; with both missing
// it is left out. Either is a warning. A link that was retired stays so.
func Trace(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []LinkDraft, now time.Time) (bulk.Outcome, error) {
	var total bulk.Outcome
	for first := 0; first < len(drafts); first += bulk.Size {
		outcome, err := traceSome(ctx, tx, project, drafts[first:min(first+bulk.Size, len(drafts))], now)
		if err != nil {
			return total, bulk.Explain(err, "trace link")
		}
		total.Add(outcome, first)
	}
	return total, nil
}

func traceSome(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []LinkDraft, now time.Time) (outcome bulk.Outcome, err error) {
	var keys, names []string
	for _, d := range drafts {
		keys, names = append(keys, d.Requirement), append(names, d.Case)
	}
	if err := bulk.CheckText("link", append(keys, names...)...); err != nil {
		return outcome, err
	}
	bases, err := requirements.Find(ctx, tx, project, keys)
	if err != nil {
		return outcome, err
	}
	tests, err := Find(ctx, tx, project, names)
	if err != nil {
		return outcome, err
	}
	if err := requirements.Hold(ctx, tx, bases); err != nil {
		return outcome, err
	}
	if err := hold(ctx, tx, tests); err != nil {
		return outcome, err
	}
	known, err := knownLinks(ctx, tx, project, bases, tests)
	if err != nil {
		return outcome, err
	}
	var created []*ent.TraceLinkCreate
	for i, d := range drafts {
		if d.Role == "" {
			d.Role = tracelink.DefaultRole
		}
		basis, test := bases[d.Requirement], tests[d.Case]
		missing := ""
		switch {
		case basis.ID.IsZero() && test.ID.IsZero():
			outcome.Warn(i, "requirement", "neither requirement %s nor test case %s is in the project; the link was left out", d.Requirement, d.Case)
			continue
		case basis.ID.IsZero():
			missing = d.Requirement
			outcome.Warn(i, "requirement", "names requirement %s, which is not in the project; kept as ORPHANED", missing)
		case test.ID.IsZero():
			missing = d.Case
			outcome.Warn(i, "case", "names test case %s, which is not in the project; kept as ORPHANED", missing)
		}
		key := linkKey{requirement: basis.ID, testCase: test.ID, unresolved: missing, role: d.Role}
		is, orphan := known[key], known.orphan(key, d)
		if (is == nil || is.State == tracelink.StateCLOSED) && orphan != nil && orphan.State == tracelink.StateCLOSED {
			is = orphan
		}
		if is != nil && is.State == tracelink.StateCLOSED {
			outcome.Warn(i, "", "the link between %s and %s was retired here and stays so", d.Requirement, d.Case)
		}
		if orphan != nil && orphan.State == tracelink.StateORPHANED {
			if err := known.join(ctx, tx, orphan, key, basis, test, now); err != nil {
				return outcome, err
			}
			outcome.Updated++
			continue
		}
		if is != nil {
			outcome.Unchanged++
			continue
		}
		outcome.Created++
		state := tracelink.StateVALID
		one := tx.TraceLink.Create().SetProjectID(project.ID).SetRole(d.Role).SetUnresolvedKey(missing).
			SetRequirementVersion(basis.ContentVersion).SetTestCaseVersion(test.ContentVersion).SetCreatedAt(now).SetUpdatedAt(now)
		if missing != "" {
			state = tracelink.StateORPHANED
			one.SetReason(missing + " is not in the project")
		}
		one.SetState(state)
		known[key] = &ent.TraceLink{State: state}
		if !basis.ID.IsZero() {
			one.SetRequirementID(basis.ID)
		}
		if !test.ID.IsZero() {
			one.SetTestCaseID(test.ID)
		}
		created = append(created, one)
	}
	if len(created) == 0 {
		return outcome, nil
	}
	return outcome, tx.TraceLink.CreateBulk(created...).Exec(ctx)
}

// links holds the links that are there; of those that were retired only one that nothing has replaced.
type links map[linkKey]*ent.TraceLink

// knownLinks loads the links of the requirements and test cases, from either end.
func knownLinks(ctx context.Context, tx *ent.Client, project *ent.Project, bases map[string]requirements.Found, tests map[string]Found) (links, error) {
	var requirementIDs, caseIDs []ident.ID
	for _, one := range bases {
		requirementIDs = append(requirementIDs, one.ID)
	}
	for _, one := range tests {
		caseIDs = append(caseIDs, one.ID)
	}
	all, err := tx.TraceLink.Query().Where(tracelink.ProjectID(project.ID), eitherEnd(requirementIDs, caseIDs)).All(ctx)
	if err != nil {
		return nil, err
	}
	known := make(links, len(all))
	for _, one := range all {
		key := keyOf(one)
		if before := known[key]; before == nil || before.State == tracelink.StateCLOSED {
			known[key] = one
		}
	}
	return known, nil
}

func keyOf(one *ent.TraceLink) linkKey {
	key := linkKey{unresolved: one.UnresolvedKey, role: one.Role}
	if one.RequirementID != nil {
		key.requirement = *one.RequirementID
	}
	if one.TestCaseID != nil {
		key.testCase = *one.TestCaseID
	}
	return key
}

// orphan is a link that was made while one of the ends which are there now was missing.
func (l links) orphan(key linkKey, d LinkDraft) *ent.TraceLink {
	if key.unresolved != "" {
		return nil
	}
	if one := l[linkKey{requirement: key.requirement, unresolved: d.Case, role: d.Role}]; one != nil {
		return one
	}
	return l[linkKey{testCase: key.testCase, unresolved: d.Requirement, role: d.Role}]
}

// join gives an orphan its end, pinned to what both ends are now. When the same link is there already, also a retired one,
// the orphan is retired.
func (l links) join(ctx context.Context, tx *ent.Client, orphan *ent.TraceLink, key linkKey, basis requirements.Found, test Found, now time.Time) error {
	state, reason := tracelink.StateVALID, ""
	if l[key] != nil {
		state, reason = tracelink.StateCLOSED, "the same link was made under another name"
	}
	delete(l, keyOf(orphan))
	if l[key] == nil {
		l[key] = &ent.TraceLink{State: state}
	}
	return tx.TraceLink.UpdateOneID(orphan.ID).SetUnresolvedKey("").SetState(state).SetReason(reason).
		SetRequirementID(basis.ID).SetRequirementVersion(basis.ContentVersion).
		SetTestCaseID(test.ID).SetTestCaseVersion(test.ContentVersion).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
}

// eitherEnd keeps links with one of the requirements or one of the test cases.
func eitherEnd(requirementIDs, caseIDs []ident.ID) predicate.TraceLink {
	return func(s *sql.Selector) {
		s.Where(sql.Or(
			bulk.InIDs(s.Dialect(), s.C(tracelink.FieldRequirementID), requirementIDs),
			bulk.InIDs(s.Dialect(), s.C(tracelink.FieldTestCaseID), caseIDs),
		))
	}
}
