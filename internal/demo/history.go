package demo

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// executions is how many results the history holds.
const executions = 5000

// occasion is one case with one data row that may be executed in one cycle, with its attempts: one, or two when the
// first ended without a reason in the product.
type occasion struct {
	c           *testCase
	build       int
	environment string
	row         int // from 1; 0: the case has no data rows
	must        bool
	rank        uint64 // lower ones are preferred
	attempts    []attempt
}

// attempt is how one execution went, before it has a time.
type attempt struct {
	result *record.Result
	flaw   *flaw // the defect that it met
	late   bool  // done again on the next morning, not at once
}

// history tells all executions in the order of their time, and which of them met each defect.
func (w *workspace) history() ([]*record.Result, map[*flaw][]*record.Result, error) {
	chosen, err := choose(w.occasions())
	if err != nil {
		return nil, nil, err
	}
	w.schedule(chosen)
	var attempts []attempt
	for _, o := range chosen {
		attempts = append(attempts, o.attempts...)
	}
	slices.SortStableFunc(attempts, func(a, b attempt) int { return a.result.ExecutedAt.Compare(b.result.ExecutedAt) })
	results := make([]*record.Result, len(attempts))
	met := map[*flaw][]*record.Result{}
	for i, a := range attempts {
		a.result.Ordinal = i
		results[i] = a.result
		if a.flaw != nil {
			met[a.flaw] = append(met[a.flaw], a.result)
		}
	}
	return results, met, w.numberFlaws(met)
}

// occasions lists, cycle by cycle, what could be executed. What shows a defect, and the last build of a release, is
// always executed; the rest as far as there is time.
func (w *workspace) occasions() []*occasion {
	var out []*occasion
	for build, b := range w.plan.Builds {
		for _, e := range w.plan.Environments {
			for _, c := range w.cases {
				if build < w.firstBuild(c) || !c.owner.tested(b.Release) || !c.executedIn(e.Name) {
					continue
				}
				for row := min(1, len(c.rows)); row <= len(c.rows); row++ {
					o := &occasion{c: c, build: build, environment: e.Name, row: row}
					w.carryOut(o)
					o.rank = rank(o.attempts[0].result.Name)
					o.must = o.matters()
					out = append(out, o)
				}
			}
		}
	}
	return out
}

// executedIn tells where a case is at home: machines work on the device farm, people on UAT, and what people rely on
// most is executed there by machine too.
func (c *testCase) executedIn(environment string) bool {
	if places := c.owner.area.Environments; len(places) > 0 && !slices.Contains(places, environment) {
		return false
	}
	if c.kind() == "MANUAL" {
		return environment == uat
	}
	return environment != uat || (c.priority() == "P0" && c.Level != "COMPONENT")
}

// matters tells whether leaving the occasion out would leave a hole in the story.
func (o *occasion) matters() bool {
	if o.c.owner.Key == ShowcaseRequirement || (o.build == qrBuild && o.c.owner.area.index == qrArea) {
		return true
	}
	if o.environment != uat && o.row <= 1 && o.build%buildsPerRelease == buildsPerRelease-1 {
		return true
	}
	return slices.ContainsFunc(o.c.flaws, func(f *flaw) bool {
		return f.active(o.c, o.build, o.environment, o.row) || o.build == f.fixed
	})
}

// choose takes what matters and then by rank until the history has its size.
func choose(all []*occasion) ([]*occasion, error) {
	taken := map[*occasion]bool{}
	count := 0
	take := func(o *occasion) {
		if !taken[o] && count+len(o.attempts) <= executions {
			taken[o] = true
			count += len(o.attempts)
		}
	}
	byRank := slices.Clone(all)
	slices.SortFunc(byRank, func(a, b *occasion) int { return cmp.Compare(a.rank, b.rank) })
	for _, o := range byRank {
		if o.must {
			take(o)
		}
	}
	for _, o := range byRank {
		take(o)
	}
	if count != executions {
		return nil, fmt.Errorf("demo content: the history holds %d executions of %d occasions, not %d", count, len(all), executions)
	}
	return slices.DeleteFunc(all, func(o *occasion) bool { return !taken[o] }), nil
}

func rank(name string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte("rank " + name)) // a hash never refuses
	// The last bytes of a name differ least; mixing spreads them over the whole number.
	return h.Sum64() * 0x9e3779b97f4a7c15
}

// scenario writes a data row as "name=value" pairs in the order of the case's parameters; empty without rows.
func (o *occasion) scenario() string {
	if o.row == 0 {
		return ""
	}
	var pairs []string
	for _, name := range o.c.names {
		pairs = append(pairs, name+"="+o.c.rows[o.row-1][name])
	}
	return strings.Join(pairs, ", ")
}
