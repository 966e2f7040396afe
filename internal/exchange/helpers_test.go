package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/areas"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// importTime is when every import of a test takes place.
var importTime = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// workspace is a database with one project, wired as the program wires it.
type workspace struct {
	t      *testing.T
	ctx    context.Context
	store  *store.Store
	client *ent.Client
	hub    *changes.Hub
}

func newWorkspace(t *testing.T, s *store.Store) *workspace {
	t.Helper()
	people.RaiseWalls(s.Client)
	w := &workspace{
		t: t, store: s, client: s.Client,
		hub: changes.NewHub(s, areas.Reactions()...),
	}
	ctx := clock.With(context.Background(), func() time.Time { return importTime })
	owner, err := people.LocalOwner(ctx, w.client)
	if err != nil {
		t.Fatal(err)
	}
	w.ctx = viewer.With(ctx, owner)
	w.project("P")
	return w
}

// project makes a further project.
func (w *workspace) project(key string) {
	w.t.Helper()
	err := w.hub.Write(w.ctx, func(ctx context.Context, tx *ent.Client) error {
		_, err := projects.Create(ctx, tx, key, "Project "+key, "")
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

// imports imports paths into the project P.
func (w *workspace) imports(request exchange.Request) (*exchange.Report, error) {
	if request.ProjectKey == "" {
		request.ProjectKey = "P"
	}
	return exchange.Import(w.ctx, w.hub, w.client, request)
}

func (w *workspace) mustImport(request exchange.Request) *exchange.Report {
	w.t.Helper()
	report, err := w.imports(request)
	if err != nil {
		w.t.Fatalf("import: %v", err)
	}
	return report
}

// rows counts what every table that an import writes holds, in all projects.
func (w *workspace) rows() map[string]int {
	w.t.Helper()
	ctx := people.IncludingTrash(viewer.AsSystem(w.ctx))
	counted := map[string]int{}
	for name, count := range map[string]func(context.Context) (int, error){
		"requirements":         w.client.Requirement.Query().Count,
		"requirement versions": w.client.RequirementVersion.Query().Count,
		"requirement links":    w.client.RequirementLink.Query().Count,
		"cases":                w.client.TestCase.Query().Count,
		"case versions":        w.client.TestCaseVersion.Query().Count,
		"trace links":          w.client.TraceLink.Query().Count,
		"releases":             w.client.Release.Query().Count,
		"builds":               w.client.Build.Query().Count,
		"environments":         w.client.Environment.Query().Count,
		"cycles":               w.client.TestCycle.Query().Count,
		"executions":           w.client.Execution.Query().Count,
		"defects":              w.client.Defect.Query().Count,
		"defect links":         w.client.DefectLink.Query().Count,
		"references":           w.client.ExternalReference.Query().Count,
		"counters":             w.client.KeyCounter.Query().Count,
		"imports":              w.client.ImportRun.Query().Count,
	} {
		n, err := count(ctx)
		if err != nil {
			w.t.Fatalf("count %s: %v", name, err)
		}
		counted[name] = n
	}
	return counted
}

// folder writes files into a new folder and returns its path.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "set")
	for name, text := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// mapped reads a mapping.
func mapped(t *testing.T, text string) *mapping.Mapping {
	t.Helper()
	m, err := mapping.Load("mapping.yaml", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// pump is the request for the small set of files in testdata.
func pump(t *testing.T) exchange.Request {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "pump", "mapping.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return exchange.Request{Paths: []string{filepath.Join("testdata", "pump")}, Mapping: mapped(t, string(text))}
}

// warned tells whether a warning holds a text.
func warned(report *exchange.Report, file, text string) bool {
	for _, w := range report.Warnings {
		if strings.HasSuffix(w.File, file) && strings.Contains(w.Message, text) {
			return true
		}
	}
	return false
}
