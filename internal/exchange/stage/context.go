package stage

import (
	"fmt"
	"time"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// Context is what records name beside requirements, test cases and defects; each list is in the order of first mention.
type Context struct {
	Releases     []string
	Builds       []*Build
	Environments []string
	Cycles       []*Cycle
	// Loose is where the first result states a release but no build that could belong to it; empty when none does.
	Loose record.Position
	// LooseCount is how many such results there are.
	LooseCount int

	seen   map[string]bool
	builds map[string]*Build
	cycles map[string]*Cycle
}

// Build is a build that records name.
type Build struct {
	// At is where it is named first, or first with its release.
	At      record.Position
	Key     string
	Release string
	// First is the earliest time that a result on the build states; zero when none does.
	First time.Time

	told bool // that results disagree about the release
}

// Cycle is a cycle that results name, with all builds and environments of its results.
type Cycle struct {
	// At is where it is named first.
	At                   record.Position
	Key                  string
	Builds, Environments map[string]bool
}

// Single is the only name in a set; empty when there are several.
func Single(names map[string]bool) string {
	if len(names) != 1 {
		return ""
	}
	for name := range names {
		return name
	}
	return ""
}

func newContext() Context {
	return Context{seen: map[string]bool{}, builds: map[string]*Build{}, cycles: map[string]*Cycle{}}
}

func (c *Context) add(r record.Record, warn func(record.Position, string, string)) {
	switch r := r.(type) {
	case *record.Requirement:
		c.once(&c.Releases, "release", r.Release)
	case *record.Defect:
		c.build(r.FoundIn, r.Position)
		c.build(r.FixedIn, r.Position)
	case *record.Result:
		c.result(r, warn)
	}
}

func (c *Context) result(r *record.Result, warn func(record.Position, string, string)) {
	if r.Build != "" {
		c.once(&c.Releases, "release", r.Release)
	}
	c.once(&c.Environments, "environment", r.Environment)
	b := c.build(r.Build, r.Position)
	switch {
	case b == nil && r.Release != "":
		if c.LooseCount == 0 {
			c.Loose = r.Position
		}
		c.LooseCount++
	case b == nil:
	case b.Release == "" && r.Release != "":
		b.Release, b.At = r.Release, r.Position
	case r.Release != "" && r.Release != b.Release && !b.told:
		b.told = true
		warn(r.Position, "release", fmt.Sprintf("the build %s is said to be of release %s and of %s; the first holds", b.Key, b.Release, r.Release))
	}
	if b != nil && !r.ExecutedAt.IsZero() && (b.First.IsZero() || r.ExecutedAt.Before(b.First)) {
		b.First = r.ExecutedAt
	}
	if r.Cycle == "" {
		return
	}
	cycle := c.cycles[r.Cycle]
	if cycle == nil {
		cycle = &Cycle{At: r.Position, Key: r.Cycle, Builds: map[string]bool{}, Environments: map[string]bool{}}
		c.cycles[r.Cycle] = cycle
		c.Cycles = append(c.Cycles, cycle)
	}
	cycle.Builds[r.Build] = true
	cycle.Environments[r.Environment] = true
}

func (c *Context) build(key string, at record.Position) *Build {
	if key == "" {
		return nil
	}
	if c.builds[key] == nil {
		c.builds[key] = &Build{At: at, Key: key}
		c.Builds = append(c.Builds, c.builds[key])
	}
	return c.builds[key]
}

func (c *Context) once(list *[]string, kind, name string) {
	if name == "" || c.seen[kind+"\x00"+name] {
		return
	}
	c.seen[kind+"\x00"+name] = true
	*list = append(*list, name)
}
