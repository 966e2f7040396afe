package house_test

import (
	"go/ast"
	"go/build/constraint"
	"path"
	"strings"
	"testing"
)

func TestEveryPackageSaysItsJobInDocGo(t *testing.T) {
	type found struct {
		isProgram, isDocumented bool
	}
	packages := map[string]found{}
	for _, f := range goFiles(t) {
		_, syntax := f.parse(t)
		if isTool(syntax) {
			continue
		}
		folder := path.Dir(f.path)
		this := packages[folder]
		this.isProgram = this.isProgram || syntax.Name.Name == "main"
		name := path.Base(f.path)
		if name == "doc.go" || name == "main.go" && syntax.Name.Name == "main" {
			this.isDocumented = this.isDocumented || syntax.Doc != nil
		}
		packages[folder] = this
	}
	for folder, this := range packages {
		switch {
		case this.isDocumented:
		case this.isProgram:
			t.Errorf("%s: say above `package main` in doc.go or main.go what the program is for", folder)
		default:
			t.Errorf("%s: add doc.go with a package comment: its words and its one job", folder)
		}
	}
}

// isTool tells whether a file is left out of every build, like a generator's settings: it belongs to no package.
func isTool(syntax *ast.File) bool {
	for _, line := range buildLines(syntax) {
		if line == "//go:build ignore" {
			return true
		}
	}
	return false
}

// buildLines gives the build constraints that stand above the package clause.
func buildLines(syntax *ast.File) []string {
	var lines []string
	for _, group := range syntax.Comments {
		for _, comment := range group.List {
			if comment.Pos() < syntax.Package && constraint.IsGoBuild(comment.Text) {
				lines = append(lines, strings.TrimSpace(comment.Text))
			}
		}
	}
	return lines
}
