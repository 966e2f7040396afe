package demo

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed content/*.yaml
var content embed.FS

// area is one file of content: an epic with everything below it.
type area struct {
	Area         string            `yaml:"area"`
	Suite        string            `yaml:"suite"`
	Automation   string            `yaml:"automation"`
	Release      string            `yaml:"release"` // of requirements that state none
	Environments []string          `yaml:"environments"`
	Pre          map[string]string `yaml:"pre"` // preconditions by the name that cases use
	Go           map[string]string `yaml:"go"`  // first steps by the name that cases use
	Failures     []string          `yaml:"failures"`
	Requirements []*requirement    `yaml:"requirements"`

	index int
}

// requirement is a requirement as written, with what load found out about it.
type requirement struct {
	Key         string      `yaml:"key"`
	In          string      `yaml:"in"`
	Title       string      `yaml:"title"`
	Text        string      `yaml:"text"`
	Why         string      `yaml:"why"`
	Type        string      `yaml:"type"`
	Criticality string      `yaml:"criticality"`
	Release     string      `yaml:"release"`
	Status      string      `yaml:"status"`
	Also        []string    `yaml:"also"` // further parents
	Cases       []*testCase `yaml:"cases"`

	area     *area
	parent   *requirement
	children int
}

// testCase is a test case as written under the requirement that it verifies first.
type testCase struct {
	Title     string        `yaml:"title"`
	Pre       string        `yaml:"pre"`
	Go        string        `yaml:"go"`
	Auto      string        `yaml:"auto"` // last part of the automation id; empty: carried out by hand
	Gherkin   bool          `yaml:"gherkin"`
	Level     string        `yaml:"level"`
	Release   string        `yaml:"release"` // from which it is executed; empty: the requirement's
	Validates bool          `yaml:"validates"`
	Flaky     bool          `yaml:"flaky"`
	With      yaml.MapSlice `yaml:"with"`  // parameter name to its values, row by row
	Also      []string      `yaml:"also"`  // further requirements that it verifies
	Steps     []string      `yaml:"steps"` // "action | expected" or "action | data | expected"
	Defects   []*flaw       `yaml:"defects"`

	key   string
	owner *requirement
	order int                 // among the cases of its requirement, from 0
	names []string            // of the parameters, in the order in which they are written
	rows  []map[string]string // one map a data row
	flaws []*flaw             // of this case and of others that say they show here too
}

// flaw is a defect as written under the case that found it.
type flaw struct {
	Title      string   `yaml:"title"`
	Text       string   `yaml:"text"`
	Fails      string   `yaml:"fails"` // what an execution says that meets it
	Severity   string   `yaml:"severity"`
	Status     string   `yaml:"status"`
	Resolution string   `yaml:"resolution"`
	Found      string   `yaml:"found"`
	Fixed      string   `yaml:"fixed"`
	Again      string   `yaml:"again"`  // build in which it came back
	Env        string   `yaml:"env"`    // empty: everywhere
	Step       int      `yaml:"step"`   // step of the case, from 1, that shows it; 0: the last
	Row        int      `yaml:"row"`    // data row that meets it, from 1; 0: every row
	Also       []string `yaml:"also"`   // further cases that meet it: requirement key, dot, number from 1
	Repeat     *repeat  `yaml:"repeat"` // a further report of it

	key                 string
	owner               *testCase
	found, fixed, again int // builds by number; -1: never
}

// repeat is the report of somebody who did not know that the defect was reported already.
type repeat struct {
	Title string `yaml:"title"`
	Text  string `yaml:"text"`
}

// phrases are reasons that belong to no area.
type phrases struct {
	Skipped      []string `yaml:"skipped"`
	Blocked      []string `yaml:"blocked"`
	Refresh      []string `yaml:"refresh"`
	Inconclusive []string `yaml:"inconclusive"`
	Outage       []string `yaml:"outage"`
	Errors       []string `yaml:"errors"`
	Flaky        []string `yaml:"flaky"`
}

// workspace is all content, read and joined.
type workspace struct {
	plan         Schedule
	areas        []*area
	requirements []*requirement
	cases        []*testCase
	flaws        []*flaw // in the order of content until they are numbered
	phrases      phrases
	builds       map[string]int
	byKey        map[string]*requirement
}

// read decodes the embedded files, areas in the order of their names.
func read() (*workspace, error) {
	w := &workspace{plan: Plan(), builds: map[string]int{}, byKey: map[string]*requirement{}}
	for i, b := range w.plan.Builds {
		w.builds[b.Name] = i
	}
	names, err := fs.Glob(content, "content/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list the demo content: %w", err)
	}
	for _, name := range names {
		text, err := content.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read the demo content: %w", err)
		}
		if strings.HasSuffix(name, "/words.yaml") {
			err = yaml.UnmarshalWithOptions(text, &w.phrases, yaml.Strict())
		} else {
			a := &area{index: len(w.areas)}
			err = yaml.UnmarshalWithOptions(text, a, yaml.Strict())
			w.areas = append(w.areas, a)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return w, nil
}
