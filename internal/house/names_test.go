package house_test

import (
	"go/ast"
	"path"
	"slices"
	"strings"
	"testing"
)

// systems are the words that Go reads at the end of a file's name as "build this there only".
var systems = strings.Fields(`aix android darwin dragonfly freebsd illumos ios js linux netbsd openbsd plan9 solaris
	wasip1 windows 386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm`)

func TestNoFileIsLeftOutOfTheBuildByItsName(t *testing.T) {
	for _, f := range goFiles(t) {
		_, syntax := f.parse(t)
		stem := strings.TrimSuffix(path.Base(f.path), ".go")
		if strings.HasSuffix(stem, "_test") {
			meant := strings.HasSuffix(syntax.Name.Name, "_test") || stem == "export_test"
			if !importsTesting(syntax) && !meant {
				t.Errorf("%s: Go builds it for tests only, yet it tests nothing; rename it", f.path)
			}
			continue
		}
		if word := systemWord(stem); word != "" && len(buildLines(syntax)) == 0 {
			t.Errorf("%s: Go builds it on %q only; rename it, or say so with a //go:build line", f.path, word)
		}
	}
}

func TestNoStemMakesGeneratedFilesVanish(t *testing.T) {
	for _, f := range textFiles(t) {
		stem, extension, _ := strings.Cut(path.Base(f.path), ".")
		isStem := extension == "graphqls" || strings.HasPrefix(f.path, "ent/schema/") && extension == "go"
		if isStem && (strings.HasSuffix(stem, "_test") || systemWord(stem) != "") {
			t.Errorf("%s: the file generated from it would be a test or for one system only; choose another stem", f.path)
		}
	}
}

// systemWord gives the system that a file's stem ends in, or nothing. A stem that is only the word means nothing to Go.
func systemWord(stem string) string {
	_, last, isSplit := cutLast(stem, "_")
	if isSplit && slices.Contains(systems, last) {
		return last
	}
	return ""
}

// cutLast splits at the last separator.
func cutLast(text, separator string) (before, after string, found bool) {
	at := strings.LastIndex(text, separator)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+len(separator):], true
}

// importsTesting tells whether a file can hold a test.
func importsTesting(syntax *ast.File) bool {
	return slices.ContainsFunc(syntax.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == `"testing"` })
}
