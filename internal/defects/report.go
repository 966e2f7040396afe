package defects

import (
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Report stores a new defect. One that an execution showed takes over where it was found and, unless they are given, a
// title and a text that say what happened there. One that is given to somebody starts as ASSIGNED.
func Report(ctx context.Context, tx *ent.Client, in ReportInput) (*ent.Defect, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	shown, project, err := in.place(ctx, tx)
	if err != nil {
		return nil, err
	}
	keys, err := projects.Recognise(ctx, tx, project, kind(ctx, tx, project), []projects.Identity{{}})
	if err != nil {
		return nil, err
	}
	one := tx.Defect.Create().SetProjectID(project.ID).SetKey(keys.Keys[0]).SetReportedAt(clock.Now(ctx)).
		SetNillableSeverity(in.Severity).SetNillablePriority(in.Priority).SetNillableDueAt(in.DueAt)
	if shown != nil {
		one.SetTitle(shown.title()).SetText(shown.text()).SetNillableFoundInBuildID(shown.BuildID).
			SetNillableFoundInEnvironmentID(shown.EnvironmentID)
	}
	if in.Title != nil {
		one.SetTitle(*in.Title)
	}
	if in.Text != nil {
		one.SetText(*in.Text)
	}
	if err := in.complete(ctx, tx, project, one); err != nil {
		return nil, err
	}
	ends := slices.Clone(in.Links)
	if err := requireEnds(ctx, tx, project.ID, "links", ends); err != nil {
		return nil, err
	}
	if shown != nil {
		ends = append(ends, shown.ID)
	}
	made, err := one.Save(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "defect")
	}
	_, err = connect(ctx, tx, made, ends)
	return made, err
}

func (in ReportInput) check() error {
	var check fault.Check
	if in.Project == nil && in.Execution == nil {
		check.Fail("name the project, or the execution that showed the defect", "project")
	}
	if in.Title == nil && in.Execution == nil {
		check.Fail("say in one line what is wrong", "title")
	}
	for field, key := range map[string]*string{"build": in.Build, "environment": in.Environment} {
		if key == nil {
			continue
		}
		if in.Execution != nil {
			check.Fail(field+" is that of the execution; leave it out", field)
		}
		if err := check.Note(bulk.CheckText(field, *key)); err != nil {
			return err
		}
	}
	checkEnds(&check, "links", in.Links)
	if err := checkContent(&check, in.Title, in.Text, in.Severity, in.Priority); err != nil {
		return err
	}
	return check.Err()
}

// place finds the project and, when one is named, the execution that showed the defect.
func (in ReportInput) place(ctx context.Context, tx *ent.Client) (*scene, *ent.Project, error) {
	var project *ent.Project
	if in.Project != nil {
		var err error
		if project, err = projects.Named(ctx, tx, *in.Project, membership.RoleTESTER); err != nil || in.Execution == nil {
			return nil, project, err
		}
	}
	found, err := tx.Execution.Query().Where(execution.ID(*in.Execution)).WithTestCase().WithBuild().WithEnvironment().Only(ctx)
	if ent.IsNotFound(err) || err == nil && project != nil && found.ProjectID != project.ID {
		return nil, nil, fault.New(fault.NotFound, "there is no such execution, or you may not see it").At("execution")
	}
	if err != nil {
		return nil, nil, err
	}
	if project == nil {
		if project, err = projects.For(ctx, tx, found.ProjectID, membership.RoleTESTER); err != nil {
			return nil, nil, err
		}
	}
	return &scene{found}, project, nil
}

// complete sets what is named by key or by id, and names everything that is not there at once.
func (in ReportInput) complete(ctx context.Context, tx *ent.Client, project *ent.Project, one *ent.DefectCreate) error {
	var check fault.Check
	for _, named := range []struct {
		field string
		key   *string
		find  func(context.Context, *ent.Client, *ent.Project, string, string) (ident.ID, error)
		set   func(ident.ID) *ent.DefectCreate
	}{
		{"build", in.Build, buildOf, one.SetFoundInBuildID},
		{"environment", in.Environment, environmentOf, one.SetFoundInEnvironmentID},
	} {
		if named.key == nil {
			continue
		}
		id, err := named.find(ctx, tx, project, named.field, *named.key)
		if err := check.Note(err); err != nil {
			return err
		}
		named.set(id)
	}
	if in.Assignee != nil {
		if err := check.Note(requireMember(ctx, tx, project, *in.Assignee)); err != nil {
			return err
		}
		one.SetAssigneeID(*in.Assignee).SetStatus(defect.StatusASSIGNED)
	}
	return check.Err()
}
