package graph_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"time"

	"pgregory.net/rapid"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
)

// thing is what the model knows of one entity: by what it can be ordered and filtered.
type thing struct {
	id     ident.ID
	sorts  map[string]any // by order field: string, int64 or time.Time
	title  string
	number int64
	trash  bool
}

// join is a link between the things with these places in the model; -1 is no end.
type join struct {
	requirement, testCase, execution, defect int
	closed                                   bool
}

// model is a random project, made alike on every database.
type model struct {
	project                                  ident.ID
	key                                      string
	requirements, cases, executions, defects []thing
	caseOf                                   []int // by execution
	traces, reports                          []join
}

// serial makes ids that are never used twice in a test, in an order unlike that of their making.
var serial uint32

func nextID(kind ident.Kind) ident.ID {
	serial++
	id := ident.ID{6: 0x70, 8: 0x80, 15: byte(kind)}
	binary.BigEndian.PutUint32(id[0:], serial*2654435761)
	binary.BigEndian.PutUint32(id[9:], serial)
	return id
}

// words have ties, letters of all lengths, and what LIKE and JSON could trip over.
var words = []string{"", "a", "A", "b", "é", "需求", "%", "_", "a\\", "'\"", "z z"}

func drawModel(t *rapid.T) *model {
	m := &model{project: nextID(ident.Project)}
	m.key = fmt.Sprintf("P%d", serial)
	word := func() string { return rapid.SampledFrom(words).Draw(t, "word") }
	moment := func() time.Time {
		return start.Add(time.Duration(rapid.SampledFrom([]int{0, 1, 10, 1_500, 500_000, 1_000_000, 60_000_000}).Draw(t, "microseconds")) * time.Microsecond)
	}
	key := func(i int) string { return fmt.Sprintf("%s-%d", word(), i) }
	for i := range rapid.IntRange(0, 9).Draw(t, "requirements") {
		title, position := word(), int64(rapid.IntRange(0, 3).Draw(t, "position"))
		m.requirements = append(m.requirements, thing{id: nextID(ident.Requirement), title: title, number: position,
			sorts: map[string]any{"KEY": key(i), "TITLE": title, "TYPE": word(), "POSITION": position, "CREATED_AT": moment()}, trash: rare(t)})
	}
	for i := range rapid.IntRange(0, 7).Draw(t, "cases") {
		title := word()
		m.cases = append(m.cases, thing{id: nextID(ident.TestCase), title: title, sorts: map[string]any{"KEY": key(i), "TITLE": title, "CREATED_AT": moment()}, trash: rare(t)})
	}
	for range len(m.cases) * 2 {
		duration := int64(rapid.SampledFrom([]int{0, 1, 2, 1 << 40}).Draw(t, "duration"))
		m.caseOf = append(m.caseOf, rapid.IntRange(0, len(m.cases)-1).Draw(t, "case"))
		m.executions = append(m.executions, thing{id: nextID(ident.Execution), number: duration,
			sorts: map[string]any{"DURATION_MS": duration, "EXECUTED_AT": moment(), "CREATED_AT": moment()}, trash: m.cases[m.caseOf[len(m.caseOf)-1]].trash})
	}
	for i := range rapid.IntRange(0, 5).Draw(t, "defects") {
		title := "d" + word()
		m.defects = append(m.defects, thing{id: nextID(ident.Defect), title: title, sorts: map[string]any{"KEY": key(i), "TITLE": title, "REPORTED_AT": moment()}, trash: rare(t)})
	}
	m.drawLinks(t)
	return m
}

func rare(t *rapid.T) bool { return rapid.IntRange(0, 4).Draw(t, "trash") == 0 }

// drawLinks draws each possible link at most once, as the database wants it.
func (m *model) drawLinks(t *rapid.T) {
	some := func() bool { return rapid.IntRange(0, 3).Draw(t, "link") == 0 }
	for r := range m.requirements {
		for c := range m.cases {
			if some() {
				m.traces = append(m.traces, join{r, c, -1, -1, rare(t)})
			}
		}
	}
	for d := range m.defects {
		for r := range m.requirements {
			if some() {
				m.reports = append(m.reports, join{r, -1, -1, d, rare(t)})
			}
		}
		for c := range m.cases {
			if some() {
				m.reports = append(m.reports, join{-1, c, -1, d, rare(t)})
			}
		}
		for e := range m.executions {
			if some() {
				m.reports = append(m.reports, join{-1, -1, e, d, rare(t)})
			}
		}
	}
}

// store writes a model into the database of a server.
func (m *model) store(s *graphtest.Server) {
	s.T.Helper()
	s.Write(func(ctx context.Context, tx *ent.Client) error {
		tx.Project.Create().SetID(m.project).SetKey(m.key).SetName(m.key).ExecX(ctx)
		if err := people.Grant(ctx, tx, m.project, s.Viewer.User, membership.RoleADMIN); err != nil {
			return err
		}
		gone := func(one thing) *time.Time {
			if one.trash {
				return &start
			}
			return nil
		}
		for _, one := range m.requirements {
			tx.Requirement.Create().SetID(one.id).SetProjectID(m.project).SetKey(one.sorts["KEY"].(string)).SetTitle(one.title).SetType(one.sorts["TYPE"].(string)).
				SetPosition(int(one.number)).SetCreatedAt(one.sorts["CREATED_AT"].(time.Time)).SetNillableDeletedAt(gone(one)).ExecX(ctx)
		}
		for _, one := range m.cases {
			tx.TestCase.Create().SetID(one.id).SetProjectID(m.project).SetKey(one.sorts["KEY"].(string)).SetTitle(one.title).SetType("MANUAL").
				SetCreatedAt(one.sorts["CREATED_AT"].(time.Time)).SetNillableDeletedAt(gone(one)).ExecX(ctx)
		}
		for i, one := range m.executions {
			tx.Execution.Create().SetID(one.id).SetProjectID(m.project).SetTestCaseID(m.cases[m.caseOf[i]].id).SetTestCaseVersion(1).SetStatus("PASSED").
				SetExecutedAt(one.sorts["EXECUTED_AT"].(time.Time)).SetCreatedAt(one.sorts["CREATED_AT"].(time.Time)).SetDurationMs(one.number).
				SetFingerprint(one.id.String()).ExecX(ctx)
		}
		for _, one := range m.defects {
			tx.Defect.Create().SetID(one.id).SetProjectID(m.project).SetKey(one.sorts["KEY"].(string)).SetTitle(one.title).
				SetReportedAt(one.sorts["REPORTED_AT"].(time.Time)).SetNillableDeletedAt(gone(one)).ExecX(ctx)
		}
		m.storeLinks(ctx, tx)
		return nil
	})
}

func (m *model) storeLinks(ctx context.Context, tx *ent.Client) {
	for _, l := range m.traces {
		create := tx.TraceLink.Create().SetProjectID(m.project).SetRequirementID(m.requirements[l.requirement].id).SetTestCaseID(m.cases[l.testCase].id)
		if l.closed {
			create.SetState(tracelink.StateCLOSED)
		}
		create.ExecX(ctx)
	}
	for _, l := range m.reports {
		create := tx.DefectLink.Create().SetProjectID(m.project).SetDefectID(m.defects[l.defect].id)
		if l.requirement >= 0 {
			create.SetRequirementID(m.requirements[l.requirement].id)
		}
		if l.testCase >= 0 {
			create.SetTestCaseID(m.cases[l.testCase].id)
		}
		if l.execution >= 0 {
			create.SetExecutionID(m.executions[l.execution].id)
		}
		if l.closed {
			create.SetState(defectlink.StateCLOSED)
		}
		create.ExecX(ctx)
	}
}
