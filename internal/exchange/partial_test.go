package exchange_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// table imports one CSV file by the rules that stand below `records:`.
func (w *workspace) table(rules, text string) *exchange.Report {
	w.t.Helper()
	dir := folder(w.t, map[string]string{"t.csv": text})
	return w.mustImport(exchange.Request{Paths: []string{dir}, Mapping: mapped(w.t, "files:\n  - match: t.csv\n    records:\n"+rules)})
}

func TestATableOfSomeColumnsLeavesTheOthersAsTheyAre(t *testing.T) {
	const (
		wholeRequirement = "      - {record: requirement, columns: {key: k, title: t, text: x, rationale: r, type: y, criticality: c}, attributes: \"*\"}\n"
		wholeCase        = "      - {record: case, columns: {key: k, title: t, text: x, precondition: p, action: a, expected: e, suite: s}, attributes: \"*\"}\n"
		wholeDefect      = "      - {record: defect, columns: {key: k, title: t, text: x, release: r}, attributes: \"*\"}\n"
	)
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		w.table(wholeRequirement, "k,t,x,r,y,c,owner,room\nR,Title,Text,Why,Kind,MAJOR,lab,4\n")
		w.table(wholeCase, "k,t,x,p,a,e,s,owner\nC,Title,Text,Before,open,it is open,A,lab\n")
		w.table(wholeDefect, "k,t,x,r,owner\nD,Title,Text,1.0,lab\n")

		for kind, rest := range map[string]string{"requirement": "R", "case": "C", "defect": "D"} {
			report := w.table("      - {record: "+kind+", columns: {key: k, status: s}}\n", "k,s\n"+rest+",\n")
			if report.Updated != 0 || report.Unchanged != 1 || len(report.Warnings) != 0 {
				t.Errorf("a %s of which only the key is stated: %+v", kind, report)
			}
		}
		w.table("      - {record: requirement, columns: {key: k, text: x}, attributes: \"*\"}\n", "k,x,owner\nR,Other,\n")
		w.table("      - {record: case, columns: {key: k, action: a, suite: s}}\n", "k,a,s\nC,push,\n")
		w.table("      - {record: defect, columns: {key: k, text: x}}\n", "k,x\nD,\n")

		r := w.client.Requirement.Query().OnlyX(w.ctx)
		if r.Title != "Title" || r.Text != "Other" || r.Rationale != "Why" || r.Type != "Kind" || r.Criticality != requirement.CriticalityMAJOR ||
			!maps.Equal(r.Attributes, map[string]string{"room": "4"}) || r.ContentVersion != 2 {
			t.Errorf("the requirement: %+v", r)
		}
		c := w.client.TestCase.Query().OnlyX(w.ctx)
		if c.Title != "Title" || c.Description != "Text" || c.Precondition != "Before" || len(c.Steps) != 1 || c.Steps[0].Action != "push" ||
			c.Steps[0].Expected != "it is open" || !maps.Equal(c.Attributes, map[string]string{"owner": "lab"}) {
			t.Errorf("the case: %+v", c)
		}
		d := w.client.Defect.Query().OnlyX(w.ctx)
		if d.Title != "Title" || d.Text != "" || !maps.Equal(d.Attributes, map[string]string{"owner": "lab", "release": "1.0"}) {
			t.Errorf("the defect: %+v", d)
		}
	})
}

func TestWhatHasNoTitleIsShownByItsKeyAndToldOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		rules := "      - {record: case, columns: {key: k}}\n      - {record: requirement, columns: {key: k}}\n      - {record: defect, columns: {key: k, text: x}}\n"
		report := w.table(rules, "k,x\nA,\nB,\"first\nsecond\"\n")
		if len(report.Warnings) != 3 || !warned(report, "t.csv", "2 test cases have no title; each is shown by its key") {
			t.Errorf("warnings %v", report.Warnings)
		}
		for _, key := range []string{"A", "B"} {
			if c := w.client.TestCase.Query().Where(testcase.Key(key)).OnlyX(w.ctx); c.Title != key {
				t.Errorf("the case %s is called %q", key, c.Title)
			}
		}
		var titles []string
		w.client.Defect.Query().Order(ent.Asc("key")).Select("title").ScanX(w.ctx, &titles)
		if strings.Join(titles, ",") != "A,first" {
			t.Errorf("the defects are called %v", titles)
		}
		if again := w.table(rules, "k,x\nA,\nB,\"first\nsecond\"\n"); again.Updated+again.Created != 0 || len(again.Warnings) != 0 {
			t.Errorf("again: %+v", again)
		}
	})
}

func TestAnUnknownWordLeavesWhatIsThere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		for kind, words := range map[string]string{"requirement": "DRAFT, IN_REVIEW, REWORK", "case": "DRAFT, IN_REVIEW, REWORK", "defect": "NEW, CONFIRMED"} {
			rules := "      - {record: " + kind + ", columns: {key: k, title: k, status: State}}\n"
			w.table(rules, "k,State\nA,APPROVED\n") // which a defect reads as CONFIRMED
			report := w.table(rules, "k,State\nA,Odd\nB,Odd\nC,Odd\n")
			if report.Updated != 0 || report.Created != 2 || len(report.Warnings) != 2 || report.Warnings[0].Field != "State" ||
				!warned(report, "t.csv", `the word "Odd" is not known; it was left as it was (1 time); the words here are `+words) ||
				!warned(report, "t.csv", `the word "Odd" is not known; it was taken as `+strings.Split(words, ",")[0]+" (2 times)") {
				t.Errorf("%s: %+v", kind, report)
			}
		}
		if one := w.client.Requirement.Query().Where(requirement.Key("A")).OnlyX(w.ctx); one.Status != requirement.StatusAPPROVED {
			t.Errorf("the requirement is %s", one.Status)
		}
		if one := w.client.TestCase.Query().Where(testcase.Key("A")).OnlyX(w.ctx); one.Status != testcase.StatusAPPROVED {
			t.Errorf("the case is %s", one.Status)
		}
	})
}

func TestAParentColumnIsCountedAndLeavesWithTheRow(t *testing.T) {
	const rules = "      - {record: requirement, columns: {key: k, title: k, parent: p}}\n" +
		"      - {record: refinement, columns: {child: k, parent: also}, skipEmpty: [parent]}\n"
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		refined := func() string {
			var pairs []string
			for _, one := range w.client.RequirementLink.Query().Where(requirementlink.StateNEQ(requirementlink.StateCLOSED)).
				WithChild().WithParent().Order(ent.Asc("id")).AllX(w.ctx) {
				pairs = append(pairs, one.Edges.Child.Key+one.Edges.Parent.Key)
			}
			slices.Sort(pairs)
			return strings.Join(pairs, " ")
		}
		first := w.table(rules, "k,p,also\nA,,\nB,,\nC,A,\nD,A,\n")
		if first.Counts.Refinements != 2 || refined() != "CA DA" {
			t.Errorf("%d refinements: %s", first.Counts.Refinements, refined())
		}
		moved := w.table(rules, "k,p,also\nA,,\nB,,\nC,B,\nD,B,A\n")
		if moved.Counts.Refinements != 3 || refined() != "CB DA DB" {
			t.Errorf("once moved: %s, %v", refined(), moved.Warnings)
		}
		if again := w.table(rules, "k,p,also\nA,,\nB,,\nC,B,\nD,B,A\n"); again.Created+again.Updated != 0 || len(again.Warnings) != 0 {
			t.Errorf("again: %+v", again)
		}
	})
}

func TestARowWithoutAKeyKeepsItsParent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		w.table("      - {record: requirement, columns: {key: k, title: t}}\n", "k,t\nA,all\n")
		report := w.table("      - {record: requirement, columns: {title: t, parent: p}}\n", "t,p\nlow,A\nhigh,A\n")
		if n := w.client.Requirement.Query().Where(requirement.HasParentWith(requirement.Key("A"))).CountX(w.ctx); n != 2 {
			t.Errorf("%d requirements stand under A, want 2: %v", n, report.Warnings)
		}
		if told := about(report, "key"); len(told) != 1 ||
			!strings.HasPrefix(told[0].Message, "2 requirements have no key; a made one is given, so importing the file again makes further requirements") {
			t.Errorf("warnings %v", report.Warnings)
		}
	})
}

func TestWhatIsSaidAboutResultsWithoutAnyIsTold(t *testing.T) {
	w := newWorkspace(t, storetest.SQLite(t))
	dir := folder(t, map[string]string{"t.csv": "k\nA\n"})
	report := w.mustImport(exchange.Request{
		Paths: []string{dir}, Release: "1", Build: "b", Environment: "e", Cycle: "c",
		Mapping: mapped(t, "files:\n  - match: t.csv\n    records: [{record: case, columns: {key: k, title: k}}]\n"),
	})
	if len(report.Warnings) != 4 || !warned(report, "", "the build b is for results, and the files hold none; it was left out") {
		t.Errorf("warnings %v", report.Warnings)
	}
}

func TestABuildOfAnotherReleaseIsToldWithItsPlace(t *testing.T) {
	w := newWorkspace(t, storetest.SQLite(t))
	rules := "      - {record: result, columns: {name: n, build: b, release: r, executedAt: at}, constants: {status: PASSED}}\n"
	w.table(rules, "n,b,r,at\na,1,X,2026-05-01\n")
	report := w.table(rules, "n,b,r,at\na,1,,2026-05-02\na,1,Y,2026-05-02\n")
	if told := about(report, "release"); len(told) != 1 || told[0].File != "set/t.csv" || told[0].Line != 3 {
		t.Errorf("warnings %v", report.Warnings)
	}
}
