package strictdoc_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/strictdoc"
)

// found collects what a document states.
type found struct {
	requirements []*record.Requirement
	refinements  []*record.Refinement
	warnings     []record.Warning
}

func (f *found) Put(r record.Record) error {
	switch r := r.(type) {
	case *record.Requirement:
		f.requirements = append(f.requirements, r)
	case *record.Refinement:
		f.refinements = append(f.refinements, r)
	default:
		return fmt.Errorf("a document states no %s", r.RecordKind())
	}
	return nil
}

func (f *found) Warn(w record.Warning) { f.warnings = append(f.warnings, w) }

// read reads a document; siblings are the further files of the import, by name.
func read(body io.Reader, siblings map[string]string) (*found, error) {
	f := &found{}
	source := record.Source{Name: "spec/doc.sdoc", Body: body, Sibling: func(name string) (io.ReadCloser, error) {
		text, ok := siblings[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return io.NopCloser(strings.NewReader(text)), nil
	}}
	return f, strictdoc.NewReader().Read(context.Background(), source, f)
}

func mustRead(t *testing.T, text string) *found {
	t.Helper()
	f, err := read(strings.NewReader(text), nil)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return f
}

const header = "[DOCUMENT]\nTITLE: Pump\n\n"

func TestRequirementCarriesEveryField(t *testing.T) {
	f := mustRead(t, "\uFEFF"+strings.ReplaceAll(header+`[[SECTION]]
TITLE: Motor

[REQUIREMENT]
MID: 7c1f
UID: P-1
STATUS: Active
TITLE: Speed
STATEMENT: >>>
The pump shall turn.

    [REQUIREMENT]
    STATEMENT: >>>
    An example.
    <<<
<<<
RATIONALE: Water moves.
COMMENT: first
COMMENT: >>>
second
<<<
ASIL: B
RELATIONS:
- TYPE: File
  VALUE: src/pump.c
  LINE_RANGE: 2, 4
- TYPE: Parent
  VALUE: S-2
- TYPE: Parent
  VALUE: S-1
  ROLE: Satisfies
- TYPE: Child
  VALUE: P-9
  ROLE: Derives

[[/SECTION]]
`, "\n", "\r\n"))
	if len(f.requirements) != 1 || len(f.warnings) != 0 {
		t.Fatalf("got %d requirements and warnings %v, want 1 and none", len(f.requirements), f.warnings)
	}
	r := f.requirements[0]
	want := "P-1|Speed|Active|REQUIREMENT|Water moves.|7"
	if got := fmt.Sprint(r.Key, "|", r.Title, "|", r.Status, "|", r.Type, "|", r.Rationale, "|", r.Line); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !strings.Contains(r.Text, "    <<<") || strings.Contains(r.Text, "\r") {
		t.Errorf("the statement lost its example or kept carriage returns: %q", r.Text)
	}
	for name, text := range map[string]string{
		"MID": "7c1f", "ASIL": "B", "COMMENT": "first\n\nsecond", "SECTION": "Motor", "DOCUMENT": "Pump",
		"FILE": "src/pump.c (LINE_RANGE: 2, 4)",
	} {
		if r.Attributes[name] != text {
			t.Errorf("attribute %s is %q, want %q", name, r.Attributes[name], text)
		}
	}
	if r.External != (record.External{System: "strictdoc", ID: "P-1"}) {
		t.Errorf("external identity is %v", r.External)
	}
	got := ""
	for _, ref := range f.refinements {
		got += fmt.Sprintf("%s>%s %s; ", ref.Child, ref.Parent, ref.Role)
	}
	if want := "P-1>S-2 REFINES; P-1>S-1 SATISFIES; P-9>P-1 DERIVES; "; got != want {
		t.Errorf("refinements are %s, want %s", got, want)
	}
}

func TestCompositeRequirementIsParentOfWhatItHolds(t *testing.T) {
	f := mustRead(t, header+`[[REQUIREMENT]]
UID: A

[[SECTION]]
TITLE: Inner

[REQUIREMENT]
UID: B

[[/SECTION]]

[[/REQUIREMENT]]

[COMPOSITE_REQUIREMENT]
UID: C

[REQUIREMENT]
UID: D
TYPE: Functional

[/COMPOSITE_REQUIREMENT]

[REQUIREMENT]
UID: E
`)
	got := ""
	for _, r := range f.requirements {
		got += r.Key + "<" + r.Parent + " "
	}
	if want := "A< B<A C< D<C E< "; got != want {
		t.Errorf("parents are %s, want %s", got, want)
	}
	if f.requirements[3].Type != "Functional" {
		t.Errorf("type is %q, want the word of the TYPE field", f.requirements[3].Type)
	}
}

func TestWarnings(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		line int
		want string
	}{
		"requirement without UID":        {header + "[REQUIREMENT]\nTITLE: x\n", 4, "no UID"},
		"relation without UID":           {header + "[REQUIREMENT]\nREFS:\n- TYPE: Parent\n  VALUE: A\n", 6, "left out"},
		"custom nodes are counted":       {header + "[FEATURE]\nUID: F\n\n[TEXT]\nSTATEMENT: x\n\n[FEATURE]\nUID: G\n", 4, "2 node(s) of tag FEATURE"},
		"grammar that is missing":        {"[DOCUMENT]\nTITLE: x\n\n[GRAMMAR]\nIMPORT_FROM_FILE: none.sgra\n", 5, "not part of the import"},
		"document that is missing":       {header + "[DOCUMENT_FROM_FILE]\nFILE: none.sdoc\n", 4, "none.sdoc"},
		"role of its own":                {header + "[REQUIREMENT]\nUID: A\nRELATIONS:\n- TYPE: Parent\n  VALUE: B\n  ROLE: Mirrors\n", 7, "Mirrors"},
		"relation of an unknown type":    {header + "[REQUIREMENT]\nUID: A\nRELATIONS:\n- TYPE: BibTex\n  VALUE: B\n", 7, "BibTex"},
		"field that stands twice":        {header + "[REQUIREMENT]\nUID: A\nTITLE: x\nTITLE: y\n", 7, "twice"},
		"tag the grammar does not have":  {"[DOCUMENT]\n\n[GRAMMAR]\nELEMENTS:\n- TAG: TEXT\n\n[REQUIREMENT]\nUID: A\n", 7, "does not declare"},
		"grammar that is something else": {"[DOCUMENT]\n\n[GRAMMAR]\nIMPORT_FROM_FILE: other.txt\n", 4, "no grammar"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := read(strings.NewReader(c.text), map[string]string{"other.txt": "hello"})
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range f.warnings {
				if strings.Contains(w.Message, c.want) && w.Line == c.line && w.File == "spec/doc.sdoc" {
					return
				}
			}
			t.Errorf("no warning about %q in line %d; got %v", c.want, c.line, f.warnings)
		})
	}
}

func TestStructureIsNoNews(t *testing.T) {
	f := mustRead(t, `
[DOCUMENT]
TITLE: Old
OPTIONS:
  MARKUP: Text

[FREETEXT]
Prose with [REQUIREMENT] in it.
[REQUIREMENT]
[/FREETEXT]

[SECTION]
TITLE: One

[TEXT]
STATEMENT: >>>
words
<<<

[/SECTION]
`)
	if len(f.requirements)+len(f.warnings) != 0 {
		t.Errorf("got %v and %v, want nothing", f.requirements, f.warnings)
	}
}

func TestGrammarFileHoldsNothing(t *testing.T) {
	text := "[GRAMMAR]\nELEMENTS:\n- TAG: REQUIREMENT\n  FIELDS:\n  - TITLE: UID\n    TYPE: String\n    REQUIRED: True\n"
	if f := mustRead(t, text); len(f.requirements)+len(f.warnings) != 0 {
		t.Errorf("got %v and %v, want nothing", f.requirements, f.warnings)
	}
	if got := strictdoc.NewReader().Detect("a.sgra", []byte(text)); got == 0 {
		t.Error("a grammar is not recognised")
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		text, want string
		line       int
	}{
		"empty file":                  {"", "empty", 0},
		"something else":              {"hello\n", "begins with [DOCUMENT]", 1},
		"duplicate UID":               {header + "[REQUIREMENT]\nUID: A\n\n[REQUIREMENT]\nUID: A\n", "line 4", 8},
		"text without end":            {header + "[REQUIREMENT]\nSTATEMENT: >>>\nwords\n", "<<< is missing", 5},
		"node without end":            {header + "[[SECTION]]\nTITLE: x\n", "never closed", 4},
		"nodes crossed":               {header + "[[SECTION]]\nTITLE: x\n\n[[REQUIREMENT]]\nUID: A\n\n[[/SECTION]]\n", "REQUIREMENT of line 7", 10},
		"close without open":          {header + "[/SECTION]\n", "not opened", 4},
		"prose without end":           {header + "[FREETEXT]\nx\n", "never closed", 4},
		"line that is no field":       {header + "[REQUIREMENT]\nUID: A\nsome words\n", "no field", 6},
		"end with words behind it":    {header + "[REQUIREMENT]\nSTATEMENT: >>>\nx\n<<<<<<< ours\n", "alone", 7},
		"relation without a value":    {header + "[REQUIREMENT]\nUID: A\nRELATIONS:\n- TYPE: Parent\n", "VALUE", 7},
		"two UIDs in one node":        {header + "[REQUIREMENT]\nUID: A\nUID: B\n", "second UID", 6},
		"bytes that are no UTF-8":     {header + "[REQUIREMENT]\nTITLE: caf\xe9\n", "UTF-8", 5},
		"NUL":                         {header + "[REQUIREMENT]\nTITLE: a\x00b\n", "NUL", 5},
		"line of more than a MiB":     {header + "[REQUIREMENT]\nTITLE: " + strings.Repeat("x", 1<<20) + "\n", "longer than", 5},
		"sections without a bottom":   {header + strings.Repeat("[[SECTION]]\nTITLE: x\n\n", 101), "inside one another", 304},
		"section titles without end":  {header + strings.Repeat("[[SECTION]]\nTITLE: "+strings.Repeat("x", 40<<10)+"\n\n", 3), "titles", 10},
		"a text larger than any real": {header + "[REQUIREMENT]\nTITLE: >>>\n" + strings.Repeat(strings.Repeat("x", 1000)+"\n", 17<<10), "larger than", 5},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(strings.NewReader(c.text), nil)
			var refused *record.Error
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, want a refusal", err)
			}
			if refused.Line != c.line || !strings.Contains(refused.Message, c.want) {
				t.Errorf("got %v, want line %d and %q", refused, c.line, c.want)
			}
		})
	}
}

func TestReadingStopsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := strictdoc.NewReader().Read(ctx, record.Source{Name: "a", Body: strings.NewReader(header)}, &found{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the cancellation", err)
	}
}
