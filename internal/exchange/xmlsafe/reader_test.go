package xmlsafe_test

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/xmlsafe"
)

// tell reads a whole document and tells what it holds, one word a token.
func tell(in io.Reader) (string, error) {
	r := xmlsafe.New(context.Background(), "in.xml", in)
	var told []string
	for {
		token, err := r.Next()
		if err != nil {
			if _, again := r.Next(); !errors.Is(again, err) {
				return "", fmt.Errorf("after %w the reader said %w", err, again)
			}
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return strings.Join(told, " "), err
		}
		switch token := token.(type) {
		case xml.StartElement:
			word := fmt.Sprintf("<%s@%d", token.Name.Local, r.Line())
			for _, a := range token.Attr {
				word += "," + a.Name.Local + "=" + a.Value
			}
			told = append(told, word+">")
		case xml.EndElement:
			told = append(told, "</"+token.Name.Local+">")
		case xml.CharData:
			told = append(told, fmt.Sprintf("%q", token))
		}
	}
}

func TestAcceptsWhatIsHarmless(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"one empty element", `<a/>`, `<a@1> </a>`},
		{"text, CDATA and entities", `<a>x&lt;&#65;<![CDATA[<b>]]></a>`, `<a@1> "x<A" "<b>" </a>`},
		{"a tag over several lines counts where it starts", "\n<a>\n<b\n x='1'\n/></a>", "<a@2> \"\\n\" <b@3,x=1> </b> </a>"},
		{"comments and instructions are read past", "<?xml version='1.0'?><!-- c --><?p?><a><!-- <!DOCTYPE --></a><!-- c -->\n", `<a@1> </a>`},
		{"byte order mark", "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><a/>", `<a@1> </a>`},
		{"UTF-16, little end first", "\xFF\xFE" + wide("<?xml version='1.0' encoding='utf-16'?><a>é</a>", 0), `<a@1> "é" </a>`},
		{"UTF-16, big end first", "\xFE\xFF" + wide("<a>é</a>", 1), `<a@1> "é" </a>`},
		{"UTF-16 without a mark", wide("<?xml version='1.0'?><a/>", 0), `<a@1> </a>`},
		{"ISO-8859-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>", `<a@1> "é" </a>`},
		{"windows-1252", "<?xml version='1.0' encoding=\"Windows-1252\"?><a>\x80</a>", `<a@1> "€" </a>`},
		{"GBK", "<?xml version='1.0' encoding='GBK'?><a>\xC4\xE3</a>", `<a@1> "你" </a>`},
		{"GB18030", "<?xml version='1.0' encoding='gb18030'?><a>\x81\x30\x84\x36</a>", `<a@1> "¥" </a>`},
		{"256 attributes", "<a" + attributes(256) + "/>", "<a@1" + strings.NewReplacer(" ", ",", "''", "").Replace(attributes(256)) + "> </a>"},
		{"100 deep", strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100),
			strings.TrimSpace(strings.Repeat("<a@1> ", 100) + strings.Repeat("</a> ", 100))},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := tell(strings.NewReader(c.in))
			if err != nil || got != c.want {
				t.Errorf("got %s, %v; want %s", got, err, c.want)
			}
		})
	}
}

// wide spells text in UTF-16, where every character is below U+0100; zero says which of its two bytes is 0.
func wide(text string, end int) string {
	var b strings.Builder
	for _, char := range text {
		if end == 1 {
			b.WriteByte(0)
		}
		b.WriteByte(byte(char))
		if end == 0 {
			b.WriteByte(0)
		}
	}
	return b.String()
}

// attributes spells n empty attributes.
func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " a%d=''", i)
	}
	return b.String()
}

func TestGathersTextAndSkips(t *testing.T) {
	r := xmlsafe.New(context.Background(), "in.xml", strings.NewReader(
		`<a>one<b>two<skip>no<skip>no</skip>no</skip></b>three<skip/>four</a>`))
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	text, err := r.Text(9, "skip")
	if err != nil || text.String() != "onetwothr" || text.Cut() != 6 {
		t.Errorf("got %q, cut %d, %v", text, text.Cut(), err)
	}
	if _, err := r.Next(); !errors.Is(err, io.EOF) {
		t.Errorf("the end tag was not read: %v", err)
	}

	r = xmlsafe.New(context.Background(), "in.xml", strings.NewReader(`<a><b><c/>x</b><d/></a>`))
	for range 2 {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Skip(); err != nil || r.Depth() != 1 {
		t.Fatalf("skip: %v, depth %d", err, r.Depth())
	}
	if token, _ := r.Next(); token.(xml.StartElement).Name.Local != "d" {
		t.Errorf("got %v after skipping b", token)
	}
}

func TestClipEndsAtACharacter(t *testing.T) {
	for limit, want := range []string{"", "a", "a", "aé", "aé"} {
		kept, cut := xmlsafe.Clip("aéé", limit)
		if kept != want || cut != 5-len(want) {
			t.Errorf("%d: got %q and %d", limit, kept, cut)
		}
	}
	text := xmlsafe.NewText(4)
	for _, part := range []string{"aé", "éé", "x"} {
		text.AddBytes([]byte(part))
	}
	if text.String() != "aé" || text.Cut() != 5 {
		t.Errorf("got %q and %d", text, text.Cut())
	}
}

func TestRootTellsFormatsApart(t *testing.T) {
	if start, ok := xmlsafe.Root([]byte("\xEF\xBB\xBF<!-- c --><a x='1' y:z='2'>rest\xC3")); !ok || start.Name.Local != "a" {
		t.Errorf("got %v, %v", start, ok)
	} else if x, has := xmlsafe.Attr(start, "x"); !has || x != "1" {
		t.Errorf("x: got %q, %v", x, has)
	} else if _, has := xmlsafe.Attr(start, "z"); has {
		t.Error("an attribute of another name space was taken")
	}
	for _, head := range []string{"", "{}", "<a", "<!DOCTYPE a><a>"} {
		if start, ok := xmlsafe.Root([]byte(head)); ok {
			t.Errorf("%q: got %v", head, start)
		}
	}
}

func TestEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := xmlsafe.New(ctx, "in.xml", strings.NewReader("<a/>")).Next()
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// refusal reads to the error, which must be a *record.Error about in.xml.
func refusal(t *testing.T, in io.Reader) *record.Error {
	t.Helper()
	r := xmlsafe.New(context.Background(), "in.xml", in)
	for {
		if _, err := r.Next(); err != nil {
			var words *record.Error
			if !errors.As(err, &words) || words.File != "in.xml" {
				t.Fatalf("got %v, want a *record.Error about in.xml", err)
			}
			return words
		}
	}
}

// parts is a reader that gives its first text once, its second as often as repeat says, and its third once; the whole is
// never in memory.
type parts struct {
	texts  []string
	repeat int
	given  int
	rest   string
}

func (p *parts) Read(to []byte) (int, error) {
	for p.rest == "" {
		switch last := p.repeat + 1; {
		case p.given > last:
			return 0, io.EOF
		case p.given == 0:
			p.rest = p.texts[0]
		case p.given < last:
			p.rest = p.texts[1]
		default:
			p.rest = p.texts[2]
		}
		p.given++
	}
	n := copy(to, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}
