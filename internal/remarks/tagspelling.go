package remarks

import (
	"context"
	"encoding/json"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/internal/ident"
)

// TagCount is a word of a project and on how many things it is.
type TagCount struct {
	Name  string
	Count int
}

// ProjectTags are the words of a project in their order, with the number of things that they are on. Words that are only
// on things in the trash are left out.
func ProjectTags(ctx context.Context, client *ent.Client, project ident.ID) ([]TagCount, error) {
	var rows []struct {
		Folded string `json:"folded"`
		Name   string `json:"name"`
		Count  int    `json:"count"`
	}
	err := client.Tag.Query().Where(tag.ProjectID(project), Shown[predicate.Tag](), func(s *sql.Selector) {
		s.OrderExpr(sql.Raw(bytewise(s, tag.FieldFolded)))
	}).GroupBy(tag.FieldFolded).
		Aggregate(ent.As(ent.Min(tag.FieldName), "name"), ent.As(ent.Count(), "count")).Scan(ctx, &rows)
	counts := make([]TagCount, len(rows))
	for i, row := range rows {
		counts[i] = TagCount{Name: row.Name, Count: row.Count}
	}
	return counts, err
}

// bytewise makes a column sort alike on both databases.
func bytewise(s *sql.Selector, column string) string {
	if s.Dialect() == dialect.Postgres {
		return s.C(column) + ` COLLATE "C"`
	}
	return s.C(column)
}

// spellings sets how the project spells the words that it has already.
func spellings(ctx context.Context, tx *ent.Client, project *ent.Project, folded []string, spelling map[string]string) error {
	all, err := tx.Tag.Query().Where(oneOfEach(project, folded)).Select(tag.FieldID, tag.FieldName, tag.FieldFolded).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range all {
		spelling[one.Folded] = one.Name
	}
	return nil
}

// oneOfEach finds one tag for each word, however many things it is on: all tags of a word are spelled alike.
func oneOfEach(project *ent.Project, folded []string) predicate.Tag {
	document, _ := json.Marshal(folded) // texts cannot fail
	return func(s *sql.Selector) {
		each, named := "json_each(", ") AS word"
		if s.Dialect() == dialect.Postgres {
			each, named = "jsonb_array_elements_text(", "::jsonb) AS word(value)"
		}
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(tag.FieldID)).WriteString(" IN (SELECT (SELECT t.id FROM " + tag.Table + " AS t WHERE t.project_id = ").
				Arg(project.ID).WriteString(" AND t.folded = word.value LIMIT 1) FROM " + each).Arg(string(document)).
				WriteString(named + ")")
		}))
	}
}
