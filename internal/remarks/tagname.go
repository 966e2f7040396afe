package remarks

import (
	"fmt"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// MaxTag is the most bytes that the name of a tag may have.
const MaxTag = 80

// TagName is the name of a tag as it is kept: without # or @ in front and spaces around it, spaces inside it one at a
// time. A name that cannot be kept is refused with its reason.
func TagName(name string) (string, error) {
	if err := bulk.CheckText("names", name); err != nil {
		return "", err
	}
	name = strings.Join(strings.Fields(norm.NFC.String(name)), " ")
	name = strings.TrimSpace(strings.TrimLeft(name, "#@ "))
	switch {
	case name == "":
		return "", fault.New(fault.Invalid, "a tag is a word: write at least one letter or digit").At("names")
	case len(name) > MaxTag:
		return "", fault.New(fault.Invalid, "a tag has at most %d bytes and this has %d; choose a shorter word", MaxTag, len(name)).At("names")
	case strings.ContainsFunc(name, deceives):
		return "", fault.New(fault.Invalid, "a tag holds characters that cannot be seen; type it anew").At("names")
	}
	return name, nil
}

// fold is what makes tags the same: Smoke, SMOKE and smoke are one.
func fold(name string) string {
	return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(name)))
}

// word is a tag as it is kept, with what makes it the same.
type word struct{ name, folded string }

// wordsOf are the names as they are kept, each once. Path gives the place of a name in the input.
func wordsOf(check *fault.Check, names []string, path func(i int) []string) (found []word, err error) {
	seen := map[string]bool{}
	for i, name := range names {
		name, err := TagName(name)
		if one := fault.Of(err); one != nil {
			check.Fail(one.Message, path(i)...)
			continue
		}
		if err != nil {
			return nil, err
		}
		if one := (word{name: name, folded: fold(name)}); !seen[one.folded] {
			seen[one.folded] = true
			found = append(found, one)
		}
	}
	return found, nil
}

// counted words how many there may be and are.
func counted(what string, most, are int) string {
	return fmt.Sprintf("name 1 to %d %s at once; these are %d", most, what, are)
}
