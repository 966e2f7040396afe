package publish

import (
	"context"
	"maps"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// releaseAttribute keeps the release that a source lists a defect under.
const releaseAttribute = "release"

// defects stores defects.
func (p *publisher) defects(ctx context.Context) error {
	return each(ctx, p, record.KindDefect, "defects", func(_ []int, batch []*record.Defect) error {
		var drafts []defects.Draft
		var stated []*record.Defect
		for _, d := range batch {
			if p.repeated(d, d.Key, d.External) {
				continue
			}
			drafts, stated = append(drafts, p.defect(d, len(drafts))), append(stated, d)
		}
		outcome, err := defects.Put(ctx, p.tx, p.project, drafts, p.now)
		if err != nil {
			return err
		}
		p.report.add(outcome, placesOf(stated))
		p.settle(outcome.Became)
		for i, is := range outcome.Became {
			p.keyless(stated[i], stated[i].Stated, "defect", "defects")
			if is.IsNew && drafts[i].Title == "" {
				p.untitled(record.KindDefect, placeOf(stated[i]), "defect", "defects")
			}
		}
		return nil
	})
}

func (p *publisher) defect(d *record.Defect, index int) defects.Draft {
	draft := defects.Draft{
		Key: d.Key, Title: d.Title, Text: d.Text, Attributes: d.Attributes, External: external(d.External),
		ReportedAt: d.ReportedAt.UTC().Truncate(time.Microsecond),
		Status:     word[defect.Status](p, d, index, "status", d.Status),
		Severity:   word[defect.Severity](p, d, index, "severity", d.Severity),
		Priority:   word[defect.Priority](p, d, index, "priority", d.Priority),
		Resolution: word[defect.Resolution](p, d, index, "resolution", d.Resolution),
		Stated:     attributeStated(d.Stated, releaseAttribute),

		FoundInBuildID: p.build(d.FoundIn), FixedInBuildID: p.build(d.FixedIn),
	}
	if d.Release != "" && draft.Attributes[releaseAttribute] == "" {
		draft.Attributes = maps.Clone(draft.Attributes)
		if draft.Attributes == nil {
			draft.Attributes = map[string]string{}
		}
		draft.Attributes[releaseAttribute] = d.Release
	}
	return draft
}

// defectLinks joins defects to where they showed.
func (p *publisher) defectLinks(ctx context.Context) error {
	return each(ctx, p, record.KindDefectLink, "defect links", func(_ []int, batch []*record.DefectLink) error {
		drafts, places := make([]defects.LinkDraft, len(batch)), make([]place, len(batch))
		for i, l := range batch {
			drafts[i] = defects.LinkDraft{
				Defect: l.Defect, Case: l.Case, Requirement: l.Requirement,
				ExecutionFile: l.ExecutionFile, ExecutionName: l.ExecutionName,
			}
			places[i] = placeOf(l)
		}
		outcome, err := defects.Link(ctx, p.tx, p.project, drafts, p.now)
		p.report.add(outcome, places)
		return err
	})
}
