package people

import (
	"context"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/intercept"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/receipt"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// global are the types that belong to no project: a user is seen by everybody who is signed in.
var global = map[string]bool{ent.TypeUser: true}

// trashed are the types that people can put into the trash.
var trashed = map[string]bool{
	ent.TypeProject: true, ent.TypeRequirement: true, ent.TypeTestCase: true, ent.TypeDefect: true,
	ent.TypeSuite: true, ent.TypeComment: true, ent.TypeAttachment: true,
}

type trashKey struct{}

// IncludingTrash lets queries under the context see what is in the trash, as imports must to recognise it.
func IncludingTrash(ctx context.Context) context.Context {
	return context.WithValue(ctx, trashKey{}, true)
}

// RaiseWalls narrows every query, change and deletion of a client, and of the transactions made from it.
func RaiseWalls(client *ent.Client) {
	client.Intercept(intercept.TraverseFunc(func(ctx context.Context, query intercept.Query) error {
		who, err := viewer.From(ctx)
		if err != nil {
			return err
		}
		if trashed[query.Type()] && ctx.Value(trashKey{}) == nil {
			query.WhereP(func(s *sql.Selector) { s.Where(sql.IsNull(s.C("deleted_at"))) })
		}
		narrow(query, who)
		return nil
	}))
	client.Use(func(next entgo.Mutator) entgo.Mutator {
		return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
			who, err := viewer.From(ctx)
			if err != nil {
				return nil, err
			}
			// What the viewer cannot see cannot be changed either, even when an area forgets to look. A creation has no
			// row yet: there the area asks for the role.
			if found, ok := m.(narrowable); ok && !m.Op().Is(entgo.OpCreate) {
				narrow(found, who)
			}
			return next.Mutate(ctx, m)
		})
	})
}

// narrowable is what queries and mutations have in common.
type narrowable interface {
	Type() string
	WhereP(...func(*sql.Selector))
}

// narrow leaves what lies in the viewer's projects.
func narrow(n narrowable, who viewer.Viewer) {
	if who.System || global[n.Type()] {
		return
	}
	if n.Type() == ent.TypeReceipt { // is its user's own, and no project's
		n.WhereP(func(s *sql.Selector) { s.Where(sql.EQ(s.C(receipt.FieldUserID), who.User)) })
		return
	}
	column := "project_id"
	if n.Type() == ent.TypeProject {
		column = "id"
	}
	n.WhereP(func(s *sql.Selector) { s.Where(member(s, s.C(column), who)) })
}

// member is true for rows of projects that the viewer is a member of. It is a correlated EXISTS so that SQLite does not
// start from the memberships and read whole projects.
func member(s *sql.Selector, project string, who viewer.Viewer) *sql.Predicate {
	d := sql.Dialect(s.Dialect())
	m := d.Table(membership.Table).As("wall")
	return sql.Exists(d.SelectExpr(sql.Expr("1")).From(m).Where(sql.And(
		sql.ColumnsEQ(m.C(membership.FieldProjectID), project),
		sql.EQ(m.C(membership.FieldUserID), who.User),
	)))
}
