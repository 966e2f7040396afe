package graph_test

import (
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestAllBadFieldsAreNamedAtOnce(t *testing.T) {
	long, longest := strings.Repeat("x", 1_001), strings.Repeat("x", 20_001)
	attributes := []any{map[string]any{"name": "a", "value": "1"}, map[string]any{"name": "a", "value": "2"}, map[string]any{"name": " ", "value": longest}}
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		c := build(s, "PAY")
		for _, one := range []struct {
			mutation, input string
			with            map[string]any
			fields          string
		}{
			{"requirementCreate", "RequirementCreateInput", map[string]any{"project": "PAY", "title": " ", "key": long, "type": long, "attributes": attributes, "reason": longest},
				`["title"] ["key"] ["type"] ["attributes","1","name"] ["attributes","2","name"] ["attributes","2","value"] ["reason"]`},
			{"requirementRevise", "RequirementReviseInput", map[string]any{"id": c.ids["Requirement"][0], "expectedVersion": 1, "title": long, "type": long, "reason": longest},
				`["title"] ["type"] ["reason"]`},
			{"caseCreate", "TestCaseCreateInput", map[string]any{"project": "PAY", "title": "", "key": long, "parameters": []string{"a", "a"}, "estimateMs": -1, "attributes": attributes,
				"steps": []any{map[string]any{"action": "Pay"}, map[string]any{"action": " "}}},
				`["title"] ["key"] ["steps","1","action"] ["parameters","1"] ["estimateMs"] ["attributes","1","name"] ["attributes","2","name"] ["attributes","2","value"]`},
			{"defectReport", "DefectReportInput", map[string]any{"project": "PAY", "title": " ", "links": []string{c.ids["TestCase"][0], c.ids["Suite"][0]}}, `["title"] ["links","1"]`},
			{"suiteCreate", "SuiteCreateInput", map[string]any{"project": "PAY", "name": " "}, `["name"]`},
			{"releaseCreate", "ReleaseCreateInput", map[string]any{"project": "PAY", "name": " ", "key": long}, `["name"] ["key"]`},
			{"cycleCreate", "CycleCreateInput", map[string]any{"project": "PAY", "name": " ", "key": long}, `["name"] ["key"]`},
			{"executionRecord", "ExecutionRecordInput", map[string]any{"testCase": c.ids["TestCase"][0], "status": "FAILED", "executedAt": "2999-01-01T00:00:00Z", "durationMs": -1}, `["executedAt"] ["durationMs"]`},
			{"tagAdd", "TagInput", map[string]any{"about": []string{c.ids["Suite"][0], c.ids["TestCase"][0]}, "names": []string{"smoke", " ", long}}, `["about","0"] ["names","1"] ["names","2"]`},
			{"commentAdd", "CommentAddInput", map[string]any{"about": c.ids["Suite"][0], "text": " "}, `["about"] ["text"]`},
			{"linkAffirm", "LinksInput", map[string]any{"reason": " ", "links": []any{map[string]any{"id": c.ids["TraceLink"][0], "expectedVersion": 1}, map[string]any{"id": c.ids["TraceLink"][0], "expectedVersion": 1}}}, `["reason"] ["links","1","id"]`},
			{"projectCreate", "ProjectCreateInput", map[string]any{"key": "small", "name": " "}, `["key"] ["name"]`},
		} {
			got, found := refusals(try(s, one.mutation, one.input, one.with, "")), map[string]bool{}
			for _, line := range strings.Split(got, "\n") {
				code, field, _ := strings.Cut(line, " ")
				found[field] = code == "BAD_USER_INPUT"
			}
			for _, field := range strings.Fields(one.fields) {
				if !found[field] {
					t.Errorf("%s does not say what is wrong with %s; it says\n%s", one.mutation, field, got)
				}
			}
			if len(found) != len(strings.Fields(one.fields)) {
				t.Errorf("%s says too much:\n%s", one.mutation, got)
			}
		}
	})
}

func TestAMoveThatIsNotAllowedNamesThoseThatAre(t *testing.T) {
	schema := graph.Schema(&graph.Resolver{}).Schema()
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		c := build(s, "PAY")
		refused := 0
		for _, mutation := range mutations(t, schema) {
			definition := schema.Types[mutation.Arguments.ForName("input").Type.Name()]
			if definition.Name != "TransitionInput" {
				continue
			}
			input, _ := c.input(schema, mutation.Name, definition, "")
			done := try(s, mutation.Name, definition.Name, with(input, map[string]any{"expectedVersion": version(t, s, input["id"])}), "")
			if refusals(done) == "" {
				continue
			}
			refused++
			if !strings.HasPrefix(refusals(done), "PRECONDITION_FAILED") {
				t.Errorf("%s: %v", mutation.Name, done)
			}
			node := ask(s, `query($id: ID!) { node(id: $id) { ... on Requirement { allowedTransitions { mutation to } } ... on TestCase { allowedTransitions { mutation to } }
				... on Defect { allowedTransitions { mutation to } } ... on Release { allowedTransitions { mutation to } } ... on TestCycle { allowedTransitions { mutation to } } } }`, input)
			legal, _ := node.at("node", "allowedTransitions").([]any)
			for i := range legal {
				for _, part := range []string{"mutation", "to"} {
					if word := node.text("node", "allowedTransitions", i, part); !strings.Contains(done.text("userErrors", 0, "message"), word) {
						t.Errorf("%s does not name %s: %s", mutation.Name, word, done.text("userErrors", 0, "message"))
					}
				}
			}
		}
		if refused < 12 {
			t.Errorf("only %d moves were refused", refused)
		}
	})
}

func TestOneThingThatIsWrongRefusesAllAndIsNamedByItsPlace(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		c := build(s, "PAY")
		before := contents(s)
		links := func(kind ident.Kind, version int) []any {
			all := []any{}
			for _, id := range c.ids["TraceLink"][:4] {
				all = append(all, map[string]any{"id": id, "expectedVersion": 1})
			}
			if version > 0 {
				all[3].(map[string]any)["expectedVersion"] = version
			} else {
				all[3].(map[string]any)["id"] = ident.New(kind).String()
			}
			return all
		}
		requirement, test, defect := ident.New(ident.Requirement).String(), ident.New(ident.TestCase).String(), ident.New(ident.Defect).String()
		for _, one := range []struct {
			mutation, input string
			with            map[string]any
			want            string
		}{
			{"linkAffirm", "LinksInput", map[string]any{"reason": "Seen.", "links": links(ident.TraceLink, 0)}, `NOT_FOUND ["links","3","id"]`},
			{"linkAffirm", "LinksInput", map[string]any{"reason": "Seen.", "links": links(ident.RequirementLink, 0)}, `NOT_FOUND ["links","3","id"]`},
			{"linkAffirm", "LinksInput", map[string]any{"reason": "Seen.", "links": links(ident.Requirement, 0)}, `BAD_USER_INPUT ["links","3","id"]`},
			{"linkRetire", "LinksInput", map[string]any{"reason": "Seen.", "links": links(ident.TraceLink, 7)}, `CONFLICT ["links","3","expectedVersion"]`},
			{"requirementTrash", "TrashInput", map[string]any{"ids": []string{c.ids["Requirement"][0], requirement}}, `NOT_FOUND ["ids","1"]`},
			{"caseTrash", "TrashInput", map[string]any{"ids": []string{c.ids["TestCase"][0], c.ids["TestCase"][1], test}}, `NOT_FOUND ["ids","2"]`},
			{"defectTrash", "TrashInput", map[string]any{"ids": []string{c.ids["Defect"][0], defect}}, `NOT_FOUND ["ids","1"]`},
			{"suiteTrash", "TrashInput", map[string]any{"ids": []string{c.ids["Suite"][0], test}}, `NOT_FOUND ["ids","1"]`},
			{"commentTrash", "TrashInput", map[string]any{"ids": []string{c.ids["Comment"][0], test}}, `NOT_FOUND ["ids","1"]`},
			{"attachmentTrash", "TrashInput", map[string]any{"ids": []string{c.ids["Attachment"][0], test}}, `NOT_FOUND ["ids","1"]`},
			{"tagAdd", "TagInput", map[string]any{"about": []string{c.ids["TestCase"][0], test}, "names": []string{"new"}}, `NOT_FOUND ["about","1"]`},
			{"suitePlaceCases", "SuitePlaceInput", map[string]any{"suite": c.ids["Suite"][0], "testCases": []string{c.ids["TestCase"][2], test}}, `NOT_FOUND ["testCases","1"]`},
			{"suiteMoveCases", "SuiteMoveCasesInput", map[string]any{"from": c.ids["Suite"][0], "to": c.ids["Suite"][1], "testCases": []string{c.ids["TestCase"][0], test}}, `NOT_FOUND ["testCases","1"]`},
			{"defectLink", "DefectLinkInput", map[string]any{"id": c.ids["Defect"][0], "to": []string{c.ids["TestCase"][1], c.ids["Execution"][1], test}}, `NOT_FOUND ["to","2"]`},
		} {
			if got := refusals(try(s, one.mutation, one.input, one.with, "")); got != one.want {
				t.Errorf("%s answers %s, not %s", one.mutation, got, one.want)
			}
		}
		untouched(s, before)
	})
}
