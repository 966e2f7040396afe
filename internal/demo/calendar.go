package demo

import (
	"cmp"
	"slices"
	"time"
)

const (
	workers   = 4 // parallel lines of the night job
	testers   = 3
	dayStart  = 8*time.Hour + 30*time.Minute
	dayEnd    = 17*time.Hour + 30*time.Minute
	nextShift = 24*time.Hour - dayEnd + dayStart
)

// schedule gives every execution its time: machines in the evenings after the build (Android and iOS take turns in
// being first), people on the working days from the second one on. Cases follow one another in the order of their areas.
func (w *workspace) schedule(chosen []*occasion) {
	slices.SortStableFunc(chosen, func(a, b *occasion) int {
		return cmp.Or(cmp.Compare(a.build, b.build), cmp.Compare(a.environment, b.environment))
	})
	var cycle string
	var night, repeat, shift time.Time
	for _, o := range chosen {
		b := w.plan.Builds[o.build]
		if name := b.Name + o.environment; name != cycle {
			cycle = name
			day := b.BuiltAt.Truncate(24 * time.Hour)
			evening := map[string]int{android: o.build % 2, ios: 1 - o.build%2, uat: 2}[o.environment]
			night = day.Add(time.Duration(19+24*evening) * time.Hour)
			repeat = night.Add(12*time.Hour + 30*time.Minute)
			shift = workday(day.Add(48*time.Hour + dayStart))
		}
		for _, a := range o.attempts {
			r := a.result
			switch {
			case o.c.kind() == "MANUAL":
				r.ExecutedAt = shift
				shift = workday(shift.Add((r.Duration + 3*time.Minute) / testers))
			case a.late:
				r.ExecutedAt = repeat
				repeat = repeat.Add((r.Duration + 2*time.Second) / workers)
			default:
				r.ExecutedAt = night
				night = night.Add((r.Duration + 2*time.Second) / workers)
			}
			r.ExecutedAt = r.ExecutedAt.Truncate(time.Millisecond)
		}
	}
}

// workday moves a time that lies after the end of work or on a weekend to the next morning of work.
func workday(at time.Time) time.Time {
	if sinceMidnight := at.Sub(at.Truncate(24 * time.Hour)); sinceMidnight > dayEnd {
		at = at.Truncate(24 * time.Hour).Add(dayEnd + nextShift)
	}
	for at.Weekday() == time.Saturday || at.Weekday() == time.Sunday {
		at = at.Truncate(24 * time.Hour).Add(24*time.Hour + dayStart)
	}
	return at
}
