package app_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
)

// story is what the demo says, in sentences without ids.
func story(ctx context.Context, t *testing.T, client *ent.Client) []string {
	t.Helper()
	var lines []string
	say := func(parts ...any) { lines = append(lines, fmt.Sprintln(parts...)) }
	for _, v := range client.RequirementVersion.Query().WithRequirement().AllX(ctx) {
		say(v.Edges.Requirement.Key, v.Number, v.CreatedAt, v.Reason, v.Title, v.Text, v.ContentHash)
	}
	for _, v := range client.TestCaseVersion.Query().WithTestCase().AllX(ctx) {
		say(v.Edges.TestCase.Key, v.Number, v.CreatedAt, v.Reason, v.ContentHash)
	}
	for _, r := range client.Requirement.Query().AllX(ctx) {
		say(r.Key, r.Version, r.Status, r.ReviewNote, r.ReviewedAt)
	}
	for _, l := range client.TraceLink.Query().WithRequirement().WithTestCase().AllX(ctx) {
		from, to := l.UnresolvedKey, l.UnresolvedKey
		if l.Edges.Requirement != nil {
			from = l.Edges.Requirement.Key
		}
		if l.Edges.TestCase != nil {
			to = l.Edges.TestCase.Key
		}
		say(from, to, l.Version, l.State, l.Reason, l.AffirmedAt, l.ChangedFields)
	}
	for _, d := range client.Defect.Query().AllX(ctx) {
		say(d.Key, d.Version, d.Status, d.ReportedAt, d.EndedAt, d.Reopened)
	}
	for _, c := range client.Comment.Query().AllX(ctx) {
		say("comment", c.Text)
	}
	for _, tag := range client.Tag.Query().AllX(ctx) {
		say("tag", tag.Name)
	}
	for _, s := range client.Suite.Query().WithParent().AllX(ctx) {
		above := ""
		if s.Edges.Parent != nil {
			above = s.Edges.Parent.Name
		}
		say("suite", s.Name, above, s.Position)
	}
	for _, s := range client.FailureSignature.Query().AllX(ctx) {
		say("signature", s.Text, s.Class, s.Note, s.FirstSeenAt, s.LastSeenAt)
	}
	slices.Sort(lines)
	return lines
}
