package feed

import (
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
)

// matcher tells which changes of one project pass a filter. It is for one reader and not for two at once.
//
// Kinds, operations, fields and entities are read off the change itself. A creation and a deletion change every field
// that they tell. What is under a requirement or belongs to a release is the neighbourhood of the filter's roots:
//
//   - the requirements: those that the filter names, those to be delivered in its releases, and whatever stands below one
//     of them in document order or refines it by a link that is not CLOSED, however deep;
//   - the cases with a trace link to one of these requirements that is not CLOSED;
//   - the filter's releases, their builds, and the cycles of these builds;
//   - the executions of these cases, in these builds or in these cycles;
//   - the defects with a link to one of these requirements, cases or executions that is not CLOSED, and those found or
//     fixed in one of these builds.
//
// What lies in the trash belongs to it like everything else. A change is heard when the thing that was changed is in the
// neighbourhood, or names something that is: by the ids that it named before and after the change, which stand in the
// change, or by those that it names now. So versions, links, comments, attachments, tags, suite places and references
// to other tools are heard with what they are about; what moves away, is unlinked or deleted is heard by those who are
// left; and what was linked after it was changed is heard by those who read on afterwards. There is one exception: a case
// is not heard because its latest execution is in the neighbourhood.
//
// The neighbourhood is that of a moment between the change and its delivery.
type matcher struct {
	client  *ent.Client
	dialect string
	project ident.ID
	filter  Filter
	shared  *neighbourhoods
	around  *around // of the last batch; nil when nothing was asked of it or it has moved since
}

// matcher prepares a filter for the changes of a project, which the viewer of each call must be able to see.
func (f *Feed) matcher(client *ent.Client, project ident.ID, filter Filter) *matcher {
	return &matcher{client: client, dialect: f.store.Dialect(), project: project, filter: filter, shared: &f.around}
}

// isRooted tells whether the filter asks where a thing belongs.
func (m *matcher) isRooted() bool { return len(m.filter.Requirements)+len(m.filter.Releases) > 0 }

// match tells of each change whether the filter lets it through. The changes are read in batches that lie side by side,
// upwards or downwards. It takes a bounded number of statements, whatever the size of the batch, and none at all without
// roots. An error is none of the changes' fault: the same batch can be asked about again.
func (m *matcher) match(ctx context.Context, all []*Change) ([]bool, error) {
	passed := make([]bool, len(all))
	some := false
	for i, c := range all {
		passes, err := m.passes(c)
		if err != nil {
			return nil, err
		}
		passed[i], some = passes, some || passes
	}
	if !m.isRooted() {
		return passed, nil
	}
	if m.around != nil {
		moved, err := m.around.moved(all)
		if err != nil {
			return nil, err
		}
		if moved {
			m.around = nil
		}
	}
	if !some {
		return passed, nil
	}
	return passed, m.narrow(people.IncludingTrash(ctx), all, passed)
}

// passes tells what can be read off the change itself.
func (m *matcher) passes(c *Change) (bool, error) {
	f := m.filter
	if len(f.EntityTypes) > 0 && !slices.Contains(f.EntityTypes, c.Entity.Kind().Word()) ||
		len(f.Ops) > 0 && !slices.Contains(f.Ops, c.Op) ||
		len(f.Entities) > 0 && !slices.Contains(f.Entities, c.Entity) {
		return false, nil
	}
	if len(f.Fields) == 0 {
		return true, nil
	}
	return touches(c, f.Fields...)
}

// touches tells whether a change changed one of these fields.
func touches(c *Change, names ...string) (bool, error) {
	body, err := c.Body()
	if err != nil {
		return false, err
	}
	for _, field := range body.Fields {
		if slices.Contains(names, field.Name) {
			return true, nil
		}
	}
	return false, nil
}

// narrow takes back what has nothing to do with the filter's roots.
func (m *matcher) narrow(ctx context.Context, all []*Change, passed []bool) error {
	if m.around == nil {
		found, err := m.shared.of(ctx, m, all[0].Epoch, highest(all))
		if err != nil {
			return err
		}
		m.around = found
	}
	asked := &lookup{client: m.client, around: m.around, within: map[int]bool{}, open: map[int]*question{}}
	for i, c := range all {
		if !passed[i] {
			continue
		}
		if err := asked.add(i, c); err != nil {
			return err
		}
	}
	if err := asked.answer(ctx); err != nil {
		return err
	}
	for i := range all {
		passed[i] = asked.within[i]
	}
	if !asked.asked {
		return nil
	}
	return visible(ctx, m.client, m.project)
}

// visible makes sure that what was just looked up was not empty because the viewer is no member any more.
func visible(ctx context.Context, client *ent.Client, id ident.ID) error {
	is, err := client.Project.Query().Where(project.ID(id)).Exist(ctx)
	if err != nil {
		return err
	}
	if !is {
		return fault.New(fault.NotFound, "there is no such project")
	}
	return nil
}

// highest is the greatest number among changes that lie side by side.
func highest(all []*Change) int64 { return max(all[0].Seq, all[len(all)-1].Seq) }
