package junit_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

func TestHostileFilesAreRefusedWithTheLine(t *testing.T) {
	suite := "<testsuite name='s'>\n<testcase name='n'>"
	cases := []struct {
		name, in string
		line     int
		words    string
	}{
		{"nothing", "", 0, "the file is empty"},
		{"white space only", "\n \n", 0, "the file is empty"},
		{"another format", "<?xml version='1.0'?>\n<test-run id='2'/>", 2, "root element is <test-run>"},
		{"billion laughs", "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>\n<testsuite name='&b;'/>", 1, "DOCTYPE"},
		{"external entity", "<?xml version='1.0'?>\n<!DOCTYPE l SYSTEM 'http://example.org/x.dtd'><testsuite/>", 2, "DOCTYPE"},
		{"a million deep", strings.Repeat("<testsuite>", 1_000_000), 1, "nested more than 100 deep"},
		{"half a million attributes", suite + "<failure" + strings.Repeat(" a=''", 500_000) + "/>", 2, "more than 256 attributes"},
		{"an endless message", suite + "<failure message='" + strings.Repeat("x", 9<<20) + "'/>", 2, "longer than 8 MiB"},
		{"garbage after the root", "<testsuite/>\ngarbage", 2, "text outside the root"},
		{"a second root", "<testsuite/>\n<testsuite/>", 2, "second root"},
		{"Latin-1 without a declaration", suite + "\n\xE9", 3, "not valid UTF-8"},
		{"U+0001", suite + "<failure>\n\x01", 3, "U+0001"},
		{"NUL", suite + "\x00", 2, "U+0000"},
		{"truncated", suite + "\n<failure>at x", 3, "<failure> of line 3 is not closed"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := try(c.in)
			var words *record.Error
			if !errors.As(err, &words) {
				t.Fatalf("got %v, want a *record.Error", err)
			}
			if words.File != "in.xml" || words.Line != c.line || !strings.Contains(words.Message, c.words) {
				t.Errorf("got %v; want line %d: … %s …", words, c.line, c.words)
			}
		})
	}
}

func TestAFileWithoutTestcasesIsAccepted(t *testing.T) {
	for _, document := range []string{`<testsuites/>`, `<testsuite tests="0"></testsuite>`, "\xEF\xBB\xBF<testsuites>\n</testsuites>\n"} {
		if got := read(t, document); len(got.results)+len(got.warnings) != 0 {
			t.Errorf("%s: got %v", document, got)
		}
	}
}
