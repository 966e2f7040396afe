package areas_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/areas"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
)

// database is the project in a real database, with the ids that things have there in the order of the model.
type database struct {
	*projecttest.Project
	name  string
	ids   map[kind][]ident.ID
	links []ident.ID
}

// newDatabase makes an empty project with one environment and every reaction wired.
func newDatabase(t *testing.T, name string, s *store.Store) *database {
	t.Helper()
	d := &database{Project: projecttest.New(t, s, areas.Reactions()...), name: name, ids: map[kind][]ident.ID{}}
	d.Write(func(ctx context.Context, tx *ent.Client) error {
		return tx.Environment.Create().SetProjectID(d.ID).SetKey("LAB").SetName("Lab").Exec(ctx)
	})
	return d
}

// make does an operation and gives the answer. An error that no person may read ends the walk.
func (d *database) make(op operation) (given string, err error) {
	err = d.Try(func(ctx context.Context, tx *ent.Client) (err error) {
		given, err = op.do(ctx, tx, d)
		return err
	})
	if err == nil {
		return given, d.learn(op.made)
	}
	all := fault.All(err)
	if all == nil {
		return "", fmt.Errorf("%s fails inside: %w", d.name, err)
	}
	var told refusals
	for _, one := range all {
		told = append(told, strings.TrimSpace(string(one.Code)+" "+strings.Join(one.Field, ".")))
	}
	return told.String(), nil
}

// learn finds the ids of links that the model knows to be there now.
func (d *database) learn(made []*link) error {
	for _, l := range made {
		id, err := d.find(l)
		if err != nil {
			return fmt.Errorf("%s has no %s between %s and %s: %w", d.name, l.kind, l.ends[0].key, l.ends[1].key, err)
		}
		if len(d.links) != l.place {
			return errors.New("the model and the walk count links differently")
		}
		d.links = append(d.links, id)
	}
	return nil
}

func (d *database) find(l *link) (ident.ID, error) {
	first := d.ids[basis][l.ends[0].place]
	if l.kind == refinement {
		return d.Client.RequirementLink.Query().Where(requirementlink.ChildID(first),
			requirementlink.ParentID(d.ids[basis][l.ends[1].place]), requirementlink.RoleEQ(requirementlink.Role(l.role)),
			requirementlink.StateNEQ(requirementlink.StateCLOSED)).OnlyID(d.Ctx)
	}
	return d.Client.TraceLink.Query().Where(tracelink.RequirementID(first),
		tracelink.TestCaseID(d.ids[test][l.ends[1].place]), tracelink.RoleEQ(tracelink.Role(l.role)),
		tracelink.StateNEQ(tracelink.StateCLOSED)).OnlyID(d.Ctx)
}
