package search_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/search"
)

func TestFoundWordsAreMarkedInTheTextAsItWasWritten(t *testing.T) {
	for name, test := range map[string]struct{ title, text, query, wantTitle, wantSnippet string }{
		"words":                     {"Log in", "First log in, then LOG out", "log", "[Log] in", "First [log] in, then [LOG] out"},
		"the beginning of the last": {"Logging", "blog", "log", "[Log]ging", "blog"},
		"accents and capitals":      {"Événement ÉLEVÉ", "", "eleve", "Événement [ÉLEVÉ]", ""},
		"accents as their own sign": {"cafe\u0301s", "", "café", "[cafe\u0301]s", ""},
		"wide letters":              {"ＡＢＣ", "", "ab", "[ＡＢ]Ｃ", ""},
		"one sign that becomes two": {"Straße", "", "stras", "[Straß]e", ""},
		"a camel's part":            {"semReset", "", "reset", "sem[Reset]", ""},
		"a name":                    {"k_sem_reset!", "", "sem_res", "k_[sem_res]et!", ""},
		"a joined name":             {"sem-reset", "", "semreset", "[sem-reset]", ""},
		"a key":                     {"See PAY-1-2.", "", "pay-1-2", "See [PAY-1-2].", ""},
		"Chinese":                   {"用户登录页面", "登录", "登录", "用户[登录]页面", "[登录]"},
		"one Chinese character":     {"用户登录", "", "录", "用户登[录]", ""},
		"a longer run":              {"登录页面 页面 登录", "", "登录页面", "[登录页面] 页面 登录", ""},
		"a phrase over white space": {"log\n in and in", "", `"LOG in"`, "[log\n in] and in", ""},
		"signs beyond the plane":    {"😀 pay 👩‍🚀", "", "pay", "😀 [pay] 👩‍🚀", ""},
	} {
		t.Run(name, func(t *testing.T) {
			title, snippet := search.Marked(t, test.query, test.title, test.text)
			if got := shown(title); got != test.wantTitle {
				t.Errorf("title %q, want %q", got, test.wantTitle)
			}
			if got := shown(snippet); got != test.wantSnippet {
				t.Errorf("snippet %q, want %q", got, test.wantSnippet)
			}
		})
	}
}

func TestASnippetShowsThePlaceOfTheFirstHitAndCutsNoCharacterApart(t *testing.T) {
	for name, filler := range map[string]string{
		"words": "lorem ipsum ", "one long word": "x", "accents": "e\u0301", "stacked": "q\u0301\u0323\u0331", "families": "👩‍👩‍👧", "tones": "👍🏽", "jamo": "\u1112\u1161\u11ab",
	} {
		text := strings.Repeat(filler, 150) + " needle " + strings.Repeat(filler, 150)
		_, snippet := search.Marked(t, "needle", "", "nothing here", text)
		got := shown(snippet)
		if !strings.Contains(got, "[needle]") || !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") {
			t.Errorf("%s: %q", name, got)
		}
		if n := utf8.RuneCountInString(got); n < 100 || n > 240 {
			t.Errorf("%s: %d characters", name, n)
		}
		inside := strings.Trim(got, "…")
		start, end := strings.Index(text, before(inside)), len(inside)
		if start < 0 || end == 0 {
			t.Fatalf("%s: %q is not in the text", name, inside)
		}
		if r, _ := utf8.DecodeRuneInString(inside); unicode.IsMark(r) || r == '\u200d' || r == '🏽' {
			t.Errorf("%s: begins inside a character: %q", name, inside)
		}
		rest := text[strings.Index(text, after(inside))+len(after(inside)):]
		if r, _ := utf8.DecodeRuneInString(rest); unicode.IsMark(r) || r == '🏽' {
			t.Errorf("%s: ends inside a character, before %q", name, r)
		}
	}
}

// before and after are what stands on either side of the needle.
func before(snippet string) string { b, _, _ := strings.Cut(snippet, "[needle]"); return b }
func after(snippet string) string  { _, a, _ := strings.Cut(snippet, "[needle]"); return "needle" + a }

func TestPiecesPutTogetherAreTheText(t *testing.T) {
	for _, title := range []string{"Straße – ÇA va? 登录\t页面 \u0301x", "\u0301", "ﬃ ½ ﷺ", " a  b ", "A\u030AB"} {
		for _, query := range []string{"a", "s", "登", "ffi", "1", "va 登录", `"a b"`, "x"} {
			pieces, _ := search.Marked(t, query, title)
			var b strings.Builder
			for i, piece := range pieces {
				b.WriteString(piece.Text)
				if piece.Text == "" || !utf8.ValidString(piece.Text) || i > 0 && piece.Hit == pieces[i-1].Hit {
					t.Errorf("%q in %q: pieces %v", query, title, pieces)
				}
			}
			if b.String() != title {
				t.Errorf("%q in %q: pieces %v", query, title, pieces)
			}
		}
	}
}

func TestALongTitleIsShownAroundItsHit(t *testing.T) {
	title, _ := search.Marked(t, "needle", strings.Repeat("word ", 300)+"needle")
	if got := shown(title); !strings.Contains(got, "[needle]") || utf8.RuneCountInString(got) > 410 || !strings.HasPrefix(got, "…") {
		t.Errorf("%q", got)
	}
	title, _ = search.Marked(t, "needle", strings.Repeat("word ", 300))
	if got := shown(title); utf8.RuneCountInString(got) != 401 || !strings.HasSuffix(got, "…") {
		t.Errorf("%q", got)
	}
}
