package strictdoc_test

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/strictdoc"
	"github.com/asterism-qa/asterism/internal/testdata"
)

// userGuide holds no requirement: the four that an independent count finds are examples inside a text. That count ends
// a text at an indented <<<; StrictDoc (and the balance of the guide's sections) ends it only at the line's beginning.
const userGuide = "requirements/strictdoc-self/strictdoc_01_user_guide.sdoc"

// counted is what an independent count found in one document.
type counted struct {
	Requirements int
	Relations    map[string]int
	Nodes        map[string]int `json:"nodes_by_tag"`
}

func TestRealDocumentsHoldTheCountedRequirements(t *testing.T) {
	root := testdata.Root(t)
	content, err := os.ReadFile(filepath.Join(root, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected struct{ Files map[string]json.RawMessage }
	if err := json.Unmarshal(content, &expected); err != nil {
		t.Fatal(err)
	}
	documents, requirements, refinements := 0, 0, 0
	for name, raw := range expected.Files {
		if !strings.HasSuffix(name, ".sdoc") {
			continue
		}
		var want counted
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatal(err)
		}
		if name == userGuide {
			want.Requirements = 0
		}
		f := readReal(t, root, name)
		files, parents := 0, 0
		for _, r := range f.requirements {
			if text := r.Attributes[strictdoc.AttributeFile]; text != "" {
				files += 1 + strings.Count(text, "\n")
			}
			if r.Key == "" || r.Attributes[strictdoc.AttributeDocument] == "" {
				t.Errorf("%s:%d: the requirement has no UID or no document", name, r.Line)
			}
		}
		parents = len(f.refinements)
		if want.Nodes["DESIGN"] > 0 {
			parents++ // one DESIGN node refines a requirement; it is left out with its relation
		}
		if len(f.requirements) != want.Requirements || parents != want.Relations["Parent"] || files != want.Relations["File"] {
			t.Errorf("%s: %d requirements, %d parents, %d files; want %d and %v",
				name, len(f.requirements), parents, files, want.Requirements, want.Relations)
		}
		if custom := want.Nodes["FEATURE"] + want.Nodes["DESIGN"]; (custom > 0) != (len(f.warnings) > 0) {
			t.Errorf("%s: warnings are %v", name, f.warnings)
		}
		documents++
		requirements += len(f.requirements)
		refinements += len(f.refinements)
	}
	if documents != 43 || requirements != 587 || refinements != 486 {
		t.Errorf("%d documents, %d requirements, %d refinements; want 43, 587 and 486", documents, requirements, refinements)
	}
}

func readReal(t *testing.T, root, name string) *found {
	t.Helper()
	path := filepath.Join(root, filepath.FromSlash(name))
	body, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	head := make([]byte, 512)
	n, _ := body.ReadAt(head, 0)
	if got := strictdoc.NewReader().Detect(name, head[:n]); got != 100 {
		t.Errorf("%s is recognised with %d, want 100", name, got)
	}
	f := &found{}
	err = strictdoc.NewReader().Read(context.Background(), record.Source{Name: name, Body: body,
		Sibling: func(sibling string) (io.ReadCloser, error) {
			return os.Open(filepath.Join(filepath.Dir(path), sibling))
		},
	}, f)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return f
}
