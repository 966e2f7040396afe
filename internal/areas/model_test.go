package areas_test

import (
	"maps"
	"slices"
	"strings"
)

// model is one project as the rules describe it: requirements, test cases and the links between them, as plain facts. It
// calls nothing of the areas, so that a slip there is not repeated here.
type model struct {
	bases, tests []*thing // by the order in which they were made; none ever leaves
	links        []*link  // refinements and trace links alike
	order        []*thing // requirements in document order, the trash included
	counting     map[kind][]string
	settings     int // version of the project
	numbers      map[kind]int
}

func newModel() *model {
	return &model{counting: map[kind][]string{}, settings: 1, numbers: map[kind]int{}}
}

// kind tells requirements from test cases, and links between requirements from trace links.
type kind string

const (
	basis      kind = "requirement"
	test       kind = "test case"
	refinement kind = "link between requirements"
	trace      kind = "trace link"
)

// content is what a version freezes: a text for each field that is not empty.
type content map[string]string

// fields are those that the walk changes, in the order in which people read them.
var fields = map[kind][]string{
	basis: {"TITLE", "TEXT", "TYPE", "CRITICALITY", "ATTRIBUTES"},
	test:  {"TITLE", "DESCRIPTION", "PRECONDITION", "STEPS"},
}

// thing is a requirement or a test case.
type thing struct {
	kind     kind
	place    int // among its kind, as the databases know it too
	key      string
	status   string
	version  int
	approved int       // the content version that somebody agreed to; 0 for none
	versions []content // the last one is the present content
	estimate int       // no content: changing it makes no version of the content
	trashed  bool
	parent   *thing
	executed []executed
}

func (t *thing) now() content { return t.versions[len(t.versions)-1] }

// executed is one execution of a test case.
type executed struct {
	status, environment, scenario string
	ago                           int // minutes before the present; never twice the same
	version                       int // of the test case
}

// link joins a child to its parent, or a requirement to a test case that gives evidence for it.
type link struct {
	kind         kind
	place        int
	ends         [2]*thing
	pins         [2]int
	role, state  string
	changed      []string
	why          string // tells two reasons apart; what people read is the area's own
	version      int
	fromDocument bool
	affirmed     bool   // somebody did, at least once
	was, wasWhy  string // how it stood before an end went into the trash
}

// sides are the names of the ends, as changed fields spell them.
var sides = map[kind][2]string{refinement: {"CHILD", "PARENT"}, trace: {"REQUIREMENT", "TEST_CASE"}}

func (l *link) open() bool { return l.state != "CLOSED" }

func (l *link) touches(t *thing) bool { return l.ends[0] == t || l.ends[1] == t }

// of are the things of a kind.
func (m *model) of(k kind) []*thing {
	if k == basis {
		return m.bases
	}
	return m.tests
}

// alive are the things of a kind that are not in the trash.
func (m *model) alive(k kind) []*thing {
	return slices.DeleteFunc(slices.Clone(m.of(k)), func(t *thing) bool { return t.trashed })
}

// differing are the fields that differ between two contents and count in the project; all count when none is named.
func (m *model) differing(k kind, a, b content) []string {
	return slices.DeleteFunc(slices.Clone(fields[k]), func(field string) bool {
		named := m.counting[k]
		return a[field] == b[field] || len(named) > 0 && !slices.Contains(named, field)
	})
}

// over is a content with some fields said anew. Titles lose the spaces around them.
func (c content) over(said content) content {
	now := maps.Clone(c)
	for field, text := range said {
		if field == "TITLE" {
			text = strings.TrimSpace(text)
		}
		now[field] = text
	}
	return now
}
