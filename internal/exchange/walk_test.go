package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

const one = `<testsuite name="s" timestamp="2026-05-01T00:00:00Z"><testcase name="t"/></testsuite>`

func TestAFolderIsReadWithoutWhatIsHiddenOrLinked(t *testing.T) {
	w := newWorkspace(t, storetest.SQLite(t))
	outside := folder(t, map[string]string{"secret.xml": one})
	dir := folder(t, map[string]string{"a/r.xml": one, ".git/r.xml": one, ".r.xml": one, "README.md": "Read me, please\n"})
	if err := os.Symlink(filepath.Join(outside, "secret.xml"), filepath.Join(dir, "link.xml")); err != nil {
		t.Skipf("NOT CHECKED: this system makes no symbolic links: %v", err)
	}
	report := w.mustImport(exchange.Request{Paths: []string{dir, filepath.Join(dir, "a", "r.xml")}})
	if report.Files != 1 || report.Counts.Executions != 1 || len(report.Warnings) != 3 || !warned(report, "set/link.xml", "symbolic link") ||
		!warned(report, "set/README.md", "skipped") || !warned(report, "r.xml", "named twice") {
		t.Errorf("got %+v", report)
	}
	if got := w.client.Execution.Query().OnlyX(w.ctx).SourceFile; got != "set/a/r.xml" {
		t.Errorf("the file is called %s", got)
	}
}

func TestOnlyEditorsImport(t *testing.T) {
	w := newWorkspace(t, storetest.SQLite(t))
	dir := folder(t, map[string]string{"r.xml": one})
	reader, err := w.client.User.Create().SetLogin("reader").SetName("Reader").Save(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	asReader := viewer.With(w.ctx, viewer.Viewer{User: reader.ID})
	request := exchange.Request{ProjectKey: "P", Paths: []string{dir}}
	if _, err := exchange.Import(asReader, w.hub, w.client, request); !fault.Is(err, fault.NotFound) {
		t.Errorf("a stranger: %v", err)
	}
	err = w.hub.Write(w.ctx, func(ctx context.Context, tx *ent.Client) error {
		return people.Grant(ctx, tx, tx.Project.Query().OnlyX(ctx).ID, reader.ID, membership.RoleTESTER)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := exchange.Import(asReader, w.hub, w.client, request); !fault.Is(err, fault.Denied) {
		t.Errorf("a tester: %v", err)
	}
}
