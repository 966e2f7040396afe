package mapping

import (
	"fmt"
	"path"
	"strings"
)

// anyDepth is the pattern segment that stands for any number of folders, also none.
const anyDepth = "**"

// Matches tells whether a glob fits a path. Both are read segment by segment between slashes: * and ? stay inside one
// segment, [a-z] is a set of characters, ** stands for any number of folders. A glob fits when it fits the whole path or
// the end of it from some folder on, so that "results/*.xml" also fits "demo/results/a.xml", and a glob without a slash
// is compared with the file's own name.
func Matches(glob, name string) bool {
	patterns := append([]string{anyDepth}, segments(glob)...)
	names := segments(name)
	p, n := 0, 0
	retryP, retryN := -1, 0
	for n < len(names) {
		switch {
		case p < len(patterns) && patterns[p] == anyDepth:
			retryP, retryN = p, n
			p++
		case p < len(patterns) && segmentMatches(patterns[p], names[n]):
			p++
			n++
		case retryP >= 0:
			retryN++
			p, n = retryP+1, retryN
		default:
			return false
		}
	}
	for p < len(patterns) && patterns[p] == anyDepth {
		p++
	}
	return p == len(patterns)
}

func segmentMatches(pattern, segment string) bool {
	matched, err := path.Match(pattern, segment)
	return err == nil && matched
}

// segments cuts a path at its slashes; a leading "./" and empty segments say nothing and are left out.
func segments(name string) []string {
	var kept []string
	for _, segment := range strings.Split(strings.ReplaceAll(name, `\`, "/"), "/") {
		if segment != "" && segment != "." {
			kept = append(kept, segment)
		}
	}
	return kept
}

// checkGlob explains what is wrong with a glob, or returns nil.
func checkGlob(glob string) error {
	if strings.Contains(glob, `\`) {
		return fmt.Errorf("%q has a backslash; folders are separated by / on every system", glob)
	}
	cut := segments(glob)
	if len(cut) == 0 {
		return fmt.Errorf("%q fits no file; write a file name or a pattern such as \"results/**/*.xml\"", glob)
	}
	for _, segment := range cut {
		if segment != anyDepth && strings.Contains(segment, anyDepth) {
			return fmt.Errorf("%q: ** stands for whole folders and must be alone between slashes", glob)
		}
		if _, err := path.Match(segment, ""); err != nil {
			return fmt.Errorf("%q has a bracket that is not closed", glob)
		}
	}
	return nil
}
