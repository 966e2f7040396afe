package history

import "fmt"

// Kind says which promise was broken.
type Kind string

// The kinds of findings.
const (
	// Unreadable: an envelope that is no JSON object of a change.
	Unreadable Kind = "unreadable"
	// Mislabelled: an envelope that names another number than the line it came in.
	Mislabelled Kind = "mislabelled"
	// Foreign: a change of a project that the subscriber did not ask for, or a change in the feed of another project.
	Foreign Kind = "foreign"
	// Altered: a repeat with other bytes than before.
	Altered Kind = "altered"
	// Divergent: two subscribers received different changes under one number.
	Divergent Kind = "divergent"
	// Gap: numbers that a connection left out.
	Gap Kind = "gap"
	// Disorder: a smaller number after a greater one on one connection.
	Disorder Kind = "disorder"
	// Repeat: a number that came again without having been asked for again.
	Repeat Kind = "repeat"
	// Jump: a subscriber who asked for what comes after something that he had not received; he himself lost it.
	Jump Kind = "jump"
	// Tail: a subscriber who did not reach the head.
	Tail Kind = "tail"
	// Beyond: a number greater than the head; it was taken back after it had been delivered.
	Beyond Kind = "beyond"
	// AfterRemoval: a change after the removal of the subscriber's membership.
	AfterRemoval Kind = "after removal"
	// Lost: an acknowledged write or import that is in nobody's feed.
	Lost Kind = "lost"
	// Twice: a write or import that is in the feed more than once.
	Twice Kind = "twice"
	// Partial: an import with some of its units only.
	Partial Kind = "partial"
	// Surplus: an import with more units than it has.
	Surplus Kind = "surplus"
	// Unclaimed: an import in the feed that no writer began.
	Unclaimed Kind = "unclaimed"
	// Order: a write that stands before one which was acknowledged before it began.
	Order Kind = "order"
	// Torn: a transaction whose changes do not stand side by side.
	Torn Kind = "torn"
	// Reversed: an entity whose version falls.
	Reversed Kind = "reversed"
	// WrongState: applying the changes does not give the final state.
	WrongState Kind = "wrong state"
)

// Finding is one broken promise.
type Finding struct {
	Kind Kind
	// Subscriber names who saw it; empty when it is about the feed as all subscribers together saw it.
	Subscriber string
	Project    string
	// First and Last are the numbers it is about; both 0 when it is about none.
	First, Last int64
	// Words say what was seen and what was promised.
	Words string
}

// String is the finding on one line.
func (f Finding) String() string {
	who := f.Subscriber
	if who == "" {
		who = "all together"
	}
	return fmt.Sprintf("%s: %s, %s%s: %s", f.Kind, who, f.Project, numbers(f.First, f.Last), f.Words)
}

// numbers writes a range of numbers behind a blank; nothing for none.
func numbers(first, last int64) string {
	switch {
	case last == 0:
		return ""
	case first == last:
		return fmt.Sprint(" ", first)
	}
	return fmt.Sprintf(" %d to %d", first, last)
}
