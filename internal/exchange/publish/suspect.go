package publish

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/ident"
)

// suspects are the links of a project that are SUSPECT, those between requirements and those to test cases.
func suspects(ctx context.Context, client *ent.Client, project *ent.Project) (map[ident.ID]bool, error) {
	between, err := client.RequirementLink.Query().
		Where(requirementlink.ProjectID(project.ID), requirementlink.StateEQ(requirementlink.StateSUSPECT)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	traces, err := client.TraceLink.Query().
		Where(tracelink.ProjectID(project.ID), tracelink.StateEQ(tracelink.StateSUSPECT)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	found := make(map[ident.ID]bool, len(between)+len(traces))
	for _, ids := range [][]ident.ID{between, traces} {
		for _, id := range ids {
			found[id] = true
		}
	}
	return found, nil
}

// tellSuspect warns of links that became SUSPECT. That is a reaction to the import and so known only after it, and the
// record that the import left does not hold the warning.
func (p *publisher) tellSuspect(ctx context.Context, client *ent.Client) {
	if p.report.Updated == 0 {
		return
	}
	after, err := suspects(ctx, client, p.project)
	if err != nil {
		p.report.warn(place{}, "", "the import took place; how many links became SUSPECT by it could not be read: "+err.Error())
		return
	}
	became := 0
	for id := range after {
		if !p.suspect[id] {
			became++
		}
	}
	if became > 0 {
		p.report.warn(place{}, "", counted(became, "link", "links")+" became SUSPECT by changed content; affirm or retire them")
	}
}
