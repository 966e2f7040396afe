package bulk

import "github.com/asterism-qa/asterism/internal/fault"

// Expect refuses an edit of something that has changed since the editor saw it. The caller answers with its present
// state, so that the editor can put both together.
func Expect(thing, key string, is, saw int) error {
	if is == saw {
		return nil
	}
	return fault.New(fault.Conflict, "%s %s has been changed since you saw it: it is at version %d now and you saw %d; look at it and decide again",
		thing, key, is, saw).At("expectedVersion").With("version", is)
}
