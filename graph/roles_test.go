package graph_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// least is the least role that each mutation needs. A mutation that is not here fails the tests: decide who may do it.
var least = func() map[string]membership.Role {
	all := map[string]membership.Role{}
	for role, mutations := range map[membership.Role]string{
		membership.RoleTESTER: `executionRecord signatureClassify
			cycleCreate cycleReady cycleStart cyclePause cycleResume cycleComplete cycleClose cycleAbort
			defectReport defectRevise defectConfirm defectAssign defectStart defectResolve defectVerify defectClose defectReopen
			defectReject defectDefer defectMarkDuplicate defectLink defectUnlink
			commentAdd commentRevise commentTrash commentRestore tagAdd tagRemove attachmentTrash attachmentRestore`,
		membership.RoleEDITOR: `caseCreate caseRevise caseRestoreVersion caseSubmit caseApprove caseRework caseDeprecate caseTrash caseRestore
			defectTrash defectRestore linkCreate requirementLinkCreate linkAffirm linkRetire
			releaseCreate releaseStart releaseFinish releaseLock releaseReopen releaseRollBack
			requirementCreate requirementRevise requirementRestoreVersion requirementMove requirementSubmit requirementApprove requirementRework
			requirementImplement requirementVerify requirementRetire requirementTrash requirementRestore
			suiteCreate suiteRevise suiteMove suitePlaceCases suiteMoveCases suiteRemoveCases suiteTrash suiteRestore
			consumerCreate consumerAck consumerMove consumerPause consumerResume consumerDelete`,
		membership.RoleADMIN: `projectConfigure
			webhookCreate webhookRevise webhookRotateSecret webhookPause webhookResume webhookReplay webhookPing webhookDelete`,
		"": `projectCreate`, // anybody who is signed in
	} {
		for _, mutation := range strings.Fields(mutations) {
			all[mutation] = role
		}
	}
	return all
}()

// mutations are those of the schema, each with the type of its input.
func mutations(t *testing.T, schema *ast.Schema) []*ast.FieldDefinition {
	t.Helper()
	for _, one := range schema.Mutation.Fields {
		if _, known := least[one.Name]; !known {
			t.Errorf("%s: nobody has decided who may do this", one.Name)
		}
	}
	if len(schema.Mutation.Fields) != len(least) {
		t.Errorf("the schema has %d mutations and %d are known", len(schema.Mutation.Fields), len(least))
	}
	return schema.Mutation.Fields
}

// attempt is what came of a mutation: the codes of all its errors, and the answer.
type attempt struct {
	codes []string
	raw   string
}

// perform sends a mutation with an input.
func perform(s *graphtest.Server, mutation *ast.FieldDefinition, input map[string]any) attempt {
	s.T.Helper()
	got := s.Ask(fmt.Sprintf(`mutation($input: %s) { done: %s(input: $input) { userErrors { code field message } } }`,
		mutation.Arguments.ForName("input").Type, mutation.Name), map[string]any{"input": input})
	a := attempt{raw: string(got.Raw)}
	for _, one := range got.Errors {
		a.codes = append(a.codes, fmt.Sprint(one.Extensions["code"]))
	}
	var data struct {
		Done struct{ UserErrors []struct{ Code string } }
	}
	decode(s.T, got.Data, &data)
	for _, one := range data.Done.UserErrors {
		a.codes = append(a.codes, one.Code)
	}
	return a
}

// only tells whether there are errors and all have this code.
func (a attempt) only(code string) bool {
	return len(a.codes) > 0 && !slices.ContainsFunc(a.codes, func(one string) bool { return one != code })
}

// contents are all rows of all tables, so that a test can tell whether anything was written.
func contents(s *graphtest.Server) map[string]string {
	s.T.Helper()
	ctx, all := people.IncludingTrash(viewer.AsSystem(context.Background())), map[string]string{}
	client := reflect.ValueOf(s.Store.Client).Elem()
	for i := range client.NumField() {
		if !client.Type().Field(i).IsExported() || !client.Field(i).MethodByName("Query").IsValid() {
			continue
		}
		results := client.Field(i).MethodByName("Query").Call(nil)[0].MethodByName("All").Call([]reflect.Value{reflect.ValueOf(ctx)})
		if err, failed := results[1].Interface().(error); failed {
			s.T.Fatal(err)
		}
		var rows []string
		for j := range results[0].Len() {
			rows = append(rows, fmt.Sprint(results[0].Index(j).Interface()))
		}
		sort.Strings(rows)
		all[client.Type().Field(i).Name] = strings.Join(rows, "\n")
	}
	return all
}

// untouched fails for each table that is not as it was.
func untouched(s *graphtest.Server, before map[string]string) {
	s.T.Helper()
	for table, rows := range contents(s) {
		if rows != before[table] {
			s.T.Errorf("%s was written to: %s", table, difference(before[table], rows))
		}
	}
}

// asRole is a member with a role in a scene of the role's own, who wrote its first comment and attachment.
func asRole(s *graphtest.Server, role membership.Role) (*graphtest.Server, scene) {
	s.T.Helper()
	founder := somebody(s, "founder of "+string(role))
	c := build(founder, "P"+string(role))
	member := somebody(s, string(role))
	project, err := ident.Parse(c.ids["Requirement"][0])
	if err != nil {
		s.T.Fatal(err)
	}
	founder.Write(func(ctx context.Context, tx *ent.Client) error {
		return people.Grant(ctx, tx, tx.Requirement.GetX(ctx, project).ProjectID, member.Viewer.User, role)
	})
	member.Write(func(ctx context.Context, tx *ent.Client) error {
		r := tx.Requirement.GetX(ctx, project)
		said := tx.Comment.Create().SetProjectID(r.ProjectID).SetRequirementID(r.ID).SetText("Mine").SaveX(ctx)
		file := tx.Attachment.Create().SetProjectID(r.ProjectID).SetRequirementID(r.ID).SetName("mine.txt").SetMediaType("text/plain").SetSizeBytes(1).SetContentHash("01").SaveX(ctx)
		c.ids["Comment"], c.ids["Attachment"] = []string{said.ID.String()}, []string{file.ID.String()}
		return nil
	})
	return member, c
}

func TestEveryMutationNeedsItsRole(t *testing.T) {
	schema := graph.Schema(&graph.Resolver{}).Schema()
	roles := []membership.Role{"", membership.RoleVIEWER, membership.RoleTESTER, membership.RoleEDITOR, membership.RoleADMIN}
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		for rank, role := range roles[1:] {
			member, c := asRole(s, role)
			before := contents(member)
			for _, mutation := range mutations(t, schema) {
				input, missing := c.input(schema, mutation.Name, schema.Types[mutation.Arguments.ForName("input").Type.Name()], "")
				if len(missing) > 0 {
					t.Errorf("%s: say what the tests put into %s", mutation.Name, strings.Join(missing, ", "))
					continue
				}
				got, may := perform(member, mutation, input), slices.Index(roles, least[mutation.Name]) <= rank+1
				past := !slices.ContainsFunc(got.codes, func(code string) bool { return code != "CONFLICT" && code != "PRECONDITION_FAILED" })
				switch {
				case may && !past:
					t.Errorf("%s as %s: %s", mutation.Name, role, got.raw)
				case !may && !got.only("FORBIDDEN"):
					t.Errorf("%s is not refused to a %s: %s", mutation.Name, role, got.raw)
				}
				if role == membership.RoleVIEWER && may {
					before = contents(member)
				}
			}
			if role == membership.RoleVIEWER {
				untouched(member, before)
			}
		}
	})
}
