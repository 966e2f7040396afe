package signatures

import (
	"context"
	"fmt"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/failuresignature"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// maxNote is the most letters that a note may have.
const maxNote = 20_000

// Classify says where the failures of a signature come from, and which defect they show. A note and a defect that are left
// out stay; a time of muting that is left out ends it. Linking the executions is the business of the area above.
func Classify(ctx context.Context, tx *ent.Client, in ClassifyInput) (*ent.FailureSignature, error) {
	if err := in.check(ctx); err != nil {
		return nil, err
	}
	found, err := tx.FailureSignature.Query().Where(failuresignature.ID(in.ID), bulk.Lock[predicate.FailureSignature]()).
		Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no such failure signature, or you may not see it").At("id")
	}
	if err != nil {
		return nil, err
	}
	if _, err := projects.For(ctx, tx, found.ProjectID, membership.RoleTESTER); err != nil {
		return nil, err
	}
	if err := bulk.Expect("failure signature", found.ID.String(), found.Version, in.ExpectedVersion); err != nil {
		return nil, err
	}
	update := tx.FailureSignature.UpdateOne(found).SetClass(in.Class).AddVersion(1)
	if in.Note != nil {
		update.SetNote(*in.Note)
	}
	if in.Defect != nil {
		isThere, err := tx.Defect.Query().Where(defect.ID(*in.Defect), defect.ProjectID(found.ProjectID)).Exist(ctx)
		if err != nil {
			return nil, err
		}
		if !isThere {
			return nil, fault.New(fault.NotFound, "there is no such defect, or you may not see it").At("defect")
		}
		update.SetDefectID(*in.Defect)
	}
	if in.MuteUntil != nil {
		update.SetMuteUntil(*in.MuteUntil)
	} else {
		update.ClearMuteUntil()
	}
	saved, err := update.Save(ctx)
	return saved, bulk.Explain(err, "failure signature")
}

func (in ClassifyInput) check(ctx context.Context) error {
	var check fault.Check
	if failuresignature.ClassValidator(in.Class) != nil {
		check.Fail("class is one of PRODUCT, AUTOMATION, ENVIRONMENT, DATA, REQUIREMENT, NO_DEFECT and TO_INVESTIGATE", "class")
	}
	if in.Note != nil {
		if err := check.Note(bulk.CheckText("note", *in.Note)); err != nil {
			return err
		}
		if length := utf8.RuneCountInString(*in.Note); length > maxNote {
			check.Fail(fmt.Sprintf("note has %d letters; the most is %d", length, maxNote), "note")
		}
	}
	if in.MuteUntil != nil && !in.MuteUntil.After(clock.Now(ctx)) {
		check.Fail("muteUntil lies in the past; name a later time, or leave it out to hear of these failures", "muteUntil")
	}
	return check.Err()
}
