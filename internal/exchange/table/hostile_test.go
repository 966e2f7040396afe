package table_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/table"
)

// endless gives the same bytes for ever and counts what was taken.
type endless struct {
	text  string
	taken int64
}

func (e *endless) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		n += copy(p[n:], e.text)
	}
	e.taken += int64(n)
	return n, nil
}

const oneCase = "      - {record: case, columns: {key: k, title: t}}\n"

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		rules, text, field, want string
		line                     int
	}{
		"an empty file":                 {oneCase, "", "", "empty", 0},
		"a column that is missing":      {oneCase, "\nk,name\na,b\n", "t", "k, name", 2},
		"a column that is there twice":  {oneCase, "k,t,t\na,b,c\n", "t", "several", 1},
		"text that is no UTF-8":         {oneCase, "k,t\na,b\nc,caf\xe9\n", "", "UTF-8", 3},
		"a character cut at the end":    {oneCase, "k,t\na,b\xc3", "", "UTF-8", 2},
		"UTF-16":                        {oneCase, "\xff\xfek\x00,\x00t\x00", "", "UTF-16", 1},
		"a NUL":                         {oneCase, "k,t\na,b\x00\n", "", "NUL", 2},
		"a quote inside a cell":         {oneCase, "k,t\na,b\"c\n", "", "doubles", 2},
		"words behind a quote":          {oneCase, "k,t\na,\"b\"c\n", "", "not closed properly", 2},
		"a quote that is not closed":    {oneCase, "k,t\n\na,b\n\na,\"b\nc\n", "", "not closed properly", 5},
		"lines of an old Mac":           {oneCase, "k,t\ra,b\r", "", "carriage return", 1},
		"a row of more than a MiB":      {oneCase, "k,t\na,b\n\nc," + strings.Repeat("x", 1<<20) + "\n", "", "longer than", 4},
		"a status that is not known":    {"      - {record: result, columns: {name: k, status: t}}\n", "k,t\na,fine\n", "t", "values: {status: {\"fine\": PASSED}}", 2},
		"a case without an end":         {"      - {record: case, columns: {key: k, action: t}}\n", "k,t\n" + strings.Repeat("a,b\n", 10_002), "k", "more than", 10_002},
		"more links than a row can say": {"      - {record: link, columns: {case: k, requirement: t}, split: {case: ;, requirement: ;}}\n", "k,t\n" + strings.Repeat("a;", 200) + "," + strings.Repeat("b;", 200) + "\n", "t", "more than", 2},
		"more aliases than a case has":  {"      - {record: case, columns: {key: k, aliases: t}, split: {aliases: ;}}\n", "k,t\na,x\na," + strings.Repeat("b;c;d;", 1) + distinct(11_000) + "\n", "k", "more than", 3},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(t, c.rules, strings.NewReader(c.text))
			var refused *record.Error
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, want a refusal", err)
			}
			if refused.File != "in/t.csv" || refused.Line != c.line || refused.Field != c.field || !strings.Contains(refused.Message, c.want) {
				t.Errorf("got %v, want line %d, field %q and %q", refused, c.line, c.field, c.want)
			}
		})
	}
}

// distinct lists n different words.
func distinct(n int) string {
	var b strings.Builder
	for i := range n {
		for digits := i + 1; digits > 0; digits /= 10 {
			b.WriteByte(byte('0' + digits%10))
		}
		b.WriteString("x;")
	}
	return b.String()
}

func TestQuoteThatIsNeverClosedCostsOneRow(t *testing.T) {
	rest := &endless{text: "words, and more words\n"}
	body := io.MultiReader(strings.NewReader("k,t\na,b\n\nc,\"begin\n"), io.LimitReader(rest, 64<<20))
	_, err := read(t, oneCase, body)
	var refused *record.Error
	if !errors.As(err, &refused) || refused.Line != 4 || !strings.Contains(refused.Message, "quote") {
		t.Errorf("got %v, want a refusal of the row in line 4", err)
	}
	if rest.taken > 2<<20 {
		t.Errorf("%d bytes were read before the refusal", rest.taken)
	}
}

func TestLineWithoutEndCostsOneRow(t *testing.T) {
	rest := &endless{text: "x"}
	_, err := read(t, oneCase, io.MultiReader(strings.NewReader("k,t\na,"), rest))
	var refused *record.Error
	if !errors.As(err, &refused) || refused.Line != 2 || rest.taken > 2<<20 {
		t.Errorf("got %v after %d bytes, want a refusal of line 2", err, rest.taken)
	}
}

func TestFileWithoutMappingIsRefusedWithTheWordsToWrite(t *testing.T) {
	err := table.NewReader(nil).Read(context.Background(),
		record.Source{Name: "in/cases.csv", Body: strings.NewReader("id,name\nC-1,x\n")}, &found{})
	var refused *record.Error
	if !errors.As(err, &refused) {
		t.Fatalf("got %v, want a refusal", err)
	}
	for _, want := range []string{"id, name", `match: "cases.csv"`, `key: "id"`} {
		if !strings.Contains(refused.Message, want) {
			t.Errorf("%q does not show %s", refused.Message, want)
		}
	}
}

func TestTroubleWithReadingIsKept(t *testing.T) {
	broken := errors.New("the disk is gone")
	_, err := read(t, oneCase, io.MultiReader(strings.NewReader("k,t\na,b\n"), failing{broken}))
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want the trouble", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func FuzzRead(f *testing.F) {
	rules := "      - {record: case, columns: {key: k, title: t, action: a, aliases: l}, split: {aliases: \"|\"}, attributes: \"*\"}\n" +
		"      - {record: link, columns: {requirement: t, case: k}, split: {requirement: \"|\"}, skipEmpty: [requirement]}\n" +
		"      - {record: result, columns: {name: k, time: t, executedAt: l}, constants: {status: PASSED}}\n"
	f.Add("k,t,a,l\nx,\"y\nz\",do,1|2\n,,more,\n")
	f.Add("\uFEFFk;t;a;l;l2\r\nx;y;\"\"\"q\"\"\";1|2;3\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, err := read(t, rules, strings.NewReader(text))
		var refused *record.Error
		if err != nil && !errors.As(err, &refused) {
			t.Errorf("the refusal has no place: %v", err)
		}
	})
}
