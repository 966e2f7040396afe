package publish

import (
	"context"
	"slices"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/remarks"
	"github.com/asterism-qa/asterism/internal/suites"
)

// suites stores suites that the files state themselves, so that also those without a case are there.
func (p *publisher) suites(ctx context.Context) error {
	return each(ctx, p, record.KindSuite, "suites", func(_ []int, batch []*record.Suite) error {
		paths := make([][]string, len(batch))
		for i, s := range batch {
			paths[i] = s.Path
		}
		found, made, err := suites.EnsurePath(ctx, p.tx, p.project, paths)
		if err != nil {
			return err
		}
		p.report.made("suites", len(made))
		texts, ids := map[ident.ID]string{}, []ident.ID(nil)
		for _, s := range batch {
			if id := found[suites.PathKey(s.Path)]; s.Text != "" && texts[id] == "" {
				texts[id], ids = s.Text, append(ids, id)
			}
		}
		return p.describe(ctx, ids, texts, made)
	})
}

// describe gives suites the descriptions that the files state; an empty one says nothing.
func (p *publisher) describe(ctx context.Context, ids []ident.ID, texts map[ident.ID]string, made map[ident.ID]bool) error {
	is, err := p.tx.Suite.Query().Where(bulk.IDs[predicate.Suite](suite.FieldID, ids)).All(ctx)
	if err != nil {
		return err
	}
	var changed []ident.ID
	for _, s := range is {
		if s.Description == texts[s.ID] {
			continue
		}
		changed = append(changed, s.ID)
		if !made[s.ID] {
			p.report.Updated++
		}
	}
	if len(changed) == 0 {
		return nil
	}
	return p.tx.Suite.Update().Where(bulk.IDs[predicate.Suite](suite.FieldID, changed)).AddVersion(1).
		Modify(func(u *sql.UpdateBuilder) { bulk.Each(u, suite.FieldDescription, "text", texts) }).
		Exec(changes.Setting(ctx, suite.FieldDescription))
}

// file puts stored cases into their suites, and their tags on them.
func (p *publisher) file(ctx context.Context, stated []*record.Case, outcome bulk.Outcome) error {
	var keys []string
	for i, c := range stated {
		if len(c.SuitePath)+len(c.Tags) > 0 {
			keys = append(keys, outcome.Became[i].Key)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	known, err := p.tx.TestCase.Query().Where(testcase.ProjectID(p.project.ID), bulk.Texts[predicate.TestCase](testcase.FieldKey, keys)).
		Select(testcase.FieldID, testcase.FieldKey).All(ctx)
	if err != nil {
		return err
	}
	ids := make(map[string]ident.ID, len(known))
	for _, c := range known {
		ids[c.Key] = c.ID
	}
	var paths [][]string
	var filed []*record.Case
	tags, places := map[ident.ID][]string{}, []ident.ID(nil)
	isNew := map[ident.ID]bool{}
	for i, c := range stated {
		id, here := ids[outcome.Became[i].Key] // what is in the trash is not
		if !here {
			continue
		}
		isNew[id] = outcome.Became[i].IsNew
		if kept := p.tags(c); len(kept) > 0 {
			tags[id] = kept
		}
		if len(c.SuitePath) > 0 {
			paths, filed, places = append(paths, c.SuitePath), append(filed, c), append(places, id)
		}
	}
	touched, err := p.tag(ctx, tags)
	if err != nil {
		return err
	}
	if len(filed) > 0 {
		found, made, err := suites.EnsurePath(ctx, p.tx, p.project, paths)
		if err != nil {
			return err
		}
		p.report.made("suites", len(made))
		placements := make([]suites.Placement, len(filed))
		for i, c := range filed {
			placements[i] = suites.Placement{Suite: found[suites.PathKey(c.SuitePath)], TestCase: places[i]}
		}
		put, err := suites.Append(ctx, p.tx, p.project, placements)
		if err != nil {
			return err
		}
		for _, id := range put {
			touched[id] = true
		}
		if err := p.also(ctx, filed, places, put); err != nil {
			return err
		}
	}
	p.recount(touched, isNew, outcome)
	return nil
}

// also puts cases that were filed just now into their further suites.
func (p *publisher) also(ctx context.Context, stated []*record.Case, ids, put []ident.ID) error {
	isPut := make(map[ident.ID]bool, len(put))
	for _, id := range put {
		isPut[id] = true
	}
	var paths [][]string
	wanted := map[string][]ident.ID{} // cases by the suite's path
	for i, c := range stated {
		for _, path := range c.Also {
			if key := suites.PathKey(path); len(path) > 0 && isPut[ids[i]] && !slices.Contains(wanted[key], ids[i]) {
				if wanted[key] == nil {
					paths = append(paths, path)
				}
				wanted[key] = append(wanted[key], ids[i])
			}
		}
	}
	if len(paths) == 0 {
		return nil
	}
	found, made, err := suites.EnsurePath(ctx, p.tx, p.project, paths)
	if err != nil {
		return err
	}
	p.report.made("suites", len(made))
	for _, path := range paths {
		key := suites.PathKey(path)
		for some := range slices.Chunk(wanted[key], placedAtOnce) {
			if _, err := suites.Place(ctx, p.tx, suites.PlaceInput{Suite: found[key], TestCases: some}); err != nil {
				return err
			}
		}
	}
	return nil
}

// placedAtOnce is how many cases are put into a suite at once.
const placedAtOnce = 1000

// tags are the words of a case that can be kept.
func (p *publisher) tags(c *record.Case) []string {
	var kept []string
	for _, said := range c.Tags {
		name, err := remarks.TagName(said)
		if err != nil {
			p.report.warn(placeOf(c), "tags", "the tag "+strconv.Quote(said)+" was left out: "+err.Error())
			continue
		}
		kept = append(kept, name)
	}
	return kept
}

// tag puts tags on cases and tells which cases got one that they did not have.
func (p *publisher) tag(ctx context.Context, tags map[ident.ID][]string) (map[ident.ID]bool, error) {
	touched := map[ident.ID]bool{}
	if len(tags) == 0 {
		return touched, nil
	}
	about := make([]ident.ID, 0, len(tags))
	for id := range tags {
		about = append(about, id)
	}
	count := func() (map[ident.ID]int, error) {
		all, err := p.tx.Tag.Query().Where(bulk.IDs[predicate.Tag](tag.FieldTestCaseID, about)).Select(tag.FieldTestCaseID).All(ctx)
		counts := map[ident.ID]int{}
		for _, one := range all {
			counts[*one.TestCaseID]++
		}
		return counts, err
	}
	before, err := count()
	if err != nil {
		return nil, err
	}
	if err := remarks.PutTags(ctx, p.tx, p.project, tags); err != nil {
		return nil, err
	}
	after, err := count()
	for id, n := range after {
		touched[id] = n > before[id]
	}
	return touched, err
}

// recount counts cases that only got a place or a tag among those that were updated.
func (p *publisher) recount(touched, isNew map[ident.ID]bool, outcome bulk.Outcome) {
	n := 0
	for id, is := range touched {
		if is && !isNew[id] {
			n++
		}
	}
	n = min(n, outcome.Unchanged)
	p.report.Unchanged -= n
	p.report.Updated += n
}
