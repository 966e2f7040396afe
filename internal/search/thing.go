package search

import (
	"slices"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/searchentry"
	"github.com/asterism-qa/asterism/internal/ident"
)

// thing is what can be found, with its texts as people wrote them.
type thing struct {
	id, project ident.ID
	kind        searchentry.Kind
	key, title  string
	// parts are the other texts, in the order in which a person reads them.
	parts   []string
	tags    []ident.ID
	changed time.Time
}

// kinds says of what kind an entry is for a thing of a kind; things of other kinds are not searched.
var kinds = map[ident.Kind]searchentry.Kind{
	ident.Requirement: searchentry.KindREQUIREMENT, ident.TestCase: searchentry.KindTEST_CASE,
	ident.Defect: searchentry.KindDEFECT, ident.Comment: searchentry.KindCOMMENT,
}

func ofRequirement(r *ent.Requirement) *thing {
	return &thing{
		id: r.ID, project: r.ProjectID, kind: searchentry.KindREQUIREMENT, key: r.Key, title: r.Title, changed: r.UpdatedAt,
		parts: append([]string{r.Text, r.Rationale, r.Type}, values(r.Attributes)...),
	}
}

func ofCase(c *ent.TestCase) *thing {
	parts := []string{c.Description, c.Precondition}
	for _, step := range c.Steps {
		parts = append(parts, step.Action, step.Data, step.Expected)
	}
	parts = append(parts, c.AutomationID)
	return &thing{
		id: c.ID, project: c.ProjectID, kind: searchentry.KindTEST_CASE, key: c.Key, title: c.Title, changed: c.UpdatedAt,
		parts: append(parts, c.Aliases...),
	}
}

func ofDefect(d *ent.Defect) *thing {
	return &thing{
		id: d.ID, project: d.ProjectID, kind: searchentry.KindDEFECT, key: d.Key, title: d.Title, changed: d.UpdatedAt,
		parts: []string{d.Text},
	}
}

func ofComment(c *ent.Comment) *thing {
	return &thing{
		id: c.ID, project: c.ProjectID, kind: searchentry.KindCOMMENT, changed: c.UpdatedAt, parts: []string{c.Text},
	}
}

// values are those of attributes, by the order of their names.
func values(attributes map[string]string) []string {
	names := make([]string, 0, len(attributes))
	for name := range attributes {
		names = append(names, name)
	}
	slices.Sort(names)
	found := make([]string, len(names))
	for i, name := range names {
		found[i] = attributes[name]
	}
	return found
}

// How many characters of a thing are searched.
const (
	maxTitle = 4_000
	maxBody  = 100_000
)

// entry makes what the search knows about the thing.
func (t *thing) entry(create *ent.SearchEntryCreate, row int64) *ent.SearchEntryCreate {
	var all terms
	for _, tag := range t.tags {
		all.put(marker(tag))
	}
	key, title := fold(t.key), fold(first(t.title, maxTitle))
	all.add(key)
	all.add(title)
	var body strings.Builder
	t.searched(func(part string) {
		f := fold(part)
		all.add(f)
		if body.Len() > 0 {
			body.WriteByte('\n') // which no folded text holds, so nothing is found across two parts
		}
		body.WriteString(f.text)
	})
	return create.SetProjectID(t.project).SetEntityID(t.id).SetKind(t.kind).SetRow(row).SetChangedAt(t.changed).
		SetKey(key.text).SetTitle(titleColumn(title)).SetBody(body.String()).SetTerms(strings.Join(all.sorted(), " "))
}

// searched gives the parts that are searched, up to the limit of all of them.
func (t *thing) searched(give func(part string)) {
	left := maxBody
	for _, part := range t.parts {
		if strings.TrimSpace(part) == "" || left <= 0 {
			continue
		}
		part = first(part, left)
		left -= len([]rune(part))
		give(part)
	}
}

// titleColumn is a folded title followed by its terms, a line each, so that a database can tell a whole word of a title
// from a piece of one.
func titleColumn(title folded) string {
	var own terms
	own.add(title)
	if len(own.seen) == 0 {
		return title.text
	}
	return title.text + "\n" + strings.Join(own.sorted(), "\n") + "\n"
}

// whole is how a term stands in the title's column when it is a word of the title.
func whole(term string) string { return "\n" + term + "\n" }

// marker is a term by which the entries that hold a tag are found when the tag is gone. No folded text holds its capital
// letter, so nobody searches for it by accident.
func marker(tag ident.ID) string {
	return "Ŧ" + strings.ReplaceAll(tag.UUID(), "-", "")
}

// first is the beginning of a text, in characters.
func first(text string, most int) string {
	if len(text) <= most {
		return text
	}
	count := 0
	for at := range text {
		if count == most {
			return text[:at]
		}
		count++
	}
	return text
}
