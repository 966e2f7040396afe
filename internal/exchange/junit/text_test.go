package junit_test

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMessageIsOneLineAndNothingIsLost(t *testing.T) {
	cases := []struct{ name, body, message, text string }{
		{"message and text apart", `<failure message="m">t1&#10;t2</failure>`, "m", "t1\nt2"},
		{"no message takes the first line", "<skipped>\n  why\nmore</skipped>", "why", "why\nmore"},
		{"a long message opens the text", `<failure message="l1&#10;l2">at x</failure>`, "l1", "l1\nl2\n\nat x"},
		{"a text that repeats the message is kept once", `<failure message="l1&#10;l2">l1&#10;l2&#10;at x</failure>`, "l1", "l1\nl2\nat x"},
		{"several outcomes are all kept", `<skipped/><failure message="f">ft</failure><error message="e">et</error>`, "e", "et\n\nfailure: f\nft"},
		{"markup inside counts, output does not", `<failure>a<b>b</b><system-out>c</system-out></failure>`, "ab", "ab"},
		{"CDATA and text join", `<error>a<![CDATA[<b>]]>c</error>`, "a<b>c", "a<b>c"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, all := one(t, `<testcase name="n">`+c.body+`</testcase>`)
			if got.Message != c.message || got.FailureText != c.text || len(all.warnings) != 0 {
				t.Errorf("got %q, %q, %v", got.Message, got.FailureText, all.warnings)
			}
		})
	}
	if got, _ := one(t, `<testcase name="n"><failure type="T"/></testcase>`); got.FailureType != "T" {
		t.Errorf("type: got %q", got.FailureType)
	}
}

func TestLongTextIsCutAtACharacterWithAWarning(t *testing.T) {
	long := "x" + strings.Repeat("é", 100_000)
	got, all := one(t, `<testcase name="n"><failure>`+long+`</failure></testcase>`)
	if len(got.FailureText) != 64<<10-1 || !utf8.ValidString(got.FailureText) || !strings.HasPrefix(long, got.FailureText) {
		t.Errorf("got %d bytes", len(got.FailureText))
	}
	w := all.about("failure")
	if len(w) != 1 || !strings.Contains(w[0].Message, "134466 bytes") || w[0].Line != 1 {
		t.Errorf("got %v", all.warnings)
	}
	if len(got.Message) > 1024 || !utf8.ValidString(got.Message) {
		t.Errorf("the message is %d bytes", len(got.Message))
	}
}

func TestManyOutcomesAndAttemptsAreBounded(t *testing.T) {
	body := strings.Repeat(`<failure message="m"/>`, 40) + `<error message="last"/>` + strings.Repeat(`<rerunError/>`, 150)
	got, all := one(t, `<testcase name="n">`+body+`</testcase>`)
	if got.Status != "ERROR" || got.Message != "last" || len(got.Steps) != 100 {
		t.Errorf("got %s %q with %d steps", got.Status, got.Message, len(got.Steps))
	}
	if len(all.about("failure")) != 24 || len(all.about("error")) != 1 || len(all.about("rerunError")) != 50 {
		t.Errorf("got %d warnings", len(all.warnings))
	}
}
