package cases_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestACaseIsFoundByKeyThenAutomationThenAlias(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		put(p,
			cases.Draft{Key: "C3", Title: "3", AutomationID: "auto", Aliases: []string{"C1", "old", "gone"}},
			cases.Draft{Key: "C1", Title: "1", AutomationID: "C2", Aliases: []string{"auto", "old"}},
			cases.Draft{Key: "C2", Title: "2", AutomationID: "auto"},
			cases.Draft{Key: "C4", Title: "4", Aliases: []string{"trash"}},
		)
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.TestCase.Update().Where(testcase.Key("C4")).SetDeletedAt(projecttest.Now).Exec(ctx)
		})
		keys := map[ident.ID]string{}
		for _, one := range p.Client.TestCase.Query().AllX(p.Ctx) {
			keys[one.ID] = one.Key
		}
		want := map[string]string{"C1": "C1", "C2": "C2", "C3": "C3", "auto": "C2", "old": "C1", "gone": "C3", "C4": "", "trash": "", "nobody": "", "": ""}
		var names []string
		for name := range want {
			names = append(names, name, name)
		}
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			found, err := cases.Find(ctx, tx, p.Project, names)
			for name, key := range want {
				if got := keys[found[name].ID]; got != key {
					t.Errorf("%q is %q, want %q", name, got, key)
				}
			}
			if len(found) != 6 {
				t.Errorf("%d names are found: %v", len(found), found)
			}
			return err
		})
	})
}

func TestAFinderReadsAliasesOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		put(p, cases.Draft{Key: "C", Title: "c", Aliases: []string{"old"}})
		strangers := make([]string, 3*bulk.Size)
		for i := range strangers {
			strangers[i] = fmt.Sprint("stranger ", i)
		}
		reads := 0
		trace := func(statement string) {
			if strings.Contains(statement, "aliases") {
				reads++
			}
		}
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			s.Statements.Trace.Store(&trace)
			defer s.Statements.Trace.Store(nil)
			finder := cases.NewFinder(tx, p.Project)
			for range 3 {
				found, err := finder.Find(ctx, append(strangers, "old", "C"))
				if err != nil || len(found) != 2 || found["old"] != found["C"] {
					t.Errorf("found %v, %v", found, err)
				}
			}
			return nil
		})
		if reads != 1 {
			t.Errorf("aliases were read %d times", reads)
		}
	})
}
