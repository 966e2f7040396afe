package requirements_test

import (
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestAnImportedApprovalSpeaksOfTheContentThatCameWithIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		for i, step := range []struct {
			draft    requirements.Draft
			status   requirement.Status
			approved int
		}{
			{requirements.Draft{Key: "A", Title: "one", Status: requirement.StatusAPPROVED}, requirement.StatusAPPROVED, 1},
			{requirements.Draft{Key: "A", Title: "one"}, requirement.StatusAPPROVED, 1},
			{requirements.Draft{Key: "A", Title: "two"}, requirement.StatusDRAFT, 1},
			{requirements.Draft{Key: "A", Title: "two", Status: requirement.StatusIMPLEMENTED}, requirement.StatusIMPLEMENTED, 2},
			{requirements.Draft{Key: "A", Title: "three", Status: requirement.StatusIMPLEMENTED}, requirement.StatusIMPLEMENTED, 3},
			{requirements.Draft{Key: "A", Title: "four", Status: requirement.StatusIN_REVIEW}, requirement.StatusIN_REVIEW, 3},
			{requirements.Draft{Key: "A", Title: "five"}, requirement.StatusIN_REVIEW, 3},
		} {
			put(t, p, step.draft)
			if is := get(p, "A"); is.Status != step.status || is.ApprovedVersion != step.approved {
				t.Errorf("step %d: %s with approved version %d, want %s with %d", i, is.Status, is.ApprovedVersion, step.status, step.approved)
			}
		}
	})
}
