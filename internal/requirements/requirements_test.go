package requirements_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// put stores drafts and gives what came of them.
func put(t *testing.T, p *projecttest.Project, drafts ...requirements.Draft) (outcome bulk.Outcome) {
	t.Helper()
	p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
		outcome, err = requirements.Put(ctx, tx, p.Project, drafts, projecttest.Now)
		return err
	})
	return outcome
}

func TestARequirementIsRecognisedByItsKeyOrItsIdentityElsewhere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		jira := func(id string) projects.External { return projects.External{System: "jira", ID: id} }
		put(t, p, requirements.Draft{Key: "A", Title: "one"}, requirements.Draft{Title: "two", External: jira("J-2")}, requirements.Draft{Title: "three"})
		if n := p.Client.Requirement.Query().Where(requirement.KeyIn("A", "R-1", "R-2")).CountX(p.Ctx); n != 3 {
			t.Fatalf("%d requirements with the keys A, R-1 and R-2", n)
		}
		for name, c := range map[string]struct {
			draft requirements.Draft
			want  bulk.Outcome
		}{
			"the same by key":            {requirements.Draft{Key: "A", Title: "one"}, bulk.Outcome{Unchanged: 1}},
			"the same by identity":       {requirements.Draft{Title: "two", External: jira("J-2")}, bulk.Outcome{Unchanged: 1}},
			"a new identity for a known": {requirements.Draft{Key: "A", Title: "one", External: jira("J-1")}, bulk.Outcome{Updated: 1}},
			"a renamed one":              {requirements.Draft{Key: "Z", Title: "two", External: jira("J-2")}, bulk.Outcome{Unchanged: 1}},
		} {
			got := put(t, p, c.draft)
			if got.Created != c.want.Created || got.Updated != c.want.Updated || got.Unchanged != c.want.Unchanged {
				t.Errorf("%s: %+v", name, got)
			}
			if renamed := name == "a renamed one"; renamed != (len(got.Warnings) == 1) {
				t.Errorf("%s: warnings %v", name, got.Warnings)
			}
		}
	})
}

func TestWhatIsInTheTrashStaysThere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		put(t, p, requirements.Draft{Key: "A", Title: "one"})
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.Update().Where(requirement.Key("A")).SetDeletedAt(projecttest.Now).Exec(ctx)
		})
		got := put(t, p, requirements.Draft{Key: "A", Title: "other"})
		if got.Created+got.Updated != 0 || len(got.Warnings) != 1 || !strings.Contains(got.Warnings[0].Message, "in the trash") {
			t.Errorf("got %+v", got)
		}
	})
}

func TestEveryContentHasItsVersion(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		for _, d := range []requirements.Draft{
			{Key: "A", Title: "one", Criticality: requirement.CriticalityMAJOR},
			{Key: "A", Title: "one"}, // says nothing of criticality, so it stays
			{Key: "A", Title: "two"},
			{Key: "A", Title: "two", Status: requirement.StatusAPPROVED},
			{Key: "A", Title: "two", Attributes: map[string]string{"owner": "lab"}},
		} {
			put(t, p, d)
		}
		one := p.Client.Requirement.Query().WithVersions().OnlyX(p.Ctx)
		if one.ContentVersion != 3 || one.Version != 4 || len(one.Edges.Versions) != 3 || one.Criticality != requirement.CriticalityMAJOR {
			t.Errorf("content version %d, version %d, %d versions, %s", one.ContentVersion, one.Version, len(one.Edges.Versions), one.Criticality)
		}
	})
}

func TestTheSameThingTwiceInOneWriteIsRefused(t *testing.T) {
	p := projecttest.New(t, storetest.SQLite(t))
	err := p.Try(func(ctx context.Context, tx *ent.Client) error {
		_, err := requirements.Put(ctx, tx, p.Project, []requirements.Draft{{Key: "A"}, {Key: "A"}}, projecttest.Now)
		return err
	})
	if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), "A is stated twice") {
		t.Errorf("got %v", err)
	}
}

func TestACircleOfParentsIsRefusedByName(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		put(t, p, requirements.Draft{Key: "A"}, requirements.Draft{Key: "B"}, requirements.Draft{Key: "C"})
		set := func(drafts ...requirements.ParentDraft) error {
			return p.Try(func(ctx context.Context, tx *ent.Client) error {
				_, err := requirements.SetParents(ctx, tx, p.Project, drafts, projecttest.Now)
				return err
			})
		}
		if err := set(requirements.ParentDraft{Child: "B", Parent: "A"}, requirements.ParentDraft{Child: "C", Parent: "B"}); err != nil {
			t.Fatal(err)
		}
		if n := p.Client.RequirementLink.Query().Where(requirementlink.RoleEQ(requirementlink.RoleREFINES)).CountX(p.Ctx); n != 2 {
			t.Errorf("%d refinements come with the parents, want 2", n)
		}
		err := set(requirements.ParentDraft{Child: "A", Parent: "C"})
		if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), "A under C under B under A") {
			t.Errorf("got %v", err)
		}
	})
}

func TestLinksThatJoinNothingAreLeftOut(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		put(t, p, requirements.Draft{Key: "A"}, requirements.Draft{Key: "B"})
		drafts := []requirements.LinkDraft{
			{Child: "A", Parent: "A"}, {Child: "X", Parent: "Y"}, {Child: "A", Parent: "B"}, {Child: "A", Parent: "B"}, {Child: "X", Parent: "B"},
		}
		var first, second bulk.Outcome
		for _, outcome := range []*bulk.Outcome{&first, &second} {
			p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
				*outcome, err = requirements.Link(ctx, tx, p.Project, drafts, projecttest.Now)
				return err
			})
		}
		if first.Created != 2 || first.Unchanged != 1 || len(first.Warnings) != 3 || second.Created != 0 || second.Unchanged != 3 {
			t.Errorf("first %+v, then %+v", first, second)
		}
	})
}

func TestARetiredLinkStaysRetired(t *testing.T) {
	p := projecttest.New(t, storetest.SQLite(t))
	put(t, p, requirements.Draft{Key: "A"}, requirements.Draft{Key: "B"})
	link := func() (outcome bulk.Outcome) {
		p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
			outcome, err = requirements.Link(ctx, tx, p.Project, []requirements.LinkDraft{{Child: "A", Parent: "B"}}, projecttest.Now)
			return err
		})
		return outcome
	}
	link()
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		return tx.RequirementLink.Update().SetState(requirementlink.StateCLOSED).Exec(ctx)
	})
	if again := link(); again.Created != 0 || len(again.Warnings) != 1 {
		t.Errorf("got %+v", again)
	}
}

func TestAnOrphanIsJoinedByARepeatedStatement(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s) // without the reaction, as after a restore from the trash
		put(t, p, requirements.Draft{Key: "A"})
		state := func() (outcome bulk.Outcome) {
			p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
				outcome, err = requirements.Link(ctx, tx, p.Project, []requirements.LinkDraft{{Child: "A", Parent: "B"}}, projecttest.Now)
				return err
			})
			return outcome
		}
		state()
		put(t, p, requirements.Draft{Key: "B"})
		if got := state(); got.Updated != 1 || got.Created != 0 || len(got.Warnings) != 0 {
			t.Errorf("got %+v", got)
		}
		one := p.Client.RequirementLink.Query().OnlyX(p.Ctx)
		if one.State != requirementlink.StateVALID || one.ParentID == nil || one.ParentVersion != 1 || one.UnresolvedKey != "" {
			t.Errorf("the link: %+v", one)
		}
	})
}

func TestAMovedRequirementNoLongerRefinesItsOldParent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		put(t, p, requirements.Draft{Key: "A"}, requirements.Draft{Key: "B"}, requirements.Draft{Key: "C"})
		refined := func(d requirements.ParentDraft) string {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				_, err := requirements.SetParents(ctx, tx, p.Project, []requirements.ParentDraft{d}, projecttest.Now.Add(time.Hour))
				return err
			})
			var keys []string
			for _, one := range p.Client.RequirementLink.Query().Where(requirementlink.StateEQ(requirementlink.StateVALID)).WithParent().AllX(p.Ctx) {
				keys = append(keys, one.Edges.Parent.Key)
			}
			slices.Sort(keys)
			return strings.Join(keys, " ")
		}
		for _, step := range []struct {
			draft requirements.ParentDraft
			want  string
		}{
			{requirements.ParentDraft{Child: "C", Parent: "A"}, "A"},
			{requirements.ParentDraft{Child: "C", Parent: "B"}, "B"},
			{requirements.ParentDraft{Child: "C", Parent: "A"}, "A"}, // back again
			{requirements.ParentDraft{Child: "C", Parent: "B", Refines: []string{"A"}}, "A B"},
			{requirements.ParentDraft{Child: "C", Parent: "gone"}, "A B"}, // it stays where it stands
		} {
			if got := refined(step.draft); got != step.want {
				t.Errorf("under %s: it refines %s, want %s", step.draft.Parent, got, step.want)
			}
		}
	})
}
