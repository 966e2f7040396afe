package suites

import (
	"context"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// PathKey names a path in the answer of EnsurePath.
func PathKey(path []string) string { return strings.Join(path, "\x1f") }

// EnsurePath finds the suites at the ends of paths of names, from the top down, and makes those that are missing, behind
// their siblings. The answer holds every suite along the paths by PathKey; made are those that are new. A suite in
// the trash stays there, and another one takes its place.
func EnsurePath(ctx context.Context, tx *ent.Client, project *ent.Project, paths [][]string) (found map[string]ident.ID, made map[ident.ID]bool, err error) {
	t, err := grow(ctx, tx, project)
	if err != nil {
		return nil, nil, err
	}
	p := planter{tree: t, tx: tx, project: project, found: map[string]ident.ID{}, last: map[ident.ID]int64{}, made: map[ident.ID]bool{}}
	for _, path := range paths {
		if err := p.plant(ctx, path); err != nil {
			return nil, nil, err
		}
	}
	// Whole levels are made at once, since a suite needs its parent first.
	for _, level := range p.levels {
		for first := 0; first < len(level); first += bulk.Size {
			if err := tx.Suite.CreateBulk(level[first:min(first+bulk.Size, len(level))]...).Exec(ctx); err != nil {
				return nil, nil, bulk.Explain(err, "suite")
			}
		}
	}
	return p.found, p.made, nil
}

// planter collects the suites that are missing.
type planter struct {
	*tree
	tx      *ent.Client
	project *ent.Project
	names   map[ident.ID]map[string]ident.ID // of the suites under a parent
	last    map[ident.ID]int64               // position under a parent
	found   map[string]ident.ID
	made    map[ident.ID]bool
	levels  [][]*ent.SuiteCreate
}

func (p *planter) plant(ctx context.Context, path []string) error {
	if len(path) > MaxDepth {
		return fault.New(fault.Invalid, "the suite %s stands in %d others; at most %d suites stand one in another",
			path[len(path)-1], len(path)-1, MaxDepth).At("suite")
	}
	var parent ident.ID
	for depth := range path {
		var check fault.Check
		own := name(&check, path[depth])
		text(&check, "suite", &own)
		if err := check.Err(); err != nil {
			return err
		}
		key := PathKey(path[:depth+1])
		id, known := p.found[key]
		if !known {
			if id, known = p.under(parent)[own]; !known {
				id = p.sprout(ctx, parent, own, depth)
			}
			p.found[key] = id
		}
		parent = id
	}
	return nil
}

// under are the suites under a parent by their names.
func (p *planter) under(parent ident.ID) map[string]ident.ID {
	if p.names == nil {
		p.names = map[ident.ID]map[string]ident.ID{}
	}
	if p.names[parent] == nil {
		p.names[parent] = map[string]ident.ID{}
		for _, s := range p.siblings(parent, ident.ID{}) {
			p.names[parent][s.Name] = s.ID
			p.last[parent] = s.Position
		}
	}
	return p.names[parent]
}

func (p *planter) sprout(ctx context.Context, parent ident.ID, own string, depth int) ident.ID {
	id, now := ident.New(ident.Suite), clock.Now(ctx)
	p.last[parent] += gap
	one := p.tx.Suite.Create().SetID(id).SetProjectID(p.project.ID).SetName(own).SetPosition(p.last[parent]).
		SetCreatedAt(now).SetUpdatedAt(now)
	if !parent.IsZero() {
		one.SetParentID(parent)
	}
	for len(p.levels) <= depth {
		p.levels = append(p.levels, nil)
	}
	p.levels[depth] = append(p.levels[depth], one)
	p.names[parent][own], p.made[id] = id, true
	return id
}
