package graph_test

import (
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

const (
	shownRequirement = `requirement { id key version status contentVersion approvedVersion }`
	shownCase        = `testCase { id key version status contentVersion }`
)

// covered is what the board of the scenario says.
func covered(s *graphtest.Server) string {
	s.T.Helper()
	got := ask(s, `{ project(key: "PAY") { requirement(key: "R-1") { status contentVersion
		coverage { status cases passed failed notRun stale openDefects } traceLinks { nodes { state } } } } }`, nil)
	coverage := reply(got.at("project", "requirement", "coverage").(map[string]any))
	return fmt.Sprintf("%s v%d %s: %d cases, %d passed, %d failed, %d not run, %d stale, %d defects; link %s",
		got.text("project", "requirement", "status"), got.number("project", "requirement", "contentVersion"), coverage.text("status"),
		coverage.number("cases"), coverage.number("passed"), coverage.number("failed"), coverage.number("notRun"), coverage.number("stale"),
		coverage.number("openDefects"), got.text("project", "requirement", "traceLinks", "nodes", 0, "state"))
}

func TestAChangedRequirementMakesItsEvidenceStaleUntilSomebodyAffirmsTheLink(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		is := func(want string) {
			t.Helper()
			if got := covered(s); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		}
		do(s, "projectCreate", "ProjectCreateInput", map[string]any{"key": "PAY", "name": "Payments"}, "project { key }")
		made := do(s, "requirementCreate", "RequirementCreateInput", map[string]any{
			"project": "PAY", "title": "Transfers above the limit are refused", "text": "The limit is 5,000."}, shownRequirement)
		is("DRAFT v1 UNCOVERED: 0 cases, 0 passed, 0 failed, 0 not run, 0 stale, 0 defects; link ")
		requirement := reply(made.at("requirement").(map[string]any))
		for _, verb := range []string{"requirementSubmit", "requirementApprove"} {
			input := "TransitionInput"
			if verb == "requirementSubmit" {
				input = "SubmitInput"
			}
			requirement = reply(do(s, verb, input, requirement.seen(), shownRequirement).at("requirement").(map[string]any))
		}
		if requirement.number("approvedVersion") != 1 {
			t.Errorf("approved: %v", requirement)
		}

		test := reply(do(s, "caseCreate", "TestCaseCreateInput", map[string]any{
			"project": "PAY", "title": "Refuse 5,001", "requirements": []string{requirement.text("id")},
			"steps": []any{map[string]any{"action": "Send 5,001", "expected": "refused"}}}, shownCase).at("testCase").(map[string]any))
		is("APPROVED v1 NOT_RUN: 1 cases, 0 passed, 0 failed, 1 not run, 0 stale, 0 defects; link VALID")

		do(s, "executionRecord", "ExecutionRecordInput", map[string]any{"testCase": test.text("id"), "status": "PASSED"}, "execution { testCaseVersion status }")
		is("APPROVED v1 PASSED: 1 cases, 1 passed, 0 failed, 0 not run, 0 stale, 0 defects; link VALID")

		do(s, "requirementRevise", "RequirementReviseInput", with(requirement.seen(), map[string]any{
			"text": "The limit is 5,000 across all channels.", "reason": "Regulator's letter"}), shownRequirement)
		is("DRAFT v2 STALE: 1 cases, 0 passed, 0 failed, 0 not run, 1 stale, 0 defects; link SUSPECT")
		link := suspectLink(s)
		if got := link.text("changedFields", 0) + " | " + link.text("reason"); got != "REQUIREMENT.TEXT | requirement v1 → v2: TEXT" {
			t.Errorf("the link says %q", got)
		}
		version := ask(s, `{ project(key: "PAY") { requirement(key: "R-1") { versions(orderBy: [{field: NUMBER, direction: DESC}]) { nodes {
			number reason author { name } changes { field before after } } } } } }`, nil)
		newest := reply(version.at("project", "requirement", "versions", "nodes", 0).(map[string]any))
		if newest.text("reason") != "Regulator's letter" || newest.text("author", "name") == "" || newest.text("changes", 0, "field") != "TEXT" ||
			newest.text("changes", 0, "before") != "The limit is 5,000." || newest.text("changes", 0, "after") != "The limit is 5,000 across all channels." {
			t.Errorf("version 2 says %v", newest)
		}

		do(s, "linkAffirm", "LinksInput", map[string]any{"reason": "The case sends by every channel.", "links": []any{link.seen()}},
			"traceLinks { state requirementVersion reason affirmedBy { name } }")
		is("DRAFT v2 PASSED: 1 cases, 1 passed, 0 failed, 0 not run, 0 stale, 0 defects; link VALID")

		// The other end counts alike, and a failure shows through a suspect link.
		do(s, "caseRevise", "TestCaseReviseInput", with(test.seen(), map[string]any{
			"steps": []any{map[string]any{"action": "Send 5,000.01", "expected": "refused"}}}), shownCase)
		is("DRAFT v2 STALE: 1 cases, 0 passed, 0 failed, 0 not run, 1 stale, 0 defects; link SUSPECT")
		failed := do(s, "executionRecord", "ExecutionRecordInput", map[string]any{"testCase": test.text("id"), "status": "FAILED", "message": "accepted"}, "execution { id testCaseVersion }")
		if failed.number("execution", "testCaseVersion") != 2 {
			t.Errorf("the execution is pinned to %v", failed)
		}
		is("DRAFT v2 FAILED: 1 cases, 0 passed, 1 failed, 0 not run, 0 stale, 0 defects; link SUSPECT")
		defect := do(s, "defectReport", "DefectReportInput", map[string]any{"execution": failed.text("execution", "id"), "severity": "MAJOR"},
			"defect { id key version title status executions { nodes { id } } allowedTransitions { mutation } }")
		if defect.text("defect", "executions", "nodes", 0, "id") != failed.text("execution", "id") {
			t.Errorf("the defect is not linked: %v", defect)
		}
		is("DRAFT v2 FAILED: 1 cases, 0 passed, 1 failed, 0 not run, 0 stale, 1 defects; link SUSPECT")

		do(s, "linkRetire", "LinksInput", map[string]any{"reason": "Replaced by another case.", "links": []any{suspectLink(s).seen()}}, "traceLinks { state }")
		is("DRAFT v2 UNCOVERED: 0 cases, 0 passed, 0 failed, 0 not run, 0 stale, 0 defects; link CLOSED")
	})
}

func TestMakingALinkAgainIsNotAffirmingIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		do(s, "projectCreate", "ProjectCreateInput", map[string]any{"key": "PAY", "name": "Payments"}, "project { key }")
		requirement := do(s, "requirementCreate", "RequirementCreateInput", map[string]any{"project": "PAY", "title": "Limit"}, shownRequirement).text("requirement", "id")
		test := reply(do(s, "caseCreate", "TestCaseCreateInput", map[string]any{"project": "PAY", "title": "Refuse 5,001", "requirements": []string{requirement}},
			shownCase).at("testCase").(map[string]any))
		do(s, "executionRecord", "ExecutionRecordInput", map[string]any{"testCase": test.text("id"), "status": "PASSED"}, "execution { id }")
		do(s, "caseRevise", "TestCaseReviseInput", with(test.seen(), map[string]any{"precondition": "A limit of 5,000"}), shownCase)
		do(s, "linkRetire", "LinksInput", map[string]any{"reason": "To be made again.", "links": []any{suspectLink(s).seen()}}, "traceLinks { state }")
		again := reply(do(s, "linkCreate", "LinkCreateInput", map[string]any{"requirement": requirement, "testCase": test.text("id")},
			"link { id version state testCaseVersion }").at("link").(map[string]any))
		status := func() string {
			return ask(s, `{ project(key: "PAY") { requirement(key: "R-1") { coverage { status stale passed } } } }`, nil).text("project", "requirement", "coverage", "status")
		}
		if got := status(); again.text("state") != "VALID" || again.number("testCaseVersion") != 2 || got != "STALE" {
			t.Errorf("version 1 passed, the link is for version 2: %s behind %v", got, again)
		}
		do(s, "linkAffirm", "LinksInput", map[string]any{"reason": "The precondition was always so.", "links": []any{again.seen()}}, "traceLinks { state }")
		if got := status(); got != "PASSED" {
			t.Errorf("affirmed: %s", got)
		}
	})
}

func suspectLink(s *graphtest.Server) reply {
	s.T.Helper()
	got := ask(s, `{ project(key: "PAY") { traceLinks(where: {state: SUSPECT}) { nodes { id version state reason changedFields } } } }`, nil)
	link, found := got.at("project", "traceLinks", "nodes", 0).(map[string]any)
	if !found {
		s.T.Fatal("no link is suspect")
	}
	return reply(link)
}

func TestTheSecondOfTwoEditorsLearnsWhatTheFirstWrote(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		do(s, "projectCreate", "ProjectCreateInput", map[string]any{"key": "PAY", "name": "Payments"}, "project { key }")
		both := reply(do(s, "requirementCreate", "RequirementCreateInput", map[string]any{"project": "PAY", "title": "Limit"}, shownRequirement).at("requirement").(map[string]any))
		do(s, "requirementRevise", "RequirementReviseInput", with(both.seen(), map[string]any{"text": "First"}), shownRequirement)
		second := try(s, "requirementRevise", "RequirementReviseInput", with(both.seen(), map[string]any{"text": "Second"}), "requirement { version text contentVersion }")
		if refusals(second) != `CONFLICT ["expectedVersion"]` || second.text("requirement", "text") != "First" || second.number("requirement", "version") != 2 {
			t.Errorf("the second editor is told %v", second)
		}
		again := do(s, "requirementRevise", "RequirementReviseInput", map[string]any{"id": both.text("id"), "expectedVersion": second.number("requirement", "version"), "text": "Both"},
			"requirement { text contentVersion versions { totalCount nodes { text } } }")
		if again.number("requirement", "contentVersion") != 3 || again.number("requirement", "versions", "totalCount") != 3 {
			t.Errorf("something was lost: %v", again)
		}
	})
}

func TestAnIdempotencyKeyDoesNothingTwice(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		do(s, "projectCreate", "ProjectCreateInput", map[string]any{"key": "PAY", "name": "Payments"}, "project { key }")
		const create = `mutation($title: String!, $key: String) { requirementCreate(input: {project: "PAY", title: $title}, idempotencyKey: $key) {
			requirement { key } userErrors { code field } } }`
		first := ask(s, create, map[string]any{"title": "Limit", "key": "k1"})
		again := ask(s, create, map[string]any{"title": "Limit", "key": "k1"})
		if first.text("requirementCreate", "requirement", "key") != "R-1" || again.text("requirementCreate", "requirement", "key") != "R-1" {
			t.Errorf("first %v, again %v", first, again)
		}
		other := ask(s, create, map[string]any{"title": "Other", "key": "k1"})
		if other.text("requirementCreate", "userErrors", 0, "code") != "CONFLICT" || other.text("requirementCreate", "userErrors", 0, "field", 0) != "idempotencyKey" {
			t.Errorf("another input under the same key: %v", other)
		}
		if blank := ask(s, create, map[string]any{"title": "Blank", "key": ""}); blank.text("requirementCreate", "userErrors", 0, "code") != "BAD_USER_INPUT" {
			t.Errorf("an empty key: %v", blank)
		}
		if n := ask(s, `{ project(key: "PAY") { requirements { totalCount } } }`, nil).number("project", "requirements", "totalCount"); n != 1 {
			t.Errorf("%d requirements were made", n)
		}
	})
}
