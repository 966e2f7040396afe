package feed

import (
	"bytes"
	"context"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/build"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
)

// around is the part of a neighbourhood that is kept between batches: requirements, cases, releases, builds and cycles.
// It never changes.
type around struct {
	epoch string
	asOf  int64 // every change up to this number is in it
	ids   []ident.ID
}

// holds tells whether something belongs to it.
func (a *around) holds(id ident.ID) bool {
	_, found := slices.BinarySearchFunc(a.ids, id, byID)
	return found
}

func byID(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) }

// movers are the fields that hold a neighbourhood together, by the kinds that have them.
var movers = map[ident.Kind][]string{
	ident.Requirement:     {"parentId", "releaseId"},
	ident.RequirementLink: {"parentId", "childId", "state"},
	ident.TraceLink:       {"requirementId", "testCaseId", "state"},
	ident.Build:           {"releaseId"},
	ident.TestCycle:       {"buildId"},
}

// moved tells whether one of the changes may have brought something in or out since the neighbourhood was read. The first
// one that does names something that is in it, since neighbourhoods grow and shrink at their edges.
func (a *around) moved(all []*Change) (bool, error) {
	for _, c := range all {
		fields, moves := movers[c.Entity.Kind()]
		if !moves || c.Seq <= a.asOf {
			continue
		}
		if c.Op == string(changes.Update) {
			touched, err := touches(c, fields...)
			if err != nil {
				return false, err
			}
			if !touched {
				continue
			}
		}
		body, err := c.Body()
		if err != nil {
			return false, err
		}
		if a.holds(c.Entity) || slices.ContainsFunc(body.Refs, a.holds) {
			return true, nil
		}
	}
	return false, nil
}

// under reads what is under the roots of a filter. The roots belong to it even when they are gone.
func under(ctx context.Context, client *ent.Client, project ident.ID, f Filter) ([]ident.ID, error) {
	ids := slices.Concat(f.Requirements, f.Releases)
	for _, ask := range []scanner{
		client.Requirement.Query().Where(requirement.ProjectID(project)).Modify(func(s *sql.Selector) {
			below(s, project, f)
			s.Select(sql.As(s.C(requirement.FieldID), "id"))
			s.Where(sql.ExprP(s.C(requirement.FieldID) + " IN (SELECT below.id FROM below)"))
		}),
		client.TraceLink.Query().Where(tracelink.ProjectID(project), tracelink.StateNEQ(tracelink.StateCLOSED), tracelink.TestCaseIDNotNil()).
			Modify(func(s *sql.Selector) {
				below(s, project, f)
				s.Select(sql.As(s.C(tracelink.FieldTestCaseID), "id")).Distinct()
				s.Where(sql.ExprP(s.C(tracelink.FieldRequirementID) + " IN (SELECT below.id FROM below)"))
			}),
	} {
		found, err := scanned(ctx, ask)
		if err != nil {
			return nil, err
		}
		ids = append(ids, found...)
	}
	if len(f.Releases) > 0 {
		builds, err := scanned(ctx, client.Build.Query().Where(build.ProjectID(project), build.ReleaseIDIn(f.Releases...)).
			Modify(func(s *sql.Selector) { s.Select(s.C(build.FieldID)) }))
		if err != nil {
			return nil, err
		}
		cycles, err := scanned(ctx, client.TestCycle.Query().Where(testcycle.ProjectID(project)).Modify(func(s *sql.Selector) {
			s.Where(level.In(s.Dialect(), s.C(testcycle.FieldBuildID), builds))
			s.Select(s.C(testcycle.FieldID))
		}))
		if err != nil {
			return nil, err
		}
		ids = append(append(ids, builds...), cycles...)
	}
	slices.SortFunc(ids, byID)
	return slices.Clip(slices.Compact(ids)), nil
}

// below puts in front of a query the requirements under the roots of a filter, as a table below. UNION drops what was
// already met, so circles end. PostgreSQL allows one step down and SQLite is faster with two; CROSS JOIN keeps it to the
// written order: what is known first, then what stands under it.
func below(s *sql.Selector, project ident.ID, f Filter) {
	s.Prefix(sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("WITH RECURSIVE below(id) AS (SELECT named.id FROM ")
		listed(b, f.Requirements)
		b.WriteString(" AS named UNION SELECT r.id FROM ")
		listed(b, f.Releases)
		b.WriteString(" AS target JOIN requirements AS r ON r.release_id = target.id WHERE r.project_id = ").Arg(project)
		child := "SELECT r.id FROM below CROSS JOIN requirements AS r WHERE r.parent_id = below.id AND r.project_id = "
		refines := "SELECT l.child_id FROM below CROSS JOIN requirement_links AS l WHERE l.parent_id = below.id AND l.role = 'REFINES'" +
			" AND l.state <> 'CLOSED' AND l.child_id IS NOT NULL AND l.project_id = "
		if b.Dialect() != dialect.Postgres {
			b.WriteString(" UNION " + child).Arg(project).WriteString(" UNION " + refines).Arg(project).WriteString(")")
			return
		}
		b.WriteString(" UNION SELECT step.id FROM below CROSS JOIN LATERAL (SELECT r.id FROM requirements AS r" +
			" WHERE r.parent_id = below.id AND r.project_id = ").Arg(project)
		b.WriteString(" UNION ALL SELECT l.child_id FROM requirement_links AS l WHERE l.parent_id = below.id AND l.role = 'REFINES'" +
			" AND l.state <> 'CLOSED' AND l.child_id IS NOT NULL AND l.project_id = ").Arg(project)
		b.WriteString(") AS step)")
	}))
}

// listed writes ids as a table with a column id.
func listed(b *sql.Builder, ids []ident.ID) {
	if b.Dialect() == dialect.Postgres {
		b.WriteString("(SELECT unnest(").Arg(level.Listed(b.Dialect(), ids)).WriteString("::uuid[]) AS id)")
		return
	}
	b.WriteString("(SELECT value AS id FROM json_each(").Arg(level.Listed(b.Dialect(), ids)).WriteString("))")
}
