package house_test

import (
	"regexp"
	"testing"
)

// traces are what a committed text never holds. They are written in pieces, so that this file passes its own test.
var traces = []struct {
	name    string
	pattern *regexp.Regexp
	instead string
}{
	{
		"a path of one machine",
		regexp.MustCompile("(?m)(?:^|[\\s\"'`=(:<,])/(?:" + "tmp|root|work" + ")(?:[/\\s\"'`),.;:>]|$)"),
		"make a temporary folder, or start from the project's root",
	},
	{
		"a registry's address",
		regexp.MustCompile("registry" + `\.npmjs\.org|proxy` + `\.golang\.org|deb` + `\.debian\.org`),
		"the clients know where to ask; a machine may be set up to ask elsewhere",
	},
	{
		"something left for later",
		regexp.MustCompile(`(?:(?://|#|/\*|<!--|--)\s*(?:TODO|FIX` + `ME)\b)|(?:(?://|#|/\*|<!--).*\b(?:TODO|FIX` + `ME)\b[:(])`),
		"do it now, or open an issue with its reason",
	},
}

func TestNothingCommittedHoldsATraceOfItsMaking(t *testing.T) {
	for _, f := range textFiles(t) {
		for _, trace := range traces {
			for _, at := range trace.pattern.FindAllIndex(f.text, 5) {
				t.Errorf("%s:%d: %s %q: %s", f.path, f.lineOf(at[0]+1), trace.name, f.text[at[0]:at[1]], trace.instead)
			}
		}
	}
}

func TestTracesAreSeen(t *testing.T) {
	for text, want := range map[string]bool{
		"see /" + "tmp/report.xml":  true,
		`"/` + `root"`:              true,
		"cd /" + "work":             true,
		"/workspaces/{id}":          false,
		"the api/work/ item":        false,
		"// TO" + "DO read it":      true,
		"x() // later TO" + "DO: y": true,
		`status: "TODO"`:            false,
		"{ TODO: 'To do' }":         false,
		"proxy" + ".golang.org":     true,
		"registryXnpmjs.org":        false,
	} {
		seen := false
		for _, trace := range traces {
			seen = seen || trace.pattern.MatchString(text)
		}
		if seen != want {
			t.Errorf("%q: seen = %v, want %v", text, seen, want)
		}
	}
}
