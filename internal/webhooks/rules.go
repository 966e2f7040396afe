package webhooks

import (
	"fmt"
	"time"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// Rules are what this server allows in webhooks.
type Rules struct {
	// Guard says which addresses may be called.
	Guard wire.Guard
}

const (
	// overlap is for how long the secret before the present one signs too.
	overlap = 24 * time.Hour
	// mostSkip is the greatest number of vain attempts after which a change is left out.
	mostSkip = 100
)

// checkURL notes what is wrong with an address, and gives it as it is stored; empty when something is.
func (r Rules) checkURL(check *fault.Check, text string) (string, error) {
	parsed, err := r.Guard.CheckURL(text)
	if err != nil {
		return "", check.Note(err)
	}
	return parsed.String(), nil
}

// checkSkip notes a number of attempts that is out of range; least is 0 where never can be said.
func checkSkip(check *fault.Check, after *int, least int) {
	if after != nil && (*after < least || *after > mostSkip) {
		check.Fail(fmt.Sprintf("a change is left out after %d to %d vain attempts, not %d", least, mostSkip, *after), "skipAfter")
	}
}
