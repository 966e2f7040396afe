package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"path/filepath"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// nightly are results of two tests.
const nightly = `<testsuite name="pay"><testcase classname="pay" name="limit"/>
<testcase classname="pay" name="send"><failure message="no"/></testcase></testsuite>`

// eachImports runs a test on both databases; nothing may be left in the folder for temporary files once the workspace is closed.
func eachImports(t *testing.T, test func(t *testing.T, f *files)) {
	folder := t.TempDir()
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, folder)
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		a, err := app.Assemble(t.Context(), s, config.Config{Version: "test"})
		if err != nil {
			t.Fatal(err)
		}
		f := &files{App: a}
		err = a.Hub.Write(a.As(t.Context()), func(ctx context.Context, tx *ent.Client) error {
			if f.project, err = projects.Create(ctx, tx, "P", "Project P", ""); err != nil {
				return err
			}
			_, err = projects.Create(ctx, tx, "Q", "Project Q", "")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		server := httptest.NewServer(a.Handler(http.NotFoundHandler()))
		f.address = strings.TrimPrefix(server.URL, "http://")
		test(t, f)
		server.Close()
		a.PutUploadsAway()
		if left, err := filepath.Glob(filepath.Join(folder, "asterism-*")); err != nil || len(left) != 0 {
			t.Errorf("uploads are left: %v, %v", left, err)
		}
	})
}

// form is an upload of files, by their names; the name "map" is a mapping.
func form(t *testing.T, pairs ...string) (io.Reader, string) {
	t.Helper()
	var body bytes.Buffer
	to := multipart.NewWriter(&body)
	for i := 0; i < len(pairs); i += 2 {
		kind := "file"
		if pairs[i] == "map" {
			kind = "map"
		}
		part, err := to.CreatePart(textproto.MIMEHeader{"Content-Disposition": {
			`form-data; name="` + kind + `"; filename="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(pairs[i]) + `"`,
		}})
		if err == nil {
			_, err = io.WriteString(part, pairs[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return &body, to.FormDataContentType()
}

// shownFile, shownReport and shownError are what an answer says.
type (
	shownFile struct {
		Name, Format, Why string
		Table             *struct {
			Columns  []string
			Rows     [][]string
			Record   string
			Fields   map[string]string
			IsMapped bool
		}
	}
	shownReport struct {
		ImportRun                   string
		DryRun                      bool
		Created, Updated, Unchanged int
		Counts                      map[string]int
		Kinds                       []struct {
			Kind                        string
			Created, Updated, Unchanged int
		}
		Warnings []struct {
			File, Field, Message string
			Line                 int
		}
		WarningCount int
	}
	shownError struct {
		Code, Message, File string
		Field               []string
		Line                int
	}
	shownStaged struct {
		Token string
		Files []shownFile
	}
	shownAnswer struct {
		Staged  *shownStaged
		Preview struct {
			Staged shownStaged
			Report *shownReport
			Error  *shownError
		}
		Report   *shownReport
		Error    *shownError
		Progress *struct {
			Phase, What string
			Percent     int
		}
	}
)

// stages sends files and gives the answer, which must be a preview.
func (f *files) stages(t *testing.T, pairs ...string) shownAnswer {
	t.Helper()
	body, kind := form(t, pairs...)
	response, text := f.ask(t, http.MethodPost, "/imports/P?dryRun=true", body, "Asterism-Upload", "1", "Content-Type", kind)
	var found shownAnswer
	if err := json.Unmarshal([]byte(text), &found); err != nil || response.StatusCode != http.StatusOK || found.Preview.Staged.Token == "" {
		t.Fatalf("%d %s", response.StatusCode, text)
	}
	return found
}

// runs asks for an import of what waits.
func (f *files) runs(t *testing.T, project, token, settings string) (int, shownAnswer) {
	t.Helper()
	response, text := f.ask(t, http.MethodPost, "/imports/"+project+"/"+token, strings.NewReader(settings), "Asterism-Upload", "1")
	var found shownAnswer
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		t.Fatalf("%d %s", response.StatusCode, text)
	}
	return response.StatusCode, found
}

// brought counts executions, test cases and import runs.
func (f *files) brought(t *testing.T) string {
	t.Helper()
	ctx, client := f.As(t.Context()), f.Store.Client
	return fmt.Sprint(client.Execution.Query().CountX(ctx), client.TestCase.Query().CountX(ctx), client.ImportRun.Query().CountX(ctx))
}

func TestAnUploadTellsWhatItWouldChangeAndChangesItWhenAskedTo(t *testing.T) {
	eachImports(t, func(t *testing.T, f *files) {
		preview := f.stages(t, "nightly.xml", nightly).Preview
		report := preview.Report
		if report == nil || !report.DryRun || report.Created != 4 || report.Counts["failed"] != 1 || f.brought(t) != "0 0 0" {
			t.Fatalf("the preview is %+v; there is %s", report, f.brought(t))
		}
		kinds := fmt.Sprint(report.Kinds)
		if kinds != "[{cases 2 0 0} {executions 2 0 0}]" {
			t.Errorf("by kind it is %s", kinds)
		}
		if one := preview.Staged.Files; len(one) != 1 || one[0].Name != "nightly.xml" || one[0].Format != "junit" {
			t.Errorf("detected is %+v", one)
		}
		if len(report.Warnings) != 1 || report.Warnings[0].File != "nightly.xml" || report.Warnings[0].Line != 1 || report.WarningCount != 1 {
			t.Errorf("warnings are %+v", report.Warnings)
		}
		status, done := f.runs(t, "P", preview.Staged.Token, `{"build":"b4","environment":"SIT-2"}`)
		if status != http.StatusOK || done.Report.DryRun || done.Report.ImportRun == "" || f.brought(t) != "2 2 1" {
			t.Fatalf("%d %+v; there is %s", status, done.Report, f.brought(t))
		}
		run := f.Store.Client.ImportRun.Query().OnlyX(f.As(t.Context()))
		if run.ID.String() != done.Report.ImportRun || run.Source != "nightly.xml" || run.Format != "junit" || run.WarningCount != done.Report.WarningCount {
			t.Errorf("kept is %+v", run)
		}
		if status, again := f.runs(t, "P", preview.Staged.Token, `{}`); status != http.StatusNotFound || again.Error.Code != "NOT_FOUND" {
			t.Errorf("what is used up is answered %d %+v", status, again)
		}
		again := f.stages(t, "nightly.xml", nightly).Preview
		if again.Report.Created != 2 { // the executions belong to no build, so they are others
			t.Errorf("without its build it is %+v", again.Report)
		}
		status, same := f.runs(t, "P", again.Staged.Token+"?dryRun=true", `{"build":"b4","environment":"SIT-2"}`)
		if status != http.StatusOK || same.Report.Created != 0 || same.Report.Unchanged != 2 || same.Report.ImportRun != done.Report.ImportRun {
			t.Errorf("the same again is %d %+v", status, same.Report)
		}
	})
}

func TestColumnsOfATableAreWhatThePersonSays(t *testing.T) {
	eachImports(t, func(t *testing.T, f *files) {
		preview := f.stages(t, "cases.csv", "Case ID;Name;Colour\nC-1;Refuse;red\nC-2;Accept;blue\n").Preview
		table := preview.Staged.Files[0].Table
		if preview.Report != nil || preview.Error != nil || table == nil || strings.Join(table.Columns, ",") != "Case ID,Name,Colour" || len(table.Rows) != 2 {
			t.Fatalf("before anything is said it is %+v", preview)
		}
		if table.Fields["Case ID"] != "key" || table.Fields["Name"] != "title" || table.Fields["Colour"] != "" {
			t.Errorf("suggested is %v", table.Fields)
		}
		token := preview.Staged.Token
		say := func(columns string) string {
			return `{"tables":[{"file":"cases.csv","record":"case","columns":{` + columns + `},"keepsRest":true}]}`
		}
		for name, test := range map[string]struct{ settings, message, field string }{
			"an unknown column":      {say(`"Case ID":"key","Titel":"title"`), "Case ID, Name, Colour", "Titel"},
			"an unknown field":       {say(`"Case ID":"key","Colour":"paint"`), "the column Colour of cases.csv", "columns.Colour"},
			"a field twice":          {say(`"Case ID":"key","Name":"title","Colour":"title"`), "Colour and Name", "columns.Name"},
			"nothing that names it":  {say(`"Colour":"text"`), "no column of cases.csv is the key or title of a case", "columns"},
			"an unknown kind":        {`{"tables":[{"file":"cases.csv","record":"poem","columns":{}}]}`, "poem", "record"},
			"no word about columns":  {`{}`, "its columns are Case ID, Name, Colour", ""},
			"what is no JSON":        {`{`, "JSON", ""},
			"what nobody understood": {`{"colour":"red"}`, "JSON", ""},
		} {
			status, told := f.runs(t, "P", token, test.settings)
			if status != http.StatusBadRequest || told.Error == nil || told.Error.Code != "BAD_USER_INPUT" || !strings.Contains(told.Error.Message, test.message) ||
				strings.Join(told.Error.Field, ".") != test.field {
				t.Errorf("%s: %d %+v", name, status, told.Error)
			}
		}
		if status, told := f.runs(t, "P", token, say(`"Titel":"title","Case ID":"key"`)); told.Error.File != "cases.csv" || told.Error.Line != 1 {
			t.Errorf("the place of an unknown column is %d %+v", status, told.Error)
		}
		if f.brought(t) != "0 0 0" {
			t.Fatalf("refusals left %s", f.brought(t))
		}
		if status, done := f.runs(t, "P", token, say(`"Case ID":"key","Name":"title"`)); status != http.StatusOK || done.Report.Created != 2 {
			t.Fatalf("%d %+v", status, done)
		}
		if one := f.Store.Client.TestCase.Query().Order(ent.Asc("key")).FirstX(f.As(t.Context())); one.Key != "C-1" || one.Title != "Refuse" || one.Attributes["Colour"] != "red" {
			t.Errorf("the first case is %+v", one)
		}
	})
}

func TestWhatCannotBeReadNamesItsFileAndLineAndWritesNothing(t *testing.T) {
	eachImports(t, func(t *testing.T, f *files) {
		cut := "<testsuite name=\"pay\">\n<testcase name=\"a\"/>\n<testcase name="
		preview := f.stages(t, "good.xml", nightly, "cut.xml", cut).Preview
		if e := preview.Error; preview.Report != nil || e == nil || e.File != "cut.xml" || e.Line != 3 || e.Code != "BAD_USER_INPUT" {
			t.Errorf("a file that is cut off: %+v", preview.Error)
		}
		if status, told := f.runs(t, "P", preview.Staged.Token, `{}`); status != http.StatusBadRequest || told.Error.File != "cut.xml" || told.Error.Line != 3 {
			t.Errorf("importing it all the same: %d %+v", status, told.Error)
		}
		pictures := f.stages(t, "picture.png", "\x89PNG\r\n\x1a\n").Preview
		if one := pictures.Staged.Files[0]; one.Format != "" || !strings.Contains(one.Why, "junit") || pictures.Error == nil || pictures.Error.File != "picture.png" {
			t.Errorf("a picture: %+v %+v", one, pictures.Error)
		}
		if f.brought(t) != "0 0 0" {
			t.Errorf("there is %s", f.brought(t))
		}
	})
}

func TestNamesOfUploadedFilesAreOnlyShown(t *testing.T) {
	eachImports(t, func(t *testing.T, f *files) {
		for _, name := range []string{"../x.xml", "/etc/x.xml", `C:\x.xml`, `..\x.xml`, ".", "a\x01.xml", strings.Repeat("x", 2000)} {
			body, kind := form(t, name, nightly)
			response, text := f.ask(t, http.MethodPost, "/imports/P?dryRun=true", body, "Asterism-Upload", "1", "Content-Type", kind)
			if response.StatusCode != http.StatusBadRequest || !strings.Contains(text, `"BAD_USER_INPUT"`) {
				t.Errorf("%.20q: %d %s", name, response.StatusCode, text)
			}
		}
		staged := f.stages(t, "a.xml", nightly, "a.xml", nightly, "set/[a]*.xml", nightly, "set/notes.txt", "no results").Preview.Staged
		var names []string
		for _, one := range staged.Files {
			names = append(names, one.Name+" "+one.Format)
		}
		if got := strings.Join(names, ", "); got != "a.xml junit, a (2).xml junit, set/[a]*.xml junit, set/notes.txt " {
			t.Errorf("shown is %s", got)
		}
	})
}

func TestARefusedImportSaysWhyAndTakesNothing(t *testing.T) {
	eachImports(t, func(t *testing.T, f *files) {
		good := func() (io.Reader, string) { return form(t, "nightly.xml", nightly) }
		for name, test := range map[string]struct {
			path, header string
			status       int
			code         string
		}{
			"a page of another site": {"/imports/P?dryRun=true", "", 400, "BAD_USER_INPUT"},
			"no project":             {"/imports/X?dryRun=true", "1", 404, "NOT_FOUND"},
			"no look before it":      {"/imports/P", "1", 400, "BAD_USER_INPUT"},
			"no such token":          {"/imports/P/nonsense", "1", 404, "NOT_FOUND"},
		} {
			body, kind := good()
			if strings.HasSuffix(test.path, "nonsense") {
				body = strings.NewReader("{}")
			}
			response, text := f.ask(t, http.MethodPost, test.path, body, "Asterism-Upload", test.header, "Content-Type", kind)
			if response.StatusCode != test.status || !strings.Contains(text, `"`+test.code+`"`) {
				t.Errorf("%s: %d %s", name, response.StatusCode, text)
			}
		}
		response, text := f.ask(t, http.MethodPost, "/imports/P?dryRun=true", strings.NewReader("x"), "Asterism-Upload", "1", "Content-Type", "text/plain")
		if response.StatusCode != http.StatusBadRequest {
			t.Errorf("what is no form: %d %s", response.StatusCode, text)
		}
		token := f.stages(t, "nightly.xml", nightly).Preview.Staged.Token
		if status, told := f.runs(t, "Q", token, `{}`); status != http.StatusNotFound {
			t.Errorf("a token of another project: %d %+v", status, told)
		}
		err := f.Hub.Write(f.As(t.Context()), func(ctx context.Context, tx *ent.Client) error {
			return tx.Membership.Update().SetRole(membership.RoleVIEWER).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		if status, told := f.runs(t, "P", token, `{}`); status != http.StatusForbidden || told.Error.Code != "FORBIDDEN" {
			t.Errorf("one who only reads: %d %+v", status, told)
		}
		err = f.Hub.Write(viewer.AsSystem(t.Context()), func(ctx context.Context, tx *ent.Client) error {
			_, err := tx.Membership.Delete().Exec(ctx)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		hidden, _ := f.runs(t, "P", token, `{}`)
		formats, _ := f.ask(t, http.MethodGet, "/imports/P/formats", nil)
		if hidden != http.StatusNotFound || formats.StatusCode != http.StatusNotFound {
			t.Errorf("a hidden project: %d, %d", hidden, formats.StatusCode)
		}
	})
}

func TestTheFormatsThatAreReadAreTold(t *testing.T) {
	eachImports(t, func(t *testing.T, f *files) {
		response, text := f.ask(t, http.MethodGet, "/imports/P/formats", nil)
		for _, want := range []string{`{"name":"junit","extensions":[".xml"],"brings":["result"],"isTable":false}`, `"name":"csv"`, `"isTable":true`,
			`{"record":"link","fields":["requirement","case","role"]}`} {
			if response.StatusCode != http.StatusOK || !strings.Contains(text, want) {
				t.Errorf("%s is missing: %d %s", want, response.StatusCode, text)
			}
		}
	})
}
