package app_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/remarks"
)

func TestAnUploadThatIsRepeatedUnderItsKeyIsStoredOnce(t *testing.T) {
	eachFiles(t, func(t *testing.T, f *files) {
		send := func(key, name, content string) (int, string, string) {
			t.Helper()
			response, body := f.ask(t, http.MethodPost, f.at(f.defect, name), strings.NewReader(content), "Asterism-Upload", "1", "Idempotency-Key", key)
			return response.StatusCode, response.Header.Get("Location"), body
		}
		_, first, answer := send("one", "a.txt", "text")
		for range 2 {
			if status, again, body := send("one", "a.txt", "text"); status != http.StatusCreated || again != first || body != answer {
				t.Errorf("repeated: %d %s %s, not %s %s", status, again, body, first, answer)
			}
		}
		for name, test := range map[string]struct {
			key, name, content string
			status             int
		}{
			"another name":     {"one", "b.txt", "text", http.StatusConflict},
			"another content":  {"one", "a.txt", "texts", http.StatusConflict},
			"an empty key":     {"", "a.txt", "text", http.StatusBadRequest},
			"a key too long":   {strings.Repeat("x", 201), "a.txt", "text", http.StatusBadRequest},
			"what was refused": {"two", "a.txt", "MZ\x90", http.StatusUnsupportedMediaType},
		} {
			status, _, body := send(test.key, test.name, test.content)
			if status != test.status || status != http.StatusUnsupportedMediaType && !strings.Contains(body, `["Idempotency-Key"]`) {
				t.Errorf("%s: %d %s", name, status, body)
			}
		}
		if names := f.stored(t); names != "a.txt" {
			t.Errorf("%s are stored", names)
		}
		if status, second, _ := send("two", "a.txt", "text"); status != http.StatusCreated || second == first {
			t.Errorf("another key: %d %s", status, second)
		}
		id, err := ident.Parse(strings.TrimPrefix(first, "/attachments/"))
		if err != nil {
			t.Fatal(err)
		}
		err = f.Hub.Write(f.As(t.Context()), func(ctx context.Context, tx *ent.Client) error {
			_, err := remarks.TrashAttachments(ctx, tx, []ident.ID{id})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if status, again, _ := send("one", "a.txt", "text"); status != http.StatusCreated || again != first {
			t.Errorf("repeated after it was put away: %d %s", status, again)
		}
	})
}
