package defects_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func put(p *projecttest.Project, drafts ...defects.Draft) (outcome bulk.Outcome) {
	p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
		outcome, err = defects.Put(ctx, tx, p.Project, drafts, projecttest.Now)
		return err
	})
	return outcome
}

func link(p *projecttest.Project, drafts ...defects.LinkDraft) (outcome bulk.Outcome) {
	p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
		outcome, err = defects.Link(ctx, tx, p.Project, drafts, projecttest.Now)
		return err
	})
	return outcome
}

// arrive makes the requirement R, the test case C and an execution of it for each file.
func arrive(p *projecttest.Project, files ...string) {
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		if _, err := requirements.Put(ctx, tx, p.Project, []requirements.Draft{{Key: "R"}}, projecttest.Now); err != nil {
			return err
		}
		if _, err := cases.Put(ctx, tx, p.Project, []cases.Draft{{Key: "C"}}, projecttest.Now); err != nil {
			return err
		}
		found, err := cases.Find(ctx, tx, p.Project, []string{"C"})
		if err != nil {
			return err
		}
		var drafts []executions.Draft
		for i, file := range files {
			drafts = append(drafts, executions.Draft{
				Fingerprint: fmt.Sprint(i, file), TestCaseID: found["C"].ID, TestCaseVersion: 1, Status: execution.StatusFAILED, Name: "n", SourceFile: file,
				ExecutedAt: projecttest.Now,
			})
		}
		_, err = executions.Record(ctx, tx, p.Project, drafts, projecttest.Now)
		return err
	})
}

var everyEnd = []defects.LinkDraft{
	{Defect: "D", Requirement: "R"}, {Defect: "D", Case: "C"}, {Defect: "D", ExecutionFile: "results/a.xml", ExecutionName: "n"},
}

func TestALinkFindsEveryExecutionOfTheNamedResult(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s, defects.Adopt)
		put(p, defects.Draft{Key: "D", Title: "leak"})
		arrive(p, "set/results/a.xml", "set/results/a.xml", "set/results/ba.xml")
		if first := link(p, everyEnd...); first.Created != 4 || len(first.Warnings) != 0 {
			t.Errorf("first %+v", first)
		}
		if again := link(p, everyEnd...); again.Created != 0 || again.Unchanged != 4 {
			t.Errorf("again %+v", again)
		}
	})
}

func TestEveryKindOfOrphanIsAdopted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s, defects.Adopt)
		put(p, defects.Draft{Key: "D", Title: "leak"})
		if first := link(p, everyEnd...); first.Created != 3 || len(first.Warnings) != 3 {
			t.Errorf("orphans: %+v", first)
		}
		arrive(p, "set/results/a.xml", "set/results/a.xml")
		link(p, defects.LinkDraft{Defect: "late", Case: "C"})
		put(p, defects.Draft{Key: "late", Title: "drip"})
		all := p.Client.DefectLink.Query().AllX(p.Ctx)
		for _, one := range all {
			if one.State != defectlink.StateVALID || one.UnresolvedKind != nil || one.UnresolvedKey+one.UnresolvedDefect != "" || one.DefectID == nil {
				t.Errorf("not adopted: %+v", one)
			}
		}
		if len(all) != 5 {
			t.Errorf("%d links, want one each to requirement and case, two to executions, and the late one", len(all))
		}
		if again := link(p, everyEnd...); again.Created != 0 {
			t.Errorf("again %+v", again)
		}
	})
}

func TestALinkWithoutAnyEndIsLeftOut(t *testing.T) {
	p := projecttest.New(t, storetest.SQLite(t))
	got := link(p, defects.LinkDraft{Defect: "X", Case: "Y"})
	if got.Created != 0 || len(got.Warnings) != 1 || !strings.Contains(got.Warnings[0].Message, "neither defect X nor test case Y") {
		t.Errorf("got %+v", got)
	}
}

func TestADefectChangesOnlyWhereTheSourceSpeaks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		put(p, defects.Draft{Key: "D", Title: "leak", Severity: "MAJOR", Status: "CONFIRMED"})
		if same := put(p, defects.Draft{Key: "D", Title: "leak"}); same.Unchanged != 1 {
			t.Errorf("the same: %+v", same)
		}
		if changed := put(p, defects.Draft{Key: "D", Title: "leak", Status: "RESOLVED", Resolution: "FIXED"}); changed.Updated != 1 {
			t.Errorf("changed: %+v", changed)
		}
		one := p.Client.Defect.Query().OnlyX(p.Ctx)
		if one.Status != "RESOLVED" || *one.Resolution != "FIXED" || *one.Severity != "MAJOR" || one.Version != 2 {
			t.Errorf("got %+v", one)
		}
		err := p.Try(func(ctx context.Context, tx *ent.Client) error {
			_, err := defects.Put(ctx, tx, p.Project, []defects.Draft{{Key: "E", Title: "\x00"}}, projecttest.Now)
			return err
		})
		if !fault.Is(err, fault.Invalid) {
			t.Errorf("a title that is no text: %v", err)
		}
	})
}

func TestAnOrphanIsJoinedByARepeatedStatement(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s) // without the reaction, as after a restore from the trash
		put(p, defects.Draft{Key: "D", Title: "leak"})
		both := []defects.LinkDraft{{Defect: "D", Case: "X"}, {Defect: "D", Requirement: "X"}}
		link(p, both...)
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			if _, err := requirements.Put(ctx, tx, p.Project, []requirements.Draft{{Key: "X"}}, projecttest.Now); err != nil {
				return err
			}
			_, err := cases.Put(ctx, tx, p.Project, []cases.Draft{{Key: "X"}}, projecttest.Now)
			return err
		})
		if got := link(p, both...); got.Updated != 2 || got.Created != 0 || len(got.Warnings) != 0 {
			t.Errorf("got %+v", got)
		}
		for _, one := range p.Client.DefectLink.Query().AllX(p.Ctx) {
			if one.State != defectlink.StateVALID || (one.TestCaseID == nil) == (one.RequirementID == nil) || one.UnresolvedKind != nil {
				t.Errorf("a link: %+v", one)
			}
		}
	})
}

func TestAFileThatMayBeSeveralIsNotGuessed(t *testing.T) {
	named := func(file string) defects.LinkDraft {
		return defects.LinkDraft{Defect: "D", ExecutionFile: file, ExecutionName: "n"}
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s, defects.Adopt)
		put(p, defects.Draft{Key: "D", Title: "leak"})
		arrive(p, "mon/a.xml", "tue/a.xml", "a.xml", "wed/b.xml")
		for file, c := range map[string]struct {
			state defectlink.State
			words string
		}{
			"mon/a.xml":         {defectlink.StateVALID, ""}, // although a.xml may be it too
			"nightly/tue/a.xml": {defectlink.StateORPHANED, "which may be in a.xml or in tue/a.xml"},
			"b.xml":             {defectlink.StateVALID, ""},
			"./set/wed/b.xml":   {defectlink.StateVALID, ""},
			"d/b.xml":           {defectlink.StateORPHANED, "not in the project"},
		} {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				_, err := tx.DefectLink.Delete().Exec(ctx)
				return err
			})
			got := link(p, named(file))
			one := p.Client.DefectLink.Query().OnlyX(p.Ctx)
			if one.State != c.state || (c.words == "") != (len(got.Warnings) == 0) || c.words != "" && !strings.Contains(got.Warnings[0].Message, c.words) {
				t.Errorf("%s: %s, %v", file, one.State, got.Warnings)
			}
		}
	})
}

func TestALinkThatWasMadeStaysWhenAFurtherFileOfTheNameArrives(t *testing.T) {
	p := projecttest.New(t, storetest.SQLite(t), defects.Adopt)
	put(p, defects.Draft{Key: "D", Title: "leak"})
	draft := defects.LinkDraft{Defect: "D", ExecutionFile: "a.xml", ExecutionName: "n"}
	arrive(p, "mon/a.xml")
	link(p, draft)
	arrive(p, "x.xml", "tue/a.xml")
	if again := link(p, draft); again.Created != 0 || again.Unchanged != 1 || len(again.Warnings) != 0 {
		t.Errorf("again: %+v", again)
	}
}

func TestAMarkInAFileNameDoesNotHideItsResult(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s, defects.Adopt)
		put(p, defects.Draft{Key: "D", Title: "leak"})
		got := link(p, defects.LinkDraft{Defect: "D", ExecutionFile: "results/build#7.xml", ExecutionName: "n"})
		if len(got.Warnings) != 1 || !strings.Contains(got.Warnings[0].Message, "names execution results/build#7.xml#n, which") {
			t.Errorf("got %+v", got)
		}
		arrive(p, "results/build#7.xml")
		if one := p.Client.DefectLink.Query().OnlyX(p.Ctx); one.State != defectlink.StateVALID || one.ExecutionID == nil {
			t.Errorf("the link: %+v", one)
		}
	})
}
