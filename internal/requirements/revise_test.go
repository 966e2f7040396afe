package requirements_test

import (
	"context"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementversion"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestARequirementIsWrittenDownWithAllThatIsSaid(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		made := must(t, p, requirements.Create, requirements.CreateInput{Project: "P", Title: " Log in ", Text: ptr("The user…"),
			Criticality: ptr(requirement.CriticalityMAJOR), Attributes: []projects.Attribute{{Name: "owner", Value: "lab"}}, Reason: ptr("asked for")})
		v := p.Client.RequirementVersion.Query().Where(requirementversion.RequirementID(made.ID)).OnlyX(p.Ctx)
		if made.Key != "R-1" || made.Title != "Log in" || made.Status != requirement.StatusDRAFT || made.Position != 1 || made.ContentVersion != 1 {
			t.Errorf("made %+v", made)
		}
		if v.Number != 1 || v.Reason != "asked for" || v.Attributes["owner"] != "lab" || v.CreatedByID == nil || v.Criticality != "MAJOR" {
			t.Errorf("its version: %+v", v)
		}
	})
}

func TestAllThatIsWrongWithARequirementIsSaidAtOnce(t *testing.T) {
	p := project(t, storetest.SQLite(t))
	created(t, p, "A")
	foreign := ident.New(ident.Requirement)
	for name, c := range map[string]struct {
		in     requirements.CreateInput
		code   fault.Code
		fields string
	}{
		"nothing": {requirements.CreateInput{Project: "P", Title: " "}, fault.Invalid, "title"},
		"much": {requirements.CreateInput{Project: "P", Key: ptr(""), Title: strings.Repeat("é", 1001), Text: ptr(strings.Repeat("a", 200_001)), Rationale: ptr("\xff"),
			Criticality: ptr(requirement.Criticality("HUGE")), Attributes: []projects.Attribute{{Name: "a"}, {Name: "a"}, {}}},
			fault.Invalid, "key title text rationale criticality attributes.1.name attributes.2.name"},
		"an invisible key":  {requirements.CreateInput{Project: "P", Key: ptr("A\n1"), Title: "x"}, fault.Invalid, "key"},
		"a padded key":      {requirements.CreateInput{Project: "P", Key: ptr("A "), Title: "x"}, fault.Invalid, "key"},
		"a long key":        {requirements.CreateInput{Project: "P", Key: ptr(strings.Repeat("k", 201)), Title: "x"}, fault.Invalid, "key"},
		"a taken key":       {requirements.CreateInput{Project: "P", Key: ptr("A"), Title: "x"}, fault.Conflict, "key"},
		"an unknown parent": {requirements.CreateInput{Project: "P", Title: "x", Parent: &foreign}, fault.NotFound, "parent"},
		"no release":        {requirements.CreateInput{Project: "P", Title: "x", Release: ptr("1.0")}, fault.NotFound, "release"},
		"no project":        {requirements.CreateInput{Project: "Q", Title: "x"}, fault.NotFound, "project"},
	} {
		_, err := do(p, requirements.Create, c.in)
		refused(t, name, err, c.code, c.fields)
	}
	must(t, p, requirements.Create, requirements.CreateInput{Project: "P", Title: strings.Repeat("é", 1000)})
}

func TestOtherContentMakesTheNextVersionAndEqualContentMakesNone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A")
		revise := func(in requirements.ReviseInput) *ent.Requirement {
			is := get(p, "A")
			in.ID, in.ExpectedVersion = is.ID, is.Version
			return must(t, p, requirements.Revise, in)
		}
		for i, c := range []struct {
			in              requirements.ReviseInput
			version, number int
		}{
			{requirements.ReviseInput{}, 1, 1},
			{requirements.ReviseInput{Title: ptr("A"), Text: ptr("")}, 1, 1},
			{requirements.ReviseInput{Text: ptr("more"), Reason: ptr("clearer")}, 2, 2},
			{requirements.ReviseInput{Attributes: []projects.Attribute{{Name: "a", Value: "1"}}}, 3, 3},
			{requirements.ReviseInput{Title: ptr("B")}, 4, 4}, // attributes stay
			{requirements.ReviseInput{Attributes: []projects.Attribute{}}, 5, 5},
		} {
			if got := revise(c.in); got.Version != c.version || got.ContentVersion != c.number {
				t.Errorf("step %d: version %d with content %d, want %d and %d", i, got.Version, got.ContentVersion, c.version, c.number)
			}
		}
		all := p.Client.RequirementVersion.Query().Order(ent.Asc(requirementversion.FieldNumber)).AllX(p.Ctx)
		if len(all) != 5 || all[1].Reason != "clearer" || all[3].Attributes["a"] != "1" || len(all[4].Attributes) != 0 {
			t.Errorf("versions: %v", all)
		}
		changed := requirements.Compare(all[0], all[3])
		if len(changed) != 3 || changed[0].Field != "TITLE" || changed[1].After != "more" || changed[2].After != "a: 1" {
			t.Errorf("compared: %+v", changed)
		}

		is := get(p, "A")
		back := must(t, p, requirements.RestoreVersion, requirements.RestoreVersionInput{ID: is.ID, ExpectedVersion: is.Version, Number: 1})
		if back.Title != "A" || back.Text != "" || back.ContentVersion != 6 {
			t.Errorf("version 1 came back as %+v", back)
		}
		_, err := do(p, requirements.RestoreVersion, requirements.RestoreVersionInput{ID: is.ID, ExpectedVersion: back.Version, Number: 9})
		refused(t, "a version that is not there", err, fault.NotFound, "number")
		_, err = do(p, requirements.Revise, requirements.ReviseInput{ID: is.ID, ExpectedVersion: 1, Title: ptr("late")})
		refused(t, "an editor who saw an old state", err, fault.Conflict, "expectedVersion")
		_, err = do(p, requirements.Revise, requirements.ReviseInput{ID: is.ID, ExpectedVersion: 1, Title: ptr(""), Text: ptr("\x00")})
		refused(t, "two bad fields", err, fault.Invalid, "title text")
	})
}

func TestARequirementGoesIntoAReleaseAndOut(t *testing.T) {
	p := project(t, storetest.SQLite(t))
	created(t, p, "A")
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		return tx.Release.Create().SetProjectID(p.ID).SetKey("1.0").SetName("One").Exec(ctx)
	})
	for i, key := range []string{"1.0", ""} {
		got := must(t, p, requirements.Revise, requirements.ReviseInput{ID: get(p, "A").ID, ExpectedVersion: i + 1, Release: &key})
		if (got.ReleaseID != nil) != (key != "") || got.ContentVersion != 1 {
			t.Errorf("into %q: %+v", key, got)
		}
	}
}
