package defects

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/signatures"
)

// ClassifySignature says where the failures of a signature come from and, when asked to, links all its executions to the
// known defect; it counts those that were not linked before.
func ClassifySignature(ctx context.Context, tx *ent.Client, in signatures.ClassifyInput) (signature *ent.FailureSignature, linked int, err error) {
	if signature, err = signatures.Classify(ctx, tx, in); err != nil || in.LinkExecutions == nil || !*in.LinkExecutions {
		return signature, 0, err
	}
	if signature.DefectID == nil {
		return nil, 0, fault.New(fault.Invalid, "there is no defect to link the executions to; name one").At("defect")
	}
	known, _, err := load(ctx, tx, *signature.DefectID)
	if fault.Is(err, fault.NotFound) {
		return nil, 0, fault.New(fault.Precondition, "the known defect lies in the trash; name another one, or restore it").At("defect")
	}
	if err != nil {
		return nil, 0, err
	}
	executions, err := tx.Execution.Query().Where(execution.SignatureID(signature.ID), func(s *sql.Selector) {
		d := sql.Dialect(s.Dialect())
		link := d.Table(defectlink.Table).As("linked")
		s.Where(sql.Not(sql.Exists(d.SelectExpr(sql.Expr("1")).From(link).Where(sql.And(
			sql.ColumnsEQ(link.C(defectlink.FieldExecutionID), s.C(execution.FieldID)),
			sql.EQ(link.C(defectlink.FieldDefectID), known.ID),
			sql.NEQ(link.C(defectlink.FieldState), defectlink.StateCLOSED),
		)))))
	}).IDs(ctx)
	if err != nil {
		return nil, 0, err
	}
	linked, err = connect(ctx, tx, known, executions)
	return signature, linked, err
}
