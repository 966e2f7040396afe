package remarks_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/remarks"
)

// tag puts words on things, or takes them off.
func tag(w *world, verb func(context.Context, *ent.Client, remarks.TagInput) ([]ident.ID, error), names []string, things ...ident.ID) ([]ident.ID, error) {
	return write(w, func(ctx context.Context, tx *ent.Client) ([]ident.ID, error) {
		return verb(ctx, tx, remarks.TagInput{About: things, Names: names})
	})
}

// counts are the words of the project.
func (w *world) counts(t *testing.T) map[string]int {
	t.Helper()
	all, err := remarks.ProjectTags(w.Ctx, w.Client, w.ID)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for _, one := range all {
		found[one.Name] = one.Count
	}
	return found
}

func TestTheSameWordIsOnAThingOnceHoweverItIsWritten(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		tester := w.as(membership.RoleTESTER)
		things, err := tag(tester, remarks.AddTags, []string{"#Smoke", "  payment   flow "}, append(w.things(), w.defect)...)
		if err != nil || !slices.Equal(things, w.things()) {
			t.Fatalf("%v, %v", things, err)
		}
		before := w.Client.Tag.Query().CountX(w.Ctx)
		if _, err := tag(tester, remarks.AddTags, []string{"SMOKE", "@smoke", "Ｓｍｏｋｅ", "straße"}, w.things()...); err != nil {
			t.Fatal(err)
		}
		if added := w.Client.Tag.Query().CountX(w.Ctx) - before; added != len(w.things()) {
			t.Errorf("%d tags were added", added)
		}
		if _, err := tag(tester, remarks.AddTags, []string{"STRASSE"}, w.defect); err != nil {
			t.Fatal(err)
		}
		if got, want := w.counts(t), map[string]int{"Smoke": 4, "payment flow": 4, "straße": 4}; !reflect.DeepEqual(got, want) {
			t.Errorf("the words are %v", got)
		}
	})
}

func TestTagsComeOffAndTheFirstSpellingStays(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for _, act := range []struct {
			verb  func(context.Context, *ent.Client, remarks.TagInput) ([]ident.ID, error)
			name  string
			thing ident.ID
		}{
			{remarks.AddTags, "Smoke", w.defect}, {remarks.AddTags, "smoke", w.execution}, {remarks.AddTags, "night", w.execution},
			{remarks.RemoveTags, "SMOKE", w.defect}, {remarks.RemoveTags, "absent", w.defect}, {remarks.RemoveTags, "smoke", w.defect},
			{remarks.AddTags, "sMOKE", w.requirement},
		} {
			if _, err := tag(w, act.verb, []string{act.name}, act.thing); err != nil {
				t.Fatalf("%s: %v", act.name, err)
			}
		}
		if got, want := w.counts(t), map[string]int{"Smoke": 2, "night": 1}; !reflect.DeepEqual(got, want) {
			t.Errorf("the words are %v", got)
		}
		w.trash(true)
		if got, want := w.counts(t), map[string]int{"Smoke": 1, "night": 1}; !reflect.DeepEqual(got, want) {
			t.Errorf("with a thing in the trash the words are %v", got)
		}
		names := func(name string) bool { return name == "Smoke" || name == "night" }
		for _, one := range w.Client.Tag.Query().AllX(w.Ctx) {
			if !names(one.Name) {
				t.Errorf("a tag is spelled %q", one.Name)
			}
		}
	})
}

func TestOneWrongTagRefusesAll(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for name, test := range map[string]struct {
			as     *world
			names  []string
			things []ident.ID
			code   fault.Code
			at     string
		}{
			"no things":      {w, []string{"a"}, nil, fault.Invalid, "about"},
			"no words":       {w, nil, w.things(), fault.Invalid, "names"},
			"too many words": {w, slices.Repeat([]string{"a"}, remarks.MaxTags+1), w.things(), fault.Invalid, "names"},
			"too many":       {w, []string{"a"}, slices.Repeat(w.things(), 251), fault.Invalid, "about"},
			"an empty word":  {w, []string{"a", " # "}, w.things(), fault.Invalid, "names.1"},
			"a project":      {w, []string{"a"}, []ident.ID{w.defect, w.ID}, fault.Invalid, "about.1"},
			"one absent":     {w, []string{"a"}, []ident.ID{w.defect, ident.New(ident.TestCase)}, fault.NotFound, "about.1"},
			"two projects":   {w, []string{"a"}, []ident.ID{w.defect, w.foreign}, fault.NotFound, "about.1"},
			"a stranger":     {w.as(stranger), []string{"a"}, []ident.ID{w.defect}, fault.NotFound, "about.0"},
			"a viewer":       {w.as(membership.RoleVIEWER), []string{"a"}, []ident.ID{w.defect}, fault.Denied, ""},
		} {
			for verb, act := range map[string]func(context.Context, *ent.Client, remarks.TagInput) ([]ident.ID, error){
				"add": remarks.AddTags, "remove": remarks.RemoveTags,
			} {
				_, err := tag(test.as, act, test.names, test.things...)
				if !fault.Is(err, test.code) || strings.Join(fault.Of(err).Field, ".") != test.at {
					t.Errorf("%s, %s: %v", name, verb, err)
				}
			}
		}
		if w.Client.Tag.Query().ExistX(w.Ctx) {
			t.Error("something was tagged")
		}
	})
}

func TestImportsOnlyAddTags(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		if _, err := tag(w, remarks.AddTags, []string{"Mine"}, w.defect); err != nil {
			t.Fatal(err)
		}
		put := func(tags map[ident.ID][]string) error {
			return w.Try(func(ctx context.Context, tx *ent.Client) error {
				return remarks.PutTags(ctx, tx, w.Project.Project, tags)
			})
		}
		for range 2 {
			if err := put(map[ident.ID][]string{w.defect: {"MINE", "@ui", "UI"}, w.testCase: {"ui"}, w.requirement: nil}); err != nil {
				t.Fatal(err)
			}
		}
		got := w.counts(t)
		if got["Mine"] != 1 || len(got) != 2 || got["ui"]+got["UI"] != 2 {
			t.Errorf("the words are %v", got)
		}
		if err := put(nil); err != nil {
			t.Error(err)
		}
		for name, tags := range map[string]map[ident.ID][]string{
			"a word": {w.defect: {strings.Repeat("x", remarks.MaxTag+1)}}, "a thing": {w.ID: {"x"}},
		} {
			if err := put(tags); !fault.Is(err, fault.Invalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestTwoWhoTagAtOnceAreBothContent(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for _, name := range []string{"a", "b", "c", "d", "e"} {
					if _, err := tag(w, remarks.AddTags, []string{name}, w.things()...); err != nil {
						t.Errorf("%s: %v", name, err)
					}
				}
			})
		}
		all.Wait()
		if n := w.Client.Tag.Query().CountX(w.Ctx); n != 20 {
			t.Errorf("%d tags are there", n)
		}
	})
}
