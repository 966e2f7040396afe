package impact

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Of walks downstream from a requirement or a defect. One that is in the trash or hidden from the viewer is NOT_FOUND.
func Of(ctx context.Context, client *ent.Client, root ident.ID, options Options) (*Answer, error) {
	options, err := options.filled()
	if err != nil {
		return nil, err
	}
	project, steps, err := begin(ctx, client, root)
	if err != nil {
		return nil, err
	}
	w := &walk{
		ctx: ctx, client: client, project: project, steps: steps, options: options,
		answer: &Answer{Root: root, Reached: map[ident.Kind]int{}, walked: map[ident.ID]*station{root: {Node: Node{Entity: root}}}},
	}
	front := []ident.ID{root}
	for depth := 1; depth <= options.Depth && len(front) > 0 && !w.answer.Truncated; depth++ {
		if front, err = w.level(depth, front); err != nil {
			return nil, err
		}
	}
	return w.answer, nil
}

// begin finds the project of the root and the steps that lead downstream from it.
func begin(ctx context.Context, client *ent.Client, root ident.ID) (project ident.ID, all []step, err error) {
	switch root.Kind() {
	case ident.Requirement:
		var one *ent.Requirement
		if one, err = client.Requirement.Query().Where(requirement.ID(root), requirement.DeletedAtIsNil()).Only(ctx); err == nil {
			project, all = one.ProjectID, fromRequirement
		}
	case ident.Defect:
		var one *ent.Defect
		if one, err = client.Defect.Query().Where(defect.ID(root), defect.DeletedAtIsNil()).Only(ctx); err == nil {
			project, all = one.ProjectID, fromDefect
		}
	default:
		return project, nil, fault.New(fault.Invalid, "the impact of a requirement or a defect can be asked for, not of this").At("id")
	}
	if ent.IsNotFound(err) {
		err = fault.New(fault.NotFound, "there is no such requirement or defect, or you may not see it").At("id")
	}
	return project, all, err
}

// edge is one step that can be taken, with what the far end is sorted by.
type edge struct {
	Near  ident.ID     `sql:"near"`
	Far   ident.ID     `sql:"far"`
	Link  ident.ID     `sql:"link"`
	State string       `sql:"state"`
	Key   string       `sql:"key"`
	At    sql.NullTime `sql:"at"`
	// Showed is the execution that the step passes over, where it does.
	Showed ident.ID `sql:"showed"`
}

// step loads the edges that lead from things of one kind.
type step struct {
	from ident.Kind
	load func(w *walk, near []ident.ID) ([]edge, error)
}
