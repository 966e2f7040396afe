package defects

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/failuresignature"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// proposals is how many defects are proposed for one signature.
const proposals = 5

// Proposed are the defects that failures with these signatures probably show: the known one of the signature first, then
// those linked to its executions, the most often linked first. Instead of a duplicate stands what it duplicates.
func Proposed(ctx context.Context, client *ent.Client, signatureIDs []ident.ID) (map[ident.ID][]*ent.Defect, error) {
	known, err := client.FailureSignature.Query().
		Where(bulk.IDs[predicate.FailureSignature](failuresignature.FieldID, signatureIDs), failuresignature.DefectIDNotNil()).
		Select(failuresignature.FieldID, failuresignature.FieldDefectID).All(ctx)
	if err != nil {
		return nil, err
	}
	weights := map[ident.ID]map[ident.ID]int{} // signature, defect
	weigh := func(signature, defect ident.ID, weight int) {
		if weights[signature] == nil {
			weights[signature] = map[ident.ID]int{}
		}
		weights[signature][defect] += weight
	}
	linked, err := linkedTo(ctx, client, signatureIDs)
	if err != nil {
		return nil, err
	}
	for _, one := range linked {
		weigh(one.Signature, one.Defect, one.Count)
	}
	for _, one := range known {
		weigh(one.ID, *one.DefectID, 1<<30) // before any number of executions
	}
	var ids []ident.ID
	for _, of := range weights {
		for id := range of {
			ids = append(ids, id)
		}
	}
	found, err := originals(ctx, client, ids)
	if err != nil {
		return nil, err
	}
	proposed := make(map[ident.ID][]*ent.Defect, len(weights))
	for signature, of := range weights {
		if all := heaviest(of, found); len(all) > 0 {
			proposed[signature] = all
		}
	}
	return proposed, nil
}

// heaviest are the defects that stand for the weighed ones, the heaviest first.
func heaviest(weights map[ident.ID]int, found map[ident.ID]*ent.Defect) []*ent.Defect {
	total := map[ident.ID]int{}
	var all []*ent.Defect
	for id, weight := range weights {
		one := found[id]
		if one == nil {
			continue
		}
		if _, known := total[one.ID]; !known {
			all = append(all, one)
		}
		total[one.ID] += weight
	}
	slices.SortFunc(all, func(a, b *ent.Defect) int {
		if total[a.ID] != total[b.ID] {
			return total[b.ID] - total[a.ID]
		}
		return slices.Compare(b.ID[:], a.ID[:]) // the younger one
	})
	return all[:min(proposals, len(all))]
}

// share is how many executions of a signature are linked to a defect.
type share struct {
	Signature ident.ID `sql:"signature_id"`
	Defect    ident.ID `sql:"defect_id"`
	Count     int      `sql:"count"`
}

func linkedTo(ctx context.Context, client *ent.Client, signatureIDs []ident.ID) (rows []share, err error) {
	err = client.Execution.Query().Where(bulk.IDs[predicate.Execution](execution.FieldSignatureID, signatureIDs)).Unique(false).
		Modify(func(s *sql.Selector) {
			link := sql.Dialect(s.Dialect()).Table(defectlink.Table)
			s.Join(link).On(link.C(defectlink.FieldExecutionID), s.C(execution.FieldID))
			s.Where(sql.And(sql.NotNull(link.C(defectlink.FieldDefectID)), sql.NEQ(link.C(defectlink.FieldState), defectlink.StateCLOSED)))
			s.Select(s.C(execution.FieldSignatureID), link.C(defectlink.FieldDefectID), sql.As(sql.Count("*"), "count"))
			s.GroupBy(s.C(execution.FieldSignatureID), link.C(defectlink.FieldDefectID))
		}).Scan(ctx, &rows)
	return rows, err
}

// originals are the defects for which these stand: what a duplicate duplicates, or else the defect itself. Those in the
// trash, or behind a wall, are absent.
func originals(ctx context.Context, client *ent.Client, ids []ident.ID) (map[ident.ID]*ent.Defect, error) {
	asked, err := client.Defect.Query().Where(bulk.IDs[predicate.Defect](defect.FieldID, ids)).All(ctx)
	if err != nil {
		return nil, err
	}
	found := make(map[ident.ID]*ent.Defect, len(asked))
	var of []ident.ID
	for _, one := range asked {
		found[one.ID] = one
		if one.DuplicateOfID != nil {
			of = append(of, *one.DuplicateOfID)
		}
	}
	if len(of) == 0 {
		return found, nil
	}
	others, err := client.Defect.Query().Where(bulk.IDs[predicate.Defect](defect.FieldID, of)).All(ctx)
	byID := make(map[ident.ID]*ent.Defect, len(others))
	for _, one := range others {
		byID[one.ID] = one
	}
	for _, one := range asked {
		if one.DuplicateOfID != nil && byID[*one.DuplicateOfID] != nil {
			found[one.ID] = byID[*one.DuplicateOfID]
		}
	}
	return found, err
}
