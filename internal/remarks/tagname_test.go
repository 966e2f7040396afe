package remarks_test

import (
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/remarks"
)

func TestATagIsKeptAsAWord(t *testing.T) {
	for given, want := range map[string]string{
		"smoke": "smoke", "#smoke": "smoke", "@smoke": "smoke", " ## smoke\ttest\u00a0now ": "smoke test now", "C#": "C#",
		"e\u0301te\u0301": "été", "日本": "日本", "a,b": "a,b", "'; DROP TABLE tags; --": "'; DROP TABLE tags; --", "\U0001F600": "\U0001F600",
		strings.Repeat("x", remarks.MaxTag): strings.Repeat("x", remarks.MaxTag),
	} {
		if got, err := remarks.TagName(given); err != nil || got != want {
			t.Errorf("%q became %q, %v", given, got, err)
		}
	}
}

func TestAWordThatCannotBeATagIsRefused(t *testing.T) {
	for _, name := range []string{
		"", "#", "@ # ", "\n", "a\x00b", "a\xffb", "a\x1bb", "pay\u202efdp", "a\u200bb", strings.Repeat("x", remarks.MaxTag+1),
	} {
		if got, err := remarks.TagName(name); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q became %q, %v", name, got, err)
		}
	}
}
