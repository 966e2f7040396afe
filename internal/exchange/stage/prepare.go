package stage

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

const (
	maxKey  = 200  // bytes of a key, as the model has it
	maxName = 1000 // bytes of a name by which things are looked up; databases cannot index much longer text
	hashEnd = 20   // bytes that a shortened name needs for its end

	maxDepth = 20 // of suites, as the model has it
	maxTag   = 80 // bytes of a tag, as the model has it
)

// ShortKey makes a key of a name: itself, or its beginning and a hash when it is too long. Equal names give equal keys.
func ShortKey(name string) string { return shorten(name, maxKey) }

func shorten(name string, limit int) string {
	if len(name) <= limit {
		return name
	}
	cut := limit - hashEnd
	for cut > 0 && !utf8.RuneStart(name[cut]) {
		cut--
	}
	sum := sha256.Sum256([]byte(name))
	return name[:cut] + "~" + hex.EncodeToString(sum[:6])
}

// pathEnd is the end of a path that is too long to be looked up: a path is recognised by its end.
func pathEnd(path string) string {
	path = strings.ReplaceAll(path, "\t", " ")
	if len(path) <= maxName {
		return path
	}
	end := path[len(path)-maxName:]
	if at := strings.IndexAny(end, `/\`); at >= 0 && at < len(end)-1 {
		return end[at+1:]
	}
	for !utf8.RuneStart(end[0]) {
		end = end[1:]
	}
	return end
}

// prepare gives a record the identity under which it is published.
func (s *Stage) prepare(r record.Record) {
	switch r := r.(type) {
	case *record.Requirement:
		s.key(r.Position, "key", &r.Key, maxKey)
		s.key(r.Position, "parent", &r.Parent, maxKey)
		s.key(r.Position, "release", &r.Release, maxKey)
		s.key(r.Position, "external", &r.External.ID, maxName)
	case *record.Refinement:
		s.key(r.Position, "child", &r.Child, maxKey)
		s.key(r.Position, "parent", &r.Parent, maxKey)
	case *record.Case:
		s.key(r.Position, "key", &r.Key, maxKey)
		s.key(r.Position, "automationId", &r.AutomationID, maxName)
		s.key(r.Position, "external", &r.External.ID, maxName)
		r.SuitePath = s.path(r.Position, r.SuitePath)
		for i, path := range r.Also {
			r.Also[i] = s.path(r.Position, path)
		}
		r.Tags = s.tags(r.Position, r.Tags)
	case *record.Suite:
		r.Path = s.path(r.Position, r.Path)
	case *record.Link:
		s.key(r.Position, "requirement", &r.Requirement, maxKey)
		s.key(r.Position, "case", &r.Case, maxKey)
	case *record.Result:
		s.prepareResult(r)
	case *record.Defect:
		s.key(r.Position, "key", &r.Key, maxKey)
		s.key(r.Position, "foundIn", &r.FoundIn, maxKey)
		s.key(r.Position, "fixedIn", &r.FixedIn, maxKey)
		s.key(r.Position, "external", &r.External.ID, maxName)
	case *record.DefectLink:
		s.key(r.Position, "defect", &r.Defect, maxKey)
		s.key(r.Position, "case", &r.Case, maxKey)
		s.key(r.Position, "requirement", &r.Requirement, maxKey)
		s.key(r.Position, "execution", &r.ExecutionName, maxName)
		r.ExecutionFile = pathEnd(r.ExecutionFile)
	}
}

// path makes a path of suites one that can be kept: without blank names, and not too deep.
func (s *Stage) path(at record.Position, names []string) []string {
	var path []string
	for _, name := range names {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		s.key(at, "suite", &name, maxKey)
		path = append(path, name)
	}
	if len(path) > maxDepth {
		s.warnAt(at, "suite", fmt.Sprintf("stands in more than %d suites one in another; it was put into %s", maxDepth, path[maxDepth-1]))
		path = path[:maxDepth]
	}
	return path
}

// tags makes words of tags: without the sign in front, each once, whatever their capitals.
func (s *Stage) tags(at record.Position, given []string) []string {
	var tags []string
	seen := map[string]bool{}
	for _, tag := range given {
		tag = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(tag), "@#"))
		s.key(at, "tags", &tag, maxTag)
		if folded := strings.ToLower(tag); tag != "" && !seen[folded] {
			seen[folded] = true
			tags = append(tags, tag)
		}
	}
	return tags
}

func (s *Stage) prepareResult(r *record.Result) {
	s.options.Mapping.Identify(r)
	for _, given := range []struct {
		option string
		field  *string
	}{
		{s.options.Build, &r.Build}, {s.options.Environment, &r.Environment},
		{s.options.Release, &r.Release}, {s.options.Cycle, &r.Cycle},
	} {
		if given.option != "" {
			*given.field = given.option
		}
	}
	if !r.ExecutedAt.IsZero() {
		r.ExecutedAt = r.ExecutedAt.UTC().Truncate(time.Microsecond)
	}
	r.Case = strings.TrimSpace(r.Case)
	if r.Case == "" {
		r.Case = path.Base(r.File)
		if len(r.Suites) > 0 && r.Suites[len(r.Suites)-1] != "" {
			r.Case = r.Suites[len(r.Suites)-1]
		}
		s.warnAt(r.Position, "name", "the result has no name; it counts for the test case "+r.Case)
	}
	s.key(r.Position, "case", &r.Case, maxName)
	s.key(r.Position, "name", &r.Name, maxName)
	s.key(r.Position, "build", &r.Build, maxKey)
	s.key(r.Position, "environment", &r.Environment, maxKey)
	s.key(r.Position, "cycle", &r.Cycle, maxKey)
	s.key(r.Position, "release", &r.Release, maxKey)
}

// key shortens a name that is too long, with one warning for each such name.
func (s *Stage) key(at record.Position, field string, name *string, limit int) {
	short := shorten(*name, limit)
	if short == *name {
		return
	}
	if !s.cut[short] {
		s.cut[short] = true
		s.warnAt(at, field, "is longer than can be looked up; it is known here as "+short)
	}
	*name = short
}
