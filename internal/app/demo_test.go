package app_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/failuresignature"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcaseversion"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/areas"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// assembled is the program over an empty workspace.
func assembled(t *testing.T, s *store.Store) *app.App {
	t.Helper()
	a, err := app.Assemble(t.Context(), s, config.Config{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func build(t *testing.T, a *app.App) {
	t.Helper()
	if err := a.BuildDemo(t.Context(), func(int64, int64, string) {}); err != nil {
		t.Fatalf("build the demo: %v", err)
	}
}

func TestTheDemoShowsWhatChangeDoes(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		a := assembled(t, s)
		build(t, a)
		promises(a.As(t.Context()), t, s.Client)
	})
}

func TestASecondBuildOfTheDemoChangesNothing(t *testing.T) {
	a := assembled(t, storetest.SQLite(t))
	build(t, a)
	ctx := a.As(t.Context())
	before := story(ctx, t, a.Store.Client)
	build(t, a)
	if !slices.Equal(before, story(ctx, t, a.Store.Client)) {
		t.Error("the second build told something again")
	}
}

func TestTheDemoIsAlwaysTheSame(t *testing.T) {
	one, other := assembled(t, storetest.SQLite(t)), assembled(t, storetest.SQLite(t))
	build(t, one)
	build(t, other)
	a, b := story(one.As(t.Context()), t, one.Store.Client), story(other.As(t.Context()), t, other.Store.Client)
	if len(a) == 0 || !slices.Equal(a, b) {
		t.Errorf("two workspaces tell different stories: %d and %d sentences", len(a), len(b))
	}
}

func TestADemoThatWasBrokenOffIsFinished(t *testing.T) {
	brokenOff := errors.New("broken off")
	for name, kind := range map[string]ident.Kind{"while it revised": ident.TestCase, "while it answered": ident.Comment} {
		t.Run(name, func(t *testing.T) {
			a := assembled(t, storetest.SQLite(t))
			whole := a.Hub
			a.Hub = changes.NewHub(a.Store, append(areas.Reactions(), func(_ context.Context, _ *ent.Client, news []changes.Change) error {
				for _, c := range news {
					isRevision := c.Op == changes.Update && c.Touches(testcase.FieldContentVersion)
					if c.Entity.Kind() == kind && (kind == ident.Comment || isRevision) {
						return brokenOff
					}
				}
				return nil
			})...)
			if err := a.BuildDemo(t.Context(), func(int64, int64, string) {}); !errors.Is(err, brokenOff) {
				t.Fatalf("the build ended with %v", err)
			}
			a.Hub = whole
			build(t, a)
			promises(a.As(t.Context()), t, a.Store.Client)
		})
	}
}

// promises holds the workspace to what the guides and the issue say of it.
func promises(ctx context.Context, t *testing.T, client *ent.Client) {
	t.Helper()
	grouped, proposed := signaturesOf(ctx, t, client)
	for _, c := range []struct {
		what           string
		got, low, high int
	}{
		{"suspect trace links", client.TraceLink.Query().Where(tracelink.StateEQ(tracelink.StateSUSPECT)).CountX(ctx), 5, 8},
		{"affirmed trace links", client.TraceLink.Query().Where(tracelink.AffirmedAtNotNil()).CountX(ctx), 7, 7},
		{"suspect refinements", client.RequirementLink.Query().Where(requirementlink.StateEQ(requirementlink.StateSUSPECT)).CountX(ctx), 1, 5},
		{"stale requirements", stale(ctx, t, client), 3, 5},
		{"revisions of test cases", client.TestCaseVersion.Query().Where(testcaseversion.NumberGT(1)).CountX(ctx), 5, 5},
		{"comments", client.Comment.Query().CountX(ctx), 25, 60},
		{"tags", client.Tag.Query().CountX(ctx), 55, 70},
		{"attachments", client.Attachment.Query().CountX(ctx), 2, 2},
		{"suites at the top", client.Suite.Query().Where(suite.ParentIDIsNil()).CountX(ctx), 14, 14},
		{"places in suites", client.SuiteMember.Query().CountX(ctx), 334, 334},
		{"signatures of several executions", grouped, 80, 200},
		{"of those, with a defect that they show", proposed, 30, 200},
		{"classified signatures", client.FailureSignature.Query().Where(failuresignature.ClassNEQ(failuresignature.ClassTO_INVESTIGATE)).CountX(ctx), 6, 6},
		{"duplicates that say of what", client.Defect.Query().Where(defect.DuplicateOfIDNotNil(), defect.StatusEQ(defect.StatusDUPLICATE)).CountX(ctx), 3, 3},
	} {
		if c.got < c.low || c.got > c.high {
			t.Errorf("%s: %d, meant are %d to %d", c.what, c.got, c.low, c.high)
		}
	}
	for key, want := range map[string]string{"2026.1": "LOCKED", "2026.2": "FINISHED", "2026.3": "IN_PROGRESS"} {
		if got := client.Release.Query().Where(release.Key(key)).OnlyX(ctx).Status; string(got) != want {
			t.Errorf("release %s is %s, not %s", key, got, want)
		}
	}
}

// stale counts the requirements whose evidence stands behind suspect links only.
func stale(ctx context.Context, t *testing.T, client *ent.Client) (n int) {
	t.Helper()
	answers, err := coverage.Of(ctx, client, client.Requirement.Query().IDsX(ctx), coverage.Scope{})
	if err != nil {
		t.Fatal(err)
	}
	for _, answer := range answers {
		if answer.Status == coverage.Stale {
			n++
		}
	}
	return n
}

// signaturesOf counts those that several executions share, and of these the ones for which a defect is proposed.
func signaturesOf(ctx context.Context, t *testing.T, client *ent.Client) (grouped, proposed int) {
	t.Helper()
	var several []ident.ID
	for _, one := range client.FailureSignature.Query().WithExecutions().AllX(ctx) {
		if len(one.Edges.Executions) > 1 {
			several = append(several, one.ID)
		}
	}
	likely, err := defects.Proposed(ctx, client, several)
	if err != nil {
		t.Fatal(err)
	}
	return len(several), len(likely)
}
