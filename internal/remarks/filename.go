package remarks

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// maxName is the most bytes that the name of a file may have, as in most file systems.
const maxName = 255

// fileName is the name of a file as it is kept. A name that could lead somewhere else, or look like another one where it
// is shown, is refused.
func fileName(name string) (string, error) {
	if err := bulk.CheckText("name", name); err != nil {
		return "", err
	}
	name = strings.TrimSpace(norm.NFC.String(name))
	switch {
	case name == "" || strings.Trim(name, ".") == "":
		return "", fault.New(fault.Invalid, "give the file a name, for example screenshot.png").At("name")
	case len(name) > maxName:
		return "", fault.New(fault.Invalid, "the name of a file has at most %d bytes and this one has %d; shorten it", maxName, len(name)).At("name")
	case strings.ContainsAny(name, `/\`):
		return "", fault.New(fault.Invalid, "give the name of the file without the folders that it lies in").At("name")
	case strings.ContainsFunc(name, deceives):
		return "", fault.New(fault.Invalid, "the name of the file holds characters that cannot be seen; rename it").At("name")
	}
	return name, nil
}
