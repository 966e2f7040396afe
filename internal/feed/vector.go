package feed

import (
	"bytes"
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// maxProjects is how many projects one stream follows, so that its cursor still fits into a header.
const maxProjects = 200

// distinct are the projects, each once, in the order of cursors.
func distinct(projects []*ent.Project) ([]*ent.Project, error) {
	sorted := slices.Clone(projects)
	slices.SortFunc(sorted, func(a, b *ent.Project) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	sorted = slices.CompactFunc(sorted, func(a, b *ent.Project) bool { return a.ID == b.ID })
	if len(sorted) == 0 {
		return nil, fault.New(fault.Invalid, "name at least one project to follow").At("projects")
	}
	if len(sorted) > maxProjects {
		return nil, fault.New(fault.Invalid, "one stream follows at most %d projects, and %d were named: use several streams", maxProjects, len(sorted)).At("projects")
	}
	return sorted, nil
}

// begin admits the viewer to projects and finds where to begin in each: behind a cursor, or at the head without one. The
// heads are read first, so that whoever loses access after being admitted still meets that in the log.
func (f *Feed) begin(ctx context.Context, projects []*ent.Project, after Cursor) ([]Position, map[ident.ID]changelog.Head, error) {
	heads, err := f.heads(ctx, projects)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range projects {
		if err := f.admit(ctx, p); err != nil {
			return nil, nil, err
		}
	}
	if len(after) > 0 && len(after) != len(projects) {
		return nil, nil, invalid("the cursor is not one of exactly the projects that were asked for")
	}
	places := make([]Position, len(projects))
	for i, p := range projects {
		head := heads[p.ID]
		if len(after) == 0 {
			places[i] = Position{p.ID, head.Epoch, head.Head}
			continue
		}
		at, found := after.of(p.ID)
		if !found {
			return nil, nil, invalid("the cursor has no place in project " + p.Key)
		}
		if err := check(p, at, head); err != nil {
			return nil, nil, err
		}
		at.Epoch = head.Epoch
		places[i] = at
	}
	return places, heads, nil
}

// remain makes sure, in one statement, that the reader may still see all projects.
func (s *Stream) remain(ctx context.Context) error {
	if s.who.System {
		return nil
	}
	ids := make([]ident.ID, len(s.parts))
	for i, p := range s.parts {
		ids[i] = p.project.ID
	}
	seen, err := s.feed.store.Client.Project.Query().Where(project.IDIn(ids...)).IDs(ctx)
	if err != nil {
		return err
	}
	for _, p := range s.parts {
		if !slices.Contains(seen, p.project.ID) {
			return ended(p.project)
		}
	}
	return nil
}

// cursor is where a stream stands in all its projects.
func (s *Stream) cursor() Cursor {
	c := make(Cursor, len(s.parts))
	for i, p := range s.parts {
		c[i] = p.at
	}
	return c
}

// pull takes the next change of any project. The projects take turns, so that one that has much to catch up with does not
// hold up the others. Moved is false when all are at their heads.
func (s *Stream) pull(ctx context.Context) (found *Change, from *part, moved bool, err error) {
	for range s.parts {
		p := s.parts[s.turn]
		s.turn = (s.turn + 1) % len(s.parts)
		c, further, err := p.next(ctx)
		if err != nil {
			return nil, nil, false, err
		}
		moved = moved || further
		if c != nil {
			return c, p, true, nil
		}
	}
	return nil, nil, moved, nil
}
