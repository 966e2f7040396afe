package fault_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/fault"
)

func TestAFaultIsFoundHoweverDeepItLies(t *testing.T) {
	cause := errors.New("pq: secret detail")
	made := fault.New(fault.Conflict, "%s was changed by somebody else", "R-1").Because(cause).At("input", "title").
		With("version", 3).With("title", "Pay")
	for name, err := range map[string]error{
		"bare": made, "wrapped": fmt.Errorf("save: %w", made), "joined": errors.Join(errors.New("other"), made),
		"cause of a fault": fmt.Errorf("twice: %w", fmt.Errorf("again: %w", made)),
	} {
		if fault.Of(err) != made || !fault.Is(err, fault.Conflict) || fault.Is(err, fault.NotFound) || !errors.Is(err, cause) {
			t.Errorf("%s: %v", name, fault.Of(err))
		}
	}
	if made.Error() != "R-1 was changed by somebody else" || strings.Contains(made.Error(), "secret") {
		t.Errorf("a person reads %q", made.Error())
	}
	if !slices.Equal(made.Field, []string{"input", "title"}) || made.Details["version"] != 3 || made.Details["title"] != "Pay" {
		t.Errorf("a client reads %v and %v", made.Field, made.Details)
	}
}

func TestWhatIsNoFaultIsInternal(t *testing.T) {
	for _, err := range []error{nil, errors.New("plain"), fmt.Errorf("wrapped: %w", errors.New("plain"))} {
		if fault.Of(err) != nil || fault.Is(err, fault.Internal) || fault.Is(err, "") {
			t.Errorf("%v was taken for a fault", err)
		}
	}
}
