package coverage

import (
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
)

// unreachable is the version that no case has: what stands behind a suspect link needs it.
const unreachable = 2147483647

// after is what a case says to a requirement when a version of it, at least, must have passed for the pass to count.
func (w Word) after(needs int) Status {
	if w.Status == Passed && w.Version < needs {
		return Stale
	}
	return w.Status
}

// Behind is what a case says to a requirement over the open links between the two: its own word, but that a pass behind
// suspect links, or older than what was linked, is STALE.
func (w Word) Behind(links []*ent.TraceLink) Status {
	needs := unreachable
	for _, link := range links {
		switch {
		case link.State == tracelink.StateSUSPECT:
		case link.AffirmedAt != nil:
			needs = 0
		default:
			needs = min(needs, link.TestCaseVersion)
		}
	}
	return w.after(needs)
}
