package app_test

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/attachment"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/remarks"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// files is a served workspace with one defect.
type files struct {
	*app.App
	address string
	project *ent.Project
	defect  ident.ID
}

// eachFiles runs a test on both databases; nothing may be left in the folder for temporary files.
func eachFiles(t *testing.T, test func(t *testing.T, f *files)) {
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
			f.defect = tx.Defect.Create().SetProjectID(f.project.ID).SetKey("D-1").SetTitle("x").SaveX(ctx).ID
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		server := httptest.NewServer(a.Handler(http.NotFoundHandler()))
		f.address = strings.TrimPrefix(server.URL, "http://")
		test(t, f)
		server.Close() // waits for uploads that were cut off
		if left, err := filepath.Glob(filepath.Join(folder, "asterism-upload-*")); err != nil || len(left) != 0 {
			t.Errorf("temporary files are left: %v, %v", left, err)
		}
	})
}

func (f *files) at(about ident.ID, name string) string {
	return "/attachments?" + url.Values{"about": {about.String()}, "name": {name}}.Encode()
}

// ask sends a request and gives the answer with its body.
func (f *files) ask(t *testing.T, method, path string, body io.Reader, headers ...string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, "http://"+f.address+path, body)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	return response, string(text)
}

// upload sends a file and gives its id.
func (f *files) upload(t *testing.T, name, content string) string {
	t.Helper()
	response, body := f.ask(t, http.MethodPost, f.at(f.defect, name), strings.NewReader(content), "Asterism-Upload", "1")
	var answer struct {
		Attachment struct {
			ID, Name, MediaType, ContentHash string
			SizeBytes                        int
		}
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil || response.StatusCode != http.StatusCreated {
		t.Fatalf("%s: %d %s", name, response.StatusCode, body)
	}
	if one := answer.Attachment; one.Name != name || one.SizeBytes != len(content) || len(one.ContentHash) != 64 || one.MediaType == "" {
		t.Errorf("%s: the answer is %s", name, body)
	}
	return answer.Attachment.ID
}

func TestAFileIsGivenBackSoThatNoBrowserObeysIt(t *testing.T) {
	eachFiles(t, func(t *testing.T, f *files) {
		for _, test := range []struct{ name, content, served string }{
			{"page.html", "<!DOCTYPE html><script>alert(1)</script>", "text/plain; charset=utf-8"},
			{"drawing.svg", "<svg onload='alert(1)'/>", "text/plain; charset=utf-8"},
			{"picture.html", "\x89PNG\r\n\x1a\n<script>", "image/png"},
			{`Bericht "é", 日本.txt`, "a log", "text/plain; charset=utf-8"},
		} {
			id := f.upload(t, test.name, test.content)
			response, body := f.ask(t, http.MethodGet, "/attachments/"+id, nil)
			h := response.Header
			if response.StatusCode != http.StatusOK || body != test.content || h.Get("Content-Type") != test.served {
				t.Errorf("%s: %d %s %q", test.name, response.StatusCode, h.Get("Content-Type"), body)
			}
			if !strings.HasPrefix(h.Get("Content-Disposition"), "attachment; filename") || h.Get("X-Content-Type-Options") != "nosniff" ||
				h.Get("Content-Security-Policy") != "sandbox; default-src 'none'" {
				t.Errorf("%s: %v", test.name, h)
			}
			if response, _ := f.ask(t, http.MethodGet, "/attachments/"+id, nil, "If-None-Match", h.Get("ETag")); response.StatusCode != http.StatusNotModified {
				t.Errorf("%s is sent again: %d", test.name, response.StatusCode)
			}
			if response, part := f.ask(t, http.MethodGet, "/attachments/"+id, nil, "Range", "bytes=1-3"); response.StatusCode != http.StatusPartialContent || part != test.content[1:4] {
				t.Errorf("a part of %s: %d %q", test.name, response.StatusCode, part)
			}
		}
	})
}

func TestARefusedUploadSaysWhyAndStoresNothing(t *testing.T) {
	eachFiles(t, func(t *testing.T, f *files) {
		fine := f.at(f.defect, "a.txt")
		check := func(name string, response *http.Response, body string, status int, code, field string) {
			t.Helper()
			var answer struct {
				Error struct {
					Code, Message string
					Field         []string
				}
			}
			err := json.Unmarshal([]byte(body), &answer)
			if err != nil || response.StatusCode != status || answer.Error.Code != code || strings.Join(answer.Error.Field, ".") != field || answer.Error.Message == "" {
				t.Errorf("%s: %d %s", name, response.StatusCode, body)
			}
		}
		for name, test := range map[string]struct {
			path, content string
			status        int
			code, field   string
		}{
			"no thing":       {"/attachments?name=a.txt", "x", 400, "BAD_USER_INPUT", "about"},
			"a project":      {f.at(f.project.ID, "a.txt"), "x", 400, "BAD_USER_INPUT", "about"},
			"no name":        {f.at(f.defect, ""), "x", 400, "BAD_USER_INPUT", "name"},
			"a folder":       {f.at(f.defect, "../a.txt"), "x", 400, "BAD_USER_INPUT", "name"},
			"an empty file":  {fine, "", 400, "BAD_USER_INPUT", "file"},
			"a program":      {fine, "MZ\x90", 415, "BAD_USER_INPUT", "file"},
			"an absent one":  {f.at(ident.New(ident.Defect), "a.txt"), "x", 404, "NOT_FOUND", "about"},
			"a hidden thing": {f.at(ident.New(ident.Execution), "a.txt"), "x", 404, "NOT_FOUND", "about"},
		} {
			response, body := f.ask(t, http.MethodPost, test.path, strings.NewReader(test.content), "Asterism-Upload", "1")
			check(name, response, body, test.status, test.code, test.field)
		}
		response, body := f.ask(t, http.MethodPost, fine, strings.NewReader("x"), "Content-Type", "text/plain")
		check("a form of a foreign page", response, body, 400, "BAD_USER_INPUT", "Asterism-Upload")
		f.large(t, fine, check)
		for id, status := range map[string]int{"nonsense": 400, ident.New(ident.Attachment).String(): 404, f.defect.String(): 404} {
			if response, body := f.ask(t, http.MethodGet, "/attachments/"+id, nil); response.StatusCode != status {
				t.Errorf("%s is given: %d %s", id, response.StatusCode, body)
			}
		}
		err := f.Hub.Write(f.As(t.Context()), func(ctx context.Context, tx *ent.Client) error {
			return tx.Membership.Update().SetRole(membership.RoleVIEWER).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		response, body = f.ask(t, http.MethodPost, fine, strings.NewReader("x"), "Asterism-Upload", "1")
		check("one who only reads", response, body, 403, "FORBIDDEN", "")
		if f.Store.Client.Attachment.Query().ExistX(f.As(t.Context())) || f.Store.Client.ContentPiece.Query().ExistX(f.As(t.Context())) {
			t.Error("something was stored")
		}
	})
}

// large announces a file that is too large, and sends one without saying how large it is; straight to the handler, since a
// server hangs up on who goes on sending.
func (f *files) large(t *testing.T, path string, check func(string, *http.Response, string, int, string, string)) {
	t.Helper()
	for name, length := range map[string]int64{"announced": remarks.MaxFile + 1, "unannounced": -1} {
		request := httptest.NewRequest(http.MethodPost, path, io.LimitReader(letters{}, remarks.MaxFile+1))
		request.ContentLength = length
		request.Header.Set("Asterism-Upload", "1")
		recorder := httptest.NewRecorder()
		f.Handler(http.NotFoundHandler()).ServeHTTP(recorder, request)
		check(name, recorder.Result(), recorder.Body.String(), 413, "BAD_USER_INPUT", "file")
	}
}

// letters never end.
type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestAnUploadThatIsCutOffStoresNothing(t *testing.T) {
	eachFiles(t, func(t *testing.T, f *files) {
		for name, head := range map[string]string{
			"with a length": "Content-Length: 1000\r\n\r\nhalf", "in chunks": "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
		} {
			connection, err := net.Dial("tcp", f.address)
			if err != nil {
				t.Fatal(err)
			}
			_, err = io.WriteString(connection, "POST "+f.at(f.defect, "a.txt")+" HTTP/1.1\r\nHost: "+f.address+"\r\nAsterism-Upload: 1\r\n"+head)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if err := connection.(*net.TCPConn).CloseWrite(); err != nil {
				t.Fatal(err)
			}
			if told, _ := io.ReadAll(connection); strings.HasPrefix(string(told), "HTTP/1.1 2") { // until the server has ended it
				t.Errorf("%s: one that is cut off is told that all is well: %s", name, told)
			}
			_ = connection.Close()
		}
		f.upload(t, "whole.txt", "whole")
		if names := f.Store.Client.Attachment.Query().Select(attachment.FieldName).StringsX(f.As(t.Context())); len(names) != 1 || names[0] != "whole.txt" {
			t.Errorf("%v are stored", names)
		}
	})
}
