package gherkin

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v42"
)

// mark is the byte order mark that some programs write at the beginning of UTF-8 text.
const mark = "\uFEFF"

// languages are the codes that a language line may name.
var languages = strings.Fields(`en af am amh an ar ast az be bg bm bs ca cs cy-GB da de el em en-Scouse en-au en-lol en-old
	en-pirate en-tx eo es et fa fi fr ga gj gl he hi hr ht hu id is it ja jv ka kn ko lt lu lv mk-Cyrl mk-Latn ml mn mr ne
	nl no pa pl pt ro ru sk sl sr-Cyrl sr-Latn sv ta te th tlh tr tt uk ur uz vi zh-CN zh-TW`)

var languageLine = regexp.MustCompile(`^#\s*language\s*:\s*([a-zA-Z\-_]+)\s*$`)

// dialect are the keywords of a language; nil for an unknown one.
func dialect(language string) *gherkin.Dialect { return gherkin.DialectsBuiltin().GetDialect(language) }

// detect tells how sure it is that a file begins like a feature.
func detect(name string, head []byte) int {
	isFeature := strings.EqualFold(path.Ext(name), ".feature")
	text := strings.TrimPrefix(string(head), mark)
	language, keyword, behind := opening(text)
	switch {
	case bytes.IndexByte(head, 0) >= 0:
		return 0
	case isFeature:
		return 95
	case !keyword:
		return 0
	case language && mentions(behind):
		return 80
	}
	return 40
}

// opening reads a text up to the line that names the feature. IsOwn tells that the keyword is of the language that the
// text says it is in, and behind is what follows.
func opening(text string) (isOwn, found bool, behind string) {
	spoken := "en"
	for line := range strings.Lines(text) {
		behind = behind[:0]
		text = text[len(line):]
		line = strings.TrimSpace(line)
		if stated := languageLine.FindStringSubmatch(line); stated != nil {
			spoken = stated[1]
		}
		if line == "" || line[0] == '#' || line[0] == '@' {
			continue
		}
		if d := dialect(spoken); d != nil && titled(line, d.FeatureKeywords()) {
			return true, true, text
		}
		return false, languageOf(line) != "", text
	}
	return false, false, ""
}

// languageOf is the first language in which a line begins a feature; empty when none does.
func languageOf(line string) string {
	for _, language := range languages {
		if titled(line, dialect(language).FeatureKeywords()) {
			return language
		}
	}
	return ""
}

// titled tells whether a line begins with one of the keywords and a colon.
func titled(line string, keywords []string) bool {
	return slices.ContainsFunc(keywords, func(keyword string) bool { return strings.HasPrefix(line, keyword+":") })
}

// mentions tells whether a text has a line that begins a scenario, a background or a rule in any language.
func mentions(text string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if !strings.Contains(line, ":") {
			continue
		}
		for _, language := range languages {
			if d := dialect(language); titled(line, d.ScenarioKeywords()) || titled(line, d.ScenarioOutlineKeywords()) ||
				titled(line, d.BackgroundKeywords()) || titled(line, d.RuleKeywords()) {
				return true
			}
		}
	}
	return false
}
