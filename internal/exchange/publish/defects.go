package publish

import (
	"context"
	"maps"
	"strings"
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
		var places []place
		for _, d := range batch {
			if p.repeated(d, d.Key, d.External) {
				continue
			}
			at := placeOf(d)
			drafts, places = append(drafts, p.defect(d, at)), append(places, at)
		}
		outcome, err := defects.Put(ctx, p.tx, p.project, drafts, p.now)
		p.report.add(outcome, places)
		return err
	})
}

func (p *publisher) defect(d *record.Defect, at place) defects.Draft {
	draft := defects.Draft{
		Key: d.Key, Title: d.Title, Text: d.Text, Attributes: d.Attributes, External: external(d.External),
		ReportedAt: d.ReportedAt.UTC().Truncate(time.Microsecond),
		Status:     word[defect.Status](p, defectStatuses, at, "status", d.Status, "NEW"),
		Severity:   word[defect.Severity](p, severities, at, "severity", d.Severity, ""),
		Priority:   word[defect.Priority](p, priorities, at, "priority", d.Priority, ""),
		Resolution: word[defect.Resolution](p, resolutions, at, "resolution", d.Resolution, ""),

		FoundInBuildID: p.build(d.FoundIn), FixedInBuildID: p.build(d.FixedIn),
	}
	if draft.Title == "" {
		draft.Title, _, _ = strings.Cut(strings.TrimSpace(d.Text), "\n")
		if draft.Title == "" {
			draft.Title = d.Key
		}
		if draft.Title == "" {
			draft.Title = "untitled"
		}
		p.report.warn(at, "title", "the defect has no title; it is shown as "+draft.Title)
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
