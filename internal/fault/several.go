package fault

import (
	"errors"
	"strings"
)

// Several is all that is wrong with one input, so that the caller can mend it in one go.
type Several []*Fault

// Error implements error with every sentence.
func (s Several) Error() string {
	sentences := make([]string, len(s))
	for i, one := range s {
		sentences[i] = one.Message
	}
	return strings.Join(sentences, "; ")
}

// Unwrap lets the first fault speak where there is room for only one.
func (s Several) Unwrap() []error {
	all := make([]error, len(s))
	for i, one := range s {
		all[i] = one
	}
	return all
}

// Check collects faults. The zero value has none.
type Check struct{ found Several }

// Fail notes what is wrong with the field at a path.
func (c *Check) Fail(message string, path ...string) {
	c.found = append(c.found, New(Invalid, "%s", message).At(path...))
}

// Note takes a fault, or all of several, and returns any other error, which ends the checking.
func (c *Check) Note(err error) error {
	if err == nil {
		return nil
	}
	all := All(err)
	if all == nil {
		return err
	}
	c.found = append(c.found, all...)
	return nil
}

// Err is what was found; nil when nothing was.
func (c *Check) Err() error {
	switch len(c.found) {
	case 0:
		return nil
	case 1:
		return c.found[0]
	}
	return c.found
}

// All are the faults in an error chain; nil when there are none, which means that the error is internal.
func All(err error) []*Fault {
	var several Several
	if errors.As(err, &several) {
		return several
	}
	if one := Of(err); one != nil {
		return []*Fault{one}
	}
	return nil
}
