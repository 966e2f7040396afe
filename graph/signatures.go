package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/ident"
)

// casesOfSignature are the test cases whose executions failed in the words of a signature.
var casesOfSignature = through(hops(hop{execution.Table, execution.FieldSignatureID, execution.FieldTestCaseID, false, testcase.Table}))

// proposed are the defects that a signature may show; those of all siblings are found at once.
func proposed(ctx context.Context, client *ent.Client, obj *ent.FailureSignature) ([]*ent.Defect, error) {
	siblings := orAlone(obj.Siblings, obj.ID)
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := once(siblings, key, func() (any, error) {
		answer, err := defects.Proposed(ctx, client, siblings.IDs)
		var all []*ent.Defect
		seen := map[ident.ID]bool{}
		for _, some := range answer {
			for _, one := range some {
				if !seen[one.ID] {
					seen[one.ID] = true
					all = append(all, one)
				}
			}
		}
		ent.JoinDefects(all)
		return answer, err
	})
	if err != nil {
		return nil, err
	}
	return found.(map[ident.ID][]*ent.Defect)[obj.ID], nil
}
