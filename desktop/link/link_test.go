package link

import (
	"strings"
	"testing"
)

func TestALinkOpensAPlace(t *testing.T) {
	for raw, want := range map[string]string{
		"asterism://open/p/PAY/requirements/R-4": "/p/PAY/requirements/R-4",
		"asterism://open/p/PAY":                  "/p/PAY",
		"asterism://open/p/PAY/cases/":           "/p/PAY/cases",
		"asterism://open/p/%E6%94%AF%E4%BB%98":   "/p/%E6%94%AF%E4%BB%98",
		"asterism://open/":                       "/",
	} {
		if got, err := Address(raw); err != nil || got != want {
			t.Errorf("%s: %q %v, want %q", raw, got, err, want)
		}
	}
}

func TestAHostileLinkIsRefused(t *testing.T) {
	for _, raw := range []string{
		"", "asterism:", "https://open/p/PAY", "asterism://close/p/PAY", "asterism://me@open/p/PAY", "asterism://open/p",
		"asterism://open/p/..", "asterism://open/p/%2e%2e/cases", "asterism://open/p/a%2Fb", `asterism://open/p/a%5Cb`,
		"asterism://open/p/PAY/settings", "asterism://open/p/PAY/cases/C-1/more", "asterism://open/p/PAY?x=1",
		"asterism://open/p/PAY#x", "asterism://open/p/a%00b", "asterism://open/p/a%E2%80%AEb", "asterism://open/p/%ff",
		"asterism://open//PAY", "asterism://open/p/" + strings.Repeat("a", longest), "--url=asterism://open/p/PAY",
	} {
		if got, err := Address(raw); err == nil {
			t.Errorf("%q opened %q", raw, got)
		}
	}
}

func TestTheFirstLinkAmongTheWordsCounts(t *testing.T) {
	if got := First([]string{"--x", "asterism://open/p/..", "asterism://open/p/PAY", "asterism://open/p/TWO"}); got != "/p/PAY" {
		t.Errorf("opened %q", got)
	}
}

func FuzzALinkNeverLeavesThePage(f *testing.F) {
	f.Add("asterism://open/p/PAY/requirements/R-4")
	f.Fuzz(func(t *testing.T, raw string) {
		got, err := Address(raw)
		if err == nil && (!strings.HasPrefix(got, "/") || strings.HasPrefix(got, "//") || strings.ContainsAny(got, "?#\"<>\\\n")) {
			t.Errorf("%q became %q", raw, got)
		}
	})
}
