package house_test

import (
	"bytes"
	"testing"
)

// longest is where a file begins to hold a second subject.
const longest = 400

// mayBeLong lists the files that are longer for a reason: pure tables, and tests that tell one long story.
var mayBeLong = map[string]string{}

func TestFilesHaveANaturalSize(t *testing.T) {
	long := map[string]bool{}
	for _, f := range goFiles(t) {
		lines := bytes.Count(f.text, []byte("\n"))
		if lines <= longest {
			continue
		}
		long[f.path] = true
		if mayBeLong[f.path] == "" {
			t.Errorf("%s: %d lines; ask what second subject moved in (at most %d, tables and long stories are listed "+
				"with their reason in mayBeLong)", f.path, lines, longest)
		}
	}
	for name := range mayBeLong {
		if !long[name] {
			t.Errorf("%s: no longer long; remove it from mayBeLong", name)
		}
	}
}
