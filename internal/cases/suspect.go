package cases

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// Suspect is the reaction to new content at either end: trace links that were made for an older version have to be
// looked at again before their evidence counts.
func Suspect(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	for _, end := range []struct {
		kind                  ident.Kind
		column, pinned, table string
		reason                string
	}{
		{ident.Requirement, tracelink.FieldRequirementID, tracelink.FieldRequirementVersion, requirement.Table, "the requirement has changed since the link was made"},
		{ident.TestCase, tracelink.FieldTestCaseID, tracelink.FieldTestCaseVersion, testcase.Table, "the test case has changed since the link was made"},
	} {
		for chunk := range slices.Chunk(requirements.Raised(news, end.kind), bulk.Size) {
			outdated := predicate.TraceLink(func(s *sql.Selector) {
				s.Where(sql.And(bulk.InIDs(s.Dialect(), s.C(end.column), chunk),
					requirements.PinnedElsewhere(s, end.pinned, end.table, end.column)))
			})
			err := tx.TraceLink.Update().Where(tracelink.StateEQ(tracelink.StateVALID), outdated).
				SetState(tracelink.StateSUSPECT).SetReason(end.reason).AddVersion(1).Exec(ctx)
			if err != nil {
				return bulk.Explain(err, "trace link")
			}
		}
	}
	return nil
}
