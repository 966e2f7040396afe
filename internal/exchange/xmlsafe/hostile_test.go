package xmlsafe_test

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

func TestRefusesWithTheLine(t *testing.T) {
	cases := []struct {
		name, in string
		line     int
		words    string
	}{
		{"nothing", "", 0, "the file is empty"},
		{"white space only", " \n\t", 0, "the file is empty"},
		{"a byte order mark only", "\xEF\xBB\xBF", 0, "the file is empty"},
		{"a declaration only", "<?xml version='1.0'?>\n", 2, "the file holds no element"},
		{"text instead of XML", "{\"a\": 1}", 1, "text outside the root"},
		{"billion laughs", "<?xml version='1.0'?>\n<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>\n<l>&b;</l>", 2, "DOCTYPE"},
		{"external entity", "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l>&x;</l>", 1, "DOCTYPE"},
		{"a declaration inside the root", "<l>\n<!ENTITY a 'b'></l>", 2, "declarations are not accepted"},
		{"an entity that nobody declared", "<l>\n&nbsp;</l>", 2, "invalid character entity"},
		{"a second root", "<a/>\n<b/>", 2, "second root element <b>"},
		{"text after the root", "<a/>\n\nrest", 3, "text outside the root"},
		{"a second declaration", "<a/>\n<?xml version='1.0'?>", 2, "very first thing"},
		{"a declaration after white space", "\n<?xml version='1.0'?><a/>", 2, "very first thing"},
		{"XML 1.1", "<?xml version='1.1'?><a/>", 1, "version"},
		{"elements that cross", "<a>\n<b></a></b>", 2, "element <b> closed by </a>"},
		{"an attribute stated twice", "<a>\n<b x='1' x='2'/></a>", 2, "twice"},
		{"an attribute without quotes", "<a x=1/>", 1, "not well-formed"},
		{"a tag inside an attribute", "<a>\n<b x=\"<<y>>\"/></a>", 2, "unescaped <"},
		{"101 deep", strings.Repeat("<a>\n", 101), 101, "nested more than 100 deep"},
		{"257 attributes", "<a" + attributes(257) + "/>", 1, "more than 256 attributes"},
		{"truncated in text", "<a>\n<b>\ntext", 3, "ends too early; <b> of line 2 is not closed"},
		{"truncated in a tag", "<a>\n<b x='", 2, "ends too early; <a> of line 1 is not closed"},
		{"truncated in CDATA", "<a>\n<![CDATA[\n x", 3, "ends too early"},
		{"truncated in a comment", "<a>\n<!-- x", 2, "ends too early"},
		{"Latin-1 without a declaration", "<a>\n\nd\xE9j\xE0</a>", 3, "0xE9 is not valid UTF-8"},
		{"Latin-1 declared as UTF-8", "<?xml version='1.0' encoding='UTF-8'?>\n<a>\xE9</a>", 2, "0xE9 is not valid UTF-8"},
		{"an overlong character", "<a>\n\xC0\xAF</a>", 2, "0xC0 is not valid UTF-8"},
		{"a character cut short at the end", "<a>\n\xE2\x82", 2, "0xE2 is not valid UTF-8"},
		{"U+0001 in text", "<a>\n\n\x01</a>", 3, "U+0001"},
		{"U+0001 in a comment", "<a>\n<!-- \x01 --></a>", 2, "U+0001"},
		{"U+0001 as a reference", "<a>\n&#1;</a>", 2, "U+0001"},
		{"NUL", "<a>\n\x00</a>", 2, "U+0000"},
		{"U+FFFF", "<a>\n\uFFFF</a>", 2, "U+FFFF"},
		{"a charset that we do not convert", "<?xml version='1.0' encoding='EBCDIC-CP-FR'?><a/>", 1, "EBCDIC-CP-FR is not supported"},
		{"UTF-16 declared but not used", "<?xml version='1.0' encoding='utf-16'?><a/>", 1, "not UTF-16"},
		{"bytes that are not GBK", "<?xml version='1.0' encoding='gbk'?>\n<a>\xFF\xFF</a>", 2, "not valid gbk"},
		{"half a surrogate pair in UTF-16", "\xFF\xFE" + wide("<a>\n", 0) + "\x3D\xD8" + wide("x</a>", 0), 2, "not valid UTF-16"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for _, in := range []io.Reader{strings.NewReader(c.in), iotest.OneByteReader(strings.NewReader(c.in))} {
				err := refusal(t, in)
				if err.Line != c.line || !strings.Contains(err.Message, c.words) {
					t.Errorf("got line %d: %s; want line %d: … %s …", err.Line, err.Message, c.line, c.words)
				}
			}
		})
	}
}

func TestFloodsAreStoppedInBoundedMemory(t *testing.T) {
	mebibyte := strings.Repeat("x", 1<<20)
	cases := []struct {
		name  string
		in    *parts
		words string
	}{
		{"a million elements deep", &parts{texts: []string{"<r>", "<a>", "</r>"}, repeat: 1_000_000}, "nested more than 100 deep"},
		{"an attribute of 64 MiB", &parts{texts: []string{"<a x='", mebibyte, "'/>"}, repeat: 64}, "longer than 8 MiB"},
		{"a text of 64 MiB", &parts{texts: []string{"<a>", mebibyte, "</a>"}, repeat: 64}, "longer than 8 MiB"},
		{"a comment of 64 MiB", &parts{texts: []string{"<!--", mebibyte, "-->"}, repeat: 64}, "longer than 8 MiB"},
		{"a name of 64 MiB", &parts{texts: []string{"<a", mebibyte, "/>"}, repeat: 64}, "longer than 8 MiB"},
		{"a DOCTYPE of 64 MiB", &parts{texts: []string{"<!DOCTYPE ", mebibyte, ">"}, repeat: 64}, "longer than 8 MiB"},
		{"half a million attributes", &parts{texts: []string{"<a", " x=''", "/>"}, repeat: 500_000}, "more than 256 attributes"},
		{"half a million attributes after text", &parts{texts: []string{"<r>t<a", " x=''", "/>"}, repeat: 500_000}, "more than 256 attributes"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := refusal(t, c.in)
			runtime.ReadMemStats(&after)
			if err.Line != 1 || !strings.Contains(err.Message, c.words) {
				t.Errorf("got line %d: %.300s; want %s", err.Line, err.Message, c.words)
			}
			// Buffers grow by doubling, so a limit of 8 MiB may allocate a few times as much in all.
			if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
				t.Errorf("%d MiB were allocated", used>>20)
			}
		})
	}
}

func TestReadersThatFail(t *testing.T) {
	err := refusal(t, io.MultiReader(strings.NewReader("<a>\n"), iotest.ErrReader(errors.New("the disk is gone"))))
	if err.Line != 2 || !strings.Contains(err.Message, "the disk is gone") {
		t.Errorf("got %v", err)
	}
	if err := refusal(t, silent{}); !strings.Contains(err.Message, "cannot be read to its end") {
		t.Errorf("got %v", err)
	}
}

// silent never gives anything, not even an end.
type silent struct{}

func (silent) Read([]byte) (int, error) { return 0, nil }
