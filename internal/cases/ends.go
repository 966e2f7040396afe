package cases

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// ends are the requirements and test cases that links join, the trash included, and what has changed at them.
type ends struct {
	requirements map[ident.ID]*ent.Requirement
	cases        map[ident.ID]*ent.TestCase
	// changed says for each end and pinned version which fields that count differ from the present content.
	changed map[ident.ID]map[int][]string
}

// loadEnds loads what links with both ends join.
func loadEnds(ctx context.Context, tx *ent.Client, loaded []*ent.TraceLink) (*ends, error) {
	e := &ends{requirements: map[ident.ID]*ent.Requirement{}, cases: map[ident.ID]*ent.TestCase{}, changed: map[ident.ID]map[int][]string{}}
	for _, one := range loaded {
		e.requirements[*one.RequirementID], e.cases[*one.TestCaseID] = nil, nil
	}
	ctx = people.IncludingTrash(ctx)
	bases, err := tx.Requirement.Query().
		Where(bulk.IDs[predicate.Requirement](requirement.FieldID, slices.Collect(maps.Keys(e.requirements)))).
		Select(requirement.FieldID, requirement.FieldKey, requirement.FieldContentVersion, requirement.FieldDeletedAt).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, one := range bases {
		e.requirements[one.ID] = one
	}
	tests, err := tx.TestCase.Query().
		Where(bulk.IDs[predicate.TestCase](testcase.FieldID, slices.Collect(maps.Keys(e.cases)))).
		Select(testcase.FieldID, testcase.FieldProjectID, testcase.FieldKey, testcase.FieldContentVersion, testcase.FieldDeletedAt).All(ctx)
	for _, one := range tests {
		e.cases[one.ID] = one
	}
	return e, err
}

// compare finds out what has changed at the ends of links that were made for earlier versions.
func (e *ends) compare(ctx context.Context, tx *ent.Client, loaded []*ent.TraceLink) error {
	basisPins, casePins := requirements.Pins{}, map[ident.ID][]int{}
	for _, one := range loaded {
		basis, test := e.requirements[*one.RequirementID], e.cases[*one.TestCaseID]
		if basis != nil && basis.ContentVersion != one.RequirementVersion {
			basisPins[basis.ID] = append(basisPins[basis.ID], one.RequirementVersion)
		}
		if test != nil && test.ContentVersion != one.TestCaseVersion {
			casePins[test.ID] = append(casePins[test.ID], one.TestCaseVersion)
		}
	}
	if len(basisPins) > 0 {
		changed, err := requirements.ChangedSince(ctx, tx, basisPins)
		if err != nil {
			return err
		}
		maps.Copy(e.changed, changed)
	}
	if len(casePins) > 0 {
		changed, err := changedSince(ctx, tx, e.cases, casePins)
		if err != nil {
			return err
		}
		maps.Copy(e.changed, changed)
	}
	return nil
}

// standing is what a link is now.
func (e *ends) standing(one *ent.TraceLink) standing {
	basis, test := e.requirements[*one.RequirementID], e.cases[*one.TestCaseID]
	if basis == nil || test == nil {
		return standing{one.State, one.ChangedFields, one.Reason}
	}
	var away []string
	if basis.DeletedAt != nil {
		away = append(away, basis.Key)
	}
	if test.DeletedAt != nil {
		away = append(away, test.Key)
	}
	switch len(away) {
	case 1:
		return standing{state: tracelink.StateORPHANED, reason: away[0] + " is in the trash"}
	case 2:
		return standing{state: tracelink.StateORPHANED, reason: strings.Join(away, " and ") + " are in the trash"}
	}
	now := standing{state: tracelink.StateSUSPECT}
	var parts []string
	older := false
	for _, end := range []struct {
		id           ident.ID
		name         string
		then, number int
	}{{basis.ID, "requirement", one.RequirementVersion, basis.ContentVersion}, {test.ID, "test case", one.TestCaseVersion, test.ContentVersion}} {
		if end.then == end.number {
			continue
		}
		older = true
		part := fmt.Sprintf("%s v%d → v%d", end.name, end.then, end.number)
		fields, isKnown := e.changed[end.id][end.then]
		switch {
		case !isKnown: // of a version that nobody has anything may have changed
			parts = append(parts, part)
		case len(fields) > 0:
			parts = append(parts, part+": "+strings.Join(fields, ", "))
		}
		for _, field := range fields {
			now.fields = append(now.fields, strings.ReplaceAll(strings.ToUpper(end.name), " ", "_")+"."+field)
		}
	}
	now.reason = strings.Join(parts, "; ")
	switch {
	case len(parts) > 0:
		return now
	case one.State == tracelink.StateSUSPECT && older, wasSuspect(one): // only a person can say that it holds again
		return standing{state: tracelink.StateSUSPECT, reason: "nothing that counts differs any more; affirm it"}
	case one.State == tracelink.StateORPHANED && one.BeforeTrash != nil:
		return standing{state: tracelink.StateVALID, reason: one.BeforeTrash.Reason}
	case one.State == tracelink.StateORPHANED:
		return standing{state: tracelink.StateVALID}
	}
	return standing{one.State, one.ChangedFields, one.Reason}
}

// wasSuspect tells whether a link that waits for an end in the trash was SUSPECT when that went there.
func wasSuspect(one *ent.TraceLink) bool {
	return one.State == tracelink.StateORPHANED && one.BeforeTrash != nil && one.BeforeTrash.State == string(tracelink.StateSUSPECT)
}

// before is what a link that is ORPHANED from now on remembers; nothing when both its ends are there.
func before(one *ent.TraceLink, now standing) *schema.LinkBefore {
	switch {
	case now.state != tracelink.StateORPHANED:
		return nil
	case one.State == tracelink.StateORPHANED:
		return one.BeforeTrash
	}
	return &schema.LinkBefore{State: string(one.State), Reason: one.Reason}
}
