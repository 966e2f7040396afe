package defects

import (
	"context"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// executions gives orphans the executions that arrived. An execution is named by the end of a path and its own name, so
// the few orphans are looked for among the many arrivals and not the other way round.
func (a *adoption) executions(ctx context.Context, arrived []ident.ID) error {
	if len(arrived) == 0 {
		return nil
	}
	// A write belongs to one project, so the first execution knows it.
	first, err := a.tx.Execution.Query().Where(execution.ID(arrived[0])).Select(execution.FieldProjectID).Only(ctx)
	if err != nil {
		return err
	}
	orphans, err := a.orphans(ctx, first.ProjectID, defectlink.UnresolvedKindEQ(defectlink.UnresolvedKindEXECUTION))
	if err != nil || len(orphans) == 0 {
		return err
	}
	names := make([]string, len(orphans))
	for i, orphan := range orphans {
		_, names[i] = splitExecution(orphan.UnresolvedKey)
	}
	byName := map[string][]*ent.Execution{}
	for chunk := range slices.Chunk(arrived, bulk.Size) {
		found, err := a.tx.Execution.Query().
			Where(bulk.IDs[predicate.Execution](execution.FieldID, chunk), bulk.Texts[predicate.Execution](execution.FieldName, names)).
			Select(execution.FieldID, execution.FieldName, execution.FieldSourceFile).Order(ent.Asc(execution.FieldID)).All(ctx)
		if err != nil {
			return err
		}
		for _, one := range found {
			byName[one.Name] = append(byName[one.Name], one)
		}
	}
	taken, err := a.open(ctx, orphans, nil)
	if err != nil {
		return err
	}
	joined, further := joined{}, []*ent.DefectLinkCreate{}
	for _, orphan := range orphans {
		further = append(further, a.joinExecutions(orphan, byName, taken, joined)...)
	}
	if err := joined.save(ctx, a.tx, clock.Now(ctx)); err != nil {
		return err
	}
	for chunk := range slices.Chunk(further, bulk.Size) {
		if err := a.tx.DefectLink.CreateBulk(chunk...).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// joinExecutions gives an orphan its execution; when several have arrived, each further one gets a link of its own.
func (a *adoption) joinExecutions(orphan *ent.DefectLink, byName map[string][]*ent.Execution, taken links, joined joined) (further []*ent.DefectLinkCreate) {
	file, name := splitExecution(orphan.UnresolvedKey)
	ids, _ := ofFile(byName[name], file)
	for i, id := range ids {
		switch {
		case i == 0:
			joined.join(orphan, id, taken)
		case orphan.DefectID != nil && taken.take(linkKey{defect: *orphan.DefectID, other: id}) == defectlink.StateVALID:
			further = append(further, a.tx.DefectLink.Create().SetProjectID(orphan.ProjectID).
				SetDefectID(*orphan.DefectID).SetExecutionID(id).SetState(defectlink.StateVALID))
		}
	}
	return further
}

// splitExecution takes the key of a missing execution apart. A name may hold the mark, a file's path never does.
func splitExecution(key string) (file, name string) {
	file, name, _ = strings.Cut(key, executionMark)
	return file, name
}
