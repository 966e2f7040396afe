package feed

import (
	"context"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// lookup finds out for the changes of one batch what is too much to be kept: executions and defects, of which only those
// that the batch names are looked up, and what things name by now. Each question is one statement for all changes.
type lookup struct {
	client *ent.Client
	around *around
	within map[int]bool      // by the place of the change in its batch
	open   map[int]*question // of changes about which nothing is known yet
	asked  bool              // whether the database was
}

// question is what a change is about: the thing that was changed and what it names.
type question struct {
	entity ident.ID
	names  []ident.ID
}

// add takes in a change with its place in the batch.
func (l *lookup) add(place int, c *Change) error {
	body, err := c.Body()
	if err != nil {
		return err
	}
	q := &question{entity: c.Entity, names: append(make([]ident.ID, 0, len(body.Refs)+1), c.Entity)}
	for _, ref := range body.Refs {
		if c.Entity.Kind() == ident.TestCase && ref.Kind() == ident.Execution { // only its latest
			continue
		}
		q.names = append(q.names, ref)
	}
	l.open[place] = q
	l.settle(place, l.around.holds)
	return nil
}

// settle tells that a change is heard when one of its names is in the neighbourhood.
func (l *lookup) settle(place int, holds func(ident.ID) bool) {
	if slices.ContainsFunc(l.open[place].names, holds) {
		l.within[place] = true
		delete(l.open, place)
	}
}

// answer looks up what is open.
func (l *lookup) answer(ctx context.Context) error {
	for _, one := range loose {
		if err := l.present(ctx, one); err != nil {
			return err
		}
	}
	defects, links, err := l.defects(ctx)
	if err != nil {
		return err
	}
	executions, err := l.executions(ctx, links)
	if err != nil {
		return err
	}
	near := func(id ident.ID) bool { return executions[id] || l.around.holds(id) }
	for _, link := range links {
		if near(link.B) || near(link.C) || near(link.D) {
			defects[link.A] = true
		}
	}
	for place := range l.open {
		l.settle(place, func(id ident.ID) bool { return executions[id] || defects[id] })
	}
	return nil
}

// present adds to what changed things of a kind named what they name now.
func (l *lookup) present(ctx context.Context, from table) error {
	places := map[ident.ID][]int{}
	for place, q := range l.open {
		if q.entity.Kind() == from.kind {
			places[q.entity] = append(places[q.entity], place)
		}
	}
	rows, err := l.rows(ctx, from, "id", slices.Collect(maps.Keys(places)))
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, place := range places[row.ID] {
			l.open[place].names = append(l.open[place].names, row.A, row.B, row.C, row.D)
			l.settle(place, l.around.holds)
		}
	}
	return nil
}

// defects are those named by open changes that a build in the neighbourhood has or is to have mended, and the links of
// all that are named.
func (l *lookup) defects(ctx context.Context) (found map[ident.ID]bool, links []row, err error) {
	named := l.named(ident.Defect)
	flaws, err := l.rows(ctx, ofDefects, "id", named)
	if err != nil {
		return nil, nil, err
	}
	found = map[ident.ID]bool{}
	for _, row := range flaws {
		if l.around.holds(row.A) || l.around.holds(row.B) {
			found[row.ID] = true
		}
	}
	links, err = l.rows(ctx, ofDefectLinks, defectlink.FieldDefectID, named)
	return found, slices.DeleteFunc(links, func(r row) bool { return r.State == string(defectlink.StateCLOSED) }), err
}

// executions are those in the neighbourhood, among those named by open changes or by links of defects.
func (l *lookup) executions(ctx context.Context, links []row) (map[ident.ID]bool, error) {
	named := l.named(ident.Execution)
	for _, link := range links {
		if !link.B.IsZero() {
			named = append(named, link.B)
		}
	}
	rows, err := l.rows(ctx, ofExecutions, "id", named)
	found := map[ident.ID]bool{}
	for _, row := range rows {
		if l.around.holds(row.A) || l.around.holds(row.B) || l.around.holds(row.C) {
			found[row.ID] = true
		}
	}
	return found, err
}

// named are the things of a kind that open changes name, each once.
func (l *lookup) named(kind ident.Kind) []ident.ID {
	all := map[ident.ID]bool{}
	for _, q := range l.open {
		for _, id := range q.names {
			if id.Kind() == kind {
				all[id] = true
			}
		}
	}
	return slices.Collect(maps.Keys(all))
}

// rows reads the rows of a table whose column holds one of the ids; no ids need no statement.
func (l *lookup) rows(ctx context.Context, from table, column string, ids []ident.ID) (found []row, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	l.asked = true
	err = from.query(l.client, func(s *sql.Selector) {
		s.Where(level.In(s.Dialect(), s.C(column), ids))
		from.choose(s)
	}).Scan(ctx, &found)
	return found, err
}
