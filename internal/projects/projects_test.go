package projects_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestWhoMakesAProjectAdministersIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		found, err := projects.ByKey(p.Ctx, p.Client, "P")
		if err != nil || found.ID != p.ID || !found.CreatedAt.Equal(projecttest.Now) {
			t.Fatalf("by key: %v, %v", found, err)
		}
		if err := people.Require(p.Ctx, p.Client, found, membership.RoleADMIN); err != nil {
			t.Errorf("the role of who made it: %v", err)
		}
		stranger := viewer.With(p.Ctx, viewer.Viewer{User: ident.New(ident.User)})
		if _, err := projects.ByKey(stranger, p.Client, "P"); !fault.Is(err, fault.NotFound) {
			t.Errorf("to a stranger: %v", err)
		}
	})
}

func TestAProjectNeedsAGoodAndFreeKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		for name, c := range map[string]struct {
			key, title string
			code       fault.Code
			field      string
		}{
			"lower case":   {"pay", "Pay", fault.Invalid, "key"},
			"empty":        {"", "Pay", fault.Invalid, "key"},
			"long":         {"A" + strings.Repeat("B", 40), "Pay", fault.Invalid, "key"},
			"with a slash": {"A/B", "Pay", fault.Invalid, "key"},
			"no name":      {"PAY", "  ", fault.Invalid, "name"},
			"NUL":          {"PAY", "P\x00", fault.Invalid, "name"},
			"taken":        {"P", "Pay", fault.Conflict, "key"},
		} {
			err := p.Try(func(ctx context.Context, tx *ent.Client) error {
				_, err := projects.Create(ctx, tx, c.key, c.title, "")
				return err
			})
			if !fault.Is(err, c.code) || len(fault.Of(err).Field) != 1 || fault.Of(err).Field[0] != c.field {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestMadeKeysGoOnAfterManyThatCameFromElsewhere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		taken := func(keys []string) (map[string]bool, error) {
			used := map[string]bool{}
			for n := 1; n <= 1_010; n++ {
				used[fmt.Sprintf("D-%d", n)] = true
			}
			return used, nil
		}
		for _, want := range []string{"D-1011,D-1012", "D-1013,D-1014"} {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				keys, err := projects.Keys(ctx, tx, p.Project, projects.DefectKeys, 2, taken)
				if got := strings.Join(keys, ","); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
				return err
			})
		}
	})
}

func TestMadeKeysFollowOneAnotherAndSkipTakenOnes(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		taken := func(keys []string) (map[string]bool, error) { return map[string]bool{"R-2": true, "R-3": true}, nil }
		for _, want := range []string{"R-1,R-4,R-5", "R-6,R-7,R-8"} {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				keys, err := projects.Keys(ctx, tx, p.Project, projects.RequirementKeys, 3, taken)
				if got := strings.Join(keys, ","); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
				return err
			})
		}
	})
}
