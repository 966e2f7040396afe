package cases

import (
	"context"
	"slices"
	"strings"

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

// Find looks test cases up by name, once; see Finder.
func Find(ctx context.Context, tx *ent.Client, project *ent.Project, names []string) (map[string]Found, error) {
	return NewFinder(tx, project).Find(ctx, names)
}

// Finder looks the test cases of a project up by name: the key, else the automation id, else an alias. When several cases
// have a name, the one with the least key is meant. What is not there, or in the trash, is absent.
//
// No index leads from an alias to its case, so a finder reads all aliases once, when a name is nothing else. Whoever
// gives a case an alias makes a new finder.
type Finder struct {
	tx      *ent.Client
	project *ent.Project
	aliases map[string]Found // nil until they are read
}

// NewFinder makes a finder; it reads nothing yet.
func NewFinder(tx *ent.Client, project *ent.Project) *Finder {
	return &Finder{tx: tx, project: project}
}

// Find looks names up.
func (f *Finder) Find(ctx context.Context, names []string) (map[string]Found, error) {
	found := make(map[string]Found, len(names))
	missing := slices.Clone(names)
	for _, way := range ways {
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == "" || found[name] != Found{} })
		for chunk := range slices.Chunk(missing, bulk.Size) {
			err := f.read(ctx, bulk.Texts[predicate.TestCase](way.column, chunk), found, way.names, way.column)
			if err != nil {
				return nil, err
			}
		}
	}
	for _, name := range missing {
		if name == "" || found[name] != (Found{}) {
			continue
		}
		if err := f.readAliases(ctx); err != nil {
			return nil, err
		}
		if one, known := f.aliases[name]; known {
			found[name] = one
		}
	}
	return found, nil
}

func (f *Finder) readAliases(ctx context.Context) error {
	if f.aliases != nil {
		return nil
	}
	aliases := map[string]Found{}
	err := f.read(ctx, aliased, aliases, func(c *ent.TestCase) []string { return c.Aliases }, testcase.FieldAliases)
	if err == nil {
		f.aliases = aliases
	}
	return err
}

// aliased keeps cases that may have an alias.
func aliased(s *sql.Selector) { s.Where(sql.NotNull(s.C(testcase.FieldAliases))) }

// read adds cases under their names, unless another one has the name already. They are sorted here: asked for an order,
// SQLite reads all cases of the project in that order instead of looking the names up.
func (f *Finder) read(ctx context.Context, which predicate.TestCase, found map[string]Found, names func(*ent.TestCase) []string, column string) error {
	all, err := f.tx.TestCase.Query().Where(testcase.ProjectID(f.project.ID), which).
		Select(testcase.FieldID, testcase.FieldKey, testcase.FieldContentVersion, column).All(ctx)
	slices.SortFunc(all, func(a, b *ent.TestCase) int { return strings.Compare(a.Key, b.Key) })
	for _, one := range all {
		for _, name := range names(one) {
			if found[name] == (Found{}) {
				found[name] = Found{ID: one.ID, ContentVersion: one.ContentVersion}
			}
		}
	}
	return err
}

// ways are the names of a case that an index leads from.
var ways = []struct {
	column string
	names  func(*ent.TestCase) []string
}{
	{testcase.FieldKey, func(c *ent.TestCase) []string { return []string{c.Key} }},
	{testcase.FieldAutomationID, func(c *ent.TestCase) []string { return []string{c.AutomationID} }},
}
