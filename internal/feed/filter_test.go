package feed_test

import (
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
)

func TestAFilterThatCanMatchNothingIsRefusedByTheListAtFault(t *testing.T) {
	many := make([]ident.ID, 51)
	for i := range many {
		many[i] = ident.New(ident.Requirement)
	}
	for name, test := range map[string]struct {
		filter feed.Filter
		field  string // empty when it is good
	}{
		"empty":            {feed.Filter{}, ""},
		"full":             {feed.Filter{EntityTypes: []string{"TEST_CASE"}, Ops: []string{"CREATE"}, Fields: []string{"title"}, Requirements: many[:50]}, ""},
		"too many":         {feed.Filter{Requirements: many}, "requirements"},
		"unknown word":     {feed.Filter{EntityTypes: []string{"EVENT"}}, "entityTypes"},
		"inner kind":       {feed.Filter{EntityTypes: []string{"CONSUMER_POSITION"}}, "entityTypes"},
		"untold kind":      {feed.Filter{EntityTypes: []string{"USER"}}, "entityTypes"},
		"unknown op":       {feed.Filter{Ops: []string{"create"}}, "ops"},
		"unknown field":    {feed.Filter{Fields: []string{"test_case_id"}}, "fields"},
		"field of others":  {feed.Filter{EntityTypes: []string{"BUILD"}, Fields: []string{"title"}}, "fields"},
		"a user":           {feed.Filter{Entities: []ident.ID{ident.New(ident.User)}}, "entities"},
		"nothing":          {feed.Filter{Entities: []ident.ID{{}}}, "entities"},
		"no requirement":   {feed.Filter{Requirements: []ident.ID{ident.New(ident.Release)}}, "requirements"},
		"no release":       {feed.Filter{Releases: many[:1]}, "releases"},
		"a thing and a op": {feed.Filter{Entities: many[:1], Ops: []string{"DELETE"}}, ""},
	} {
		err := feed.CheckFilter(test.filter)
		switch {
		case test.field == "":
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case !fault.Is(err, fault.Invalid) || !slices.Equal(fault.Of(err).Field, []string{test.field}):
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestConditionsOnTheChangeItselfNarrowTogether(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.releases(t, w.project, "a", 2)
		w.write(t, titled(w))
		all, err := w.feed.Read(w.editor, w.project, nil, feed.Filter{}, 100)
		if err != nil {
			t.Fatal(err)
		}
		last := all.Changes[len(all.Changes)-1]
		for name, test := range map[string]struct {
			filter feed.Filter
			want   int
		}{
			"kind":         {feed.Filter{EntityTypes: []string{"RELEASE"}}, 3},
			"operation":    {feed.Filter{EntityTypes: []string{"RELEASE"}, Ops: []string{"UPDATE"}}, 1},
			"field":        {feed.Filter{EntityTypes: []string{"RELEASE"}, Fields: []string{"description", "dueAt"}, Ops: []string{"UPDATE"}}, 1},
			"other field":  {feed.Filter{EntityTypes: []string{"RELEASE"}, Fields: []string{"dueAt"}}, 0},
			"creation":     {feed.Filter{EntityTypes: []string{"RELEASE"}, Fields: []string{"name"}}, 2},
			"thing":        {feed.Filter{Entities: []ident.ID{last.Entity}}, 2},
			"all of them":  {feed.Filter{Entities: []ident.ID{last.Entity}, Ops: []string{"UPDATE"}, Fields: []string{"description"}}, 1},
			"contradicted": {feed.Filter{Entities: []ident.ID{last.Entity}, EntityTypes: []string{"BUILD"}}, 0},
		} {
			before := w.Statements.Count()
			got, err := w.feed.Matcher(w.project.ID, test.filter).Match(w.editor, all.Changes)
			passed := 0
			for _, one := range got {
				if one {
					passed++
				}
			}
			if err != nil || passed != test.want || w.Statements.Count() != before {
				t.Errorf("%s: %d pass, want %d; %v", name, passed, test.want, err)
			}
		}
	})
}
