package matrix

import (
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/fault"
)

// Limits of one window.
const (
	// MaxFirst is how many rows, or columns, a window has at most.
	MaxFirst = 200
	// DefaultFirst is how many it has when nobody says.
	DefaultFirst = 50
	// MaxLinks is how many links the cells of a window hold at most. Matrices are sparse: one that is full is asked for in
	// smaller windows.
	MaxLinks = 10_000
	// maxText is how long a text to narrow an axis by may be, in letters.
	maxText = 200
)

// Axis is the part of an axis that a window shows.
type Axis struct {
	// From is how many are passed over.
	From int
	// First is how many there are at most.
	First int
	// Text narrows the axis to what has it in its key or title; empty does not.
	Text string
}

// Question asks for one window of a matrix.
type Question struct {
	Rows, Columns Axis
	// Gaps leaves only rows that nothing covers.
	Gaps bool
	// Linked leaves only columns that are linked to a row that is left.
	Linked bool
	// Scope says which executions are evidence.
	Scope coverage.Scope
	// Counts asks how many rows and columns there are in all.
	Counts bool
	// Cells asks what stands in the window.
	Cells bool
}

// check says what is wrong with a question, by the name of the field.
func (q Question) check() error {
	for _, axis := range []struct {
		name string
		Axis
	}{{"rows", q.Rows}, {"columns", q.Columns}} {
		switch {
		case axis.From < 0:
			return fault.New(fault.Invalid, "%s.from cannot be less than 0", axis.name).At(axis.name, "from")
		case axis.First < 0 || axis.First > MaxFirst:
			return fault.New(fault.Invalid, "%s.first is %d; a window has 0 to %d: ask for the rest with from", axis.name, axis.First, MaxFirst).
				At(axis.name, "first")
		case utf8.RuneCountInString(axis.Text) > maxText:
			return fault.New(fault.Invalid, "%s.text has at most %d letters", axis.name, maxText).At(axis.name, "text")
		}
	}
	return nil
}
