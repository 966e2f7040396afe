package search_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/asterism-qa/asterism/internal/search"
)

func TestATextBecomesTheTermsByWhichItIsFound(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"nothing":                     {"  \n— … !", ""},
		"words, once each":            {"Log in, then log OUT", "in log out then"},
		"capitals and accents":        {"Çafé STRASSE Straße", "cafe strasse"},
		"accents as their own sign":   {"cafe\u0301", "cafe"},
		"wide letters and ligatures":  {"ＡＢＣ ﬁle", "abc file"},
		"other scripts keep theirs":   {"Ёлка й", "елка й"},
		"a key":                       {"ZEP-SRS-5", "5 srs srs5 zep zepsrs"},
		"a name with a point":         {"semaphore.sem_reset", "reset sem semaphore semaphoresem semreset"},
		"a camel":                     {"semReset", "reset sem semreset"},
		"a camel with an acronym":     {"HTTPServer", "http httpserver server"},
		"a standard":                  {"ISO26262", "26262 iso iso26262"},
		"single signs are no parts":   {"a1b", "1b a1b"},
		"a sentence's end binds not":  {"done. Next", "done next"},
		"Chinese":                     {"软件测试", "件测 测试 试 软件"},
		"one Chinese character":       {"a 测 b", "a b 测"},
		"Chinese and Latin":           {"登录API测试", "api 录 测试 登录 试"},
		"Japanese with its long mark": {"サーバー", "サー ーバ バー ー"},
		"Korean":                      {"한국어", "국어 어 한국"},
		"half width Katakana":         {"ﾊﾞｸ", "ク バク"},
		"a soft hyphen":               {"Anfor\u00ADderung", "anforderung"},
		"NUL and control":             {"a\x00b\x01c", "a b c"},
	} {
		if name == "other scripts keep theirs" { // marks outside Latin are part of the letter
			test.want = "ёлка й"
		}
		want := strings.Fields(test.want)
		slices.Sort(want)
		if got := search.Terms(test.text); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestTermsHoldLettersAndDigitsOnlyAndStayWithinWhatDatabasesKeep(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	var wild, many, long strings.Builder
	for range 200_000 {
		wild.WriteRune(rune(chance.IntN(0x20000)))
	}
	for i := range 60_000 {
		fmt.Fprintf(&many, "word%d ", i)
		fmt.Fprintf(&long, "%s%d ", strings.Repeat("ж", 70), i)
	}
	for name, text := range map[string]string{
		"wild": wild.String(), "many": many.String(), "long": long.String() + strings.Repeat("𝒳", 3000), "bytes": "\xff\xfe a\xc3",
		"chinese": strings.Repeat("试", 100_000), "one long word": strings.Repeat("й", 1_000_000),
	} {
		all := search.Terms(text)
		if len(all) == 0 || len(all) > 20_000 || len(strings.Join(all, " ")) >= 1_000_000 {
			t.Errorf("%s: %d terms of %d bytes", name, len(all), len(strings.Join(all, " ")))
		}
		for _, term := range all {
			if term == "" || len(term) > 2_000 || strings.ContainsFunc(term, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '〇' }) {
				t.Fatalf("%s: the term %q", name, term)
			}
		}
	}
}
