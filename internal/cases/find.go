package cases

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Found is a test case as far as links and executions need it.
type Found struct {
	ID ident.ID
	// ContentVersion is what a link or an execution made now is pinned to.
	ContentVersion int
}

// Find looks test cases up by name: the key, else the automation id, else an alias. When several cases have a name, the
// one with the least key is meant. What is not there, or in the trash, is absent.
func Find(ctx context.Context, tx *ent.Client, project *ent.Project, names []string) (map[string]Found, error) {
	found := make(map[string]Found, len(names))
	for chunk := range slices.Chunk(names, bulk.Size) {
		for _, way := range ways {
			asked := map[string]bool{}
			for _, name := range chunk {
				asked[name] = name != "" && found[name] == Found{}
			}
			missing := slices.DeleteFunc(slices.Clone(chunk), func(name string) bool { return !asked[name] })
			if len(missing) == 0 {
				break
			}
			all, err := tx.TestCase.Query().Where(testcase.ProjectID(project.ID), way.which(missing)).
				Order(ent.Asc(testcase.FieldKey)).
				Select(testcase.FieldID, testcase.FieldKey, testcase.FieldContentVersion, testcase.FieldAutomationID, testcase.FieldAliases).
				All(ctx)
			if err != nil {
				return nil, err
			}
			for _, one := range all {
				for _, name := range way.names(one) {
					if asked[name] && found[name] == (Found{}) {
						found[name] = Found{ID: one.ID, ContentVersion: one.ContentVersion}
					}
				}
			}
		}
	}
	return found, nil
}

// way is one way in which a result may name a case.
type way struct {
	which func(names []string) predicate.TestCase
	names func(*ent.TestCase) []string
}

var ways = []way{
	{
		which: func(names []string) predicate.TestCase {
			return bulk.Texts[predicate.TestCase](testcase.FieldKey, names)
		},
		names: func(c *ent.TestCase) []string { return []string{c.Key} },
	},
	{
		which: func(names []string) predicate.TestCase {
			return bulk.Texts[predicate.TestCase](testcase.FieldAutomationID, names)
		},
		names: func(c *ent.TestCase) []string { return []string{c.AutomationID} },
	},
	{
		which: hasAlias,
		names: func(c *ent.TestCase) []string { return c.Aliases },
	},
}

// hasAlias keeps cases that have one of the names among their aliases.
func hasAlias(names []string) predicate.TestCase {
	return func(s *sql.Selector) {
		column := s.C(testcase.FieldAliases)
		s.Where(sql.NotNull(column)).Where(sql.P(func(b *sql.Builder) {
			b.WriteString("EXISTS (SELECT 1 FROM ")
			if s.Dialect() == dialect.Postgres {
				// The list is checked in the same expression: the order of conditions is the database's choice.
				b.WriteString("jsonb_array_elements_text(CASE jsonb_typeof(").Ident(column).WriteString(") WHEN 'array' THEN ").
					Ident(column).WriteString(" ELSE '[]' END) AS alias(value)")
			} else {
				b.WriteString("json_each(").Ident(column).WriteString(") AS alias")
			}
			b.WriteString(" WHERE ").Join(bulk.InTexts(s.Dialect(), sql.Dialect(s.Dialect()).Table("alias").C("value"), names)).WriteString(")")
		}))
	}
}
