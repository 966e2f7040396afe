package publish

import (
	"context"
	"fmt"

	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
)

// caseNames knows which test case each name in results means.
type caseNames struct {
	p       *publisher
	finder  *cases.Finder // reads the aliases once; results make no case with aliases
	found   map[string]cases.Found
	trashed map[string]bool // names of cases that are in the trash
	asked   map[string]bool
}

func newCaseNames(p *publisher) *caseNames {
	return &caseNames{p: p, finder: cases.NewFinder(p.tx, p.project), found: map[string]cases.Found{}, trashed: map[string]bool{}, asked: map[string]bool{}}
}

// learn looks up the names in a batch and makes the cases that are missing, as the mapping says.
func (n *caseNames) learn(ctx context.Context, batch []*record.Result) error {
	var names []string
	for _, r := range batch {
		if !n.asked[r.Case] {
			n.asked[r.Case] = true
			names = append(names, r.Case)
		}
	}
	if err := n.find(ctx, names); err != nil {
		return err
	}
	var drafts []cases.Draft
	var made []string
	for _, r := range batch {
		if _, known := n.found[r.Case]; known || n.trashed[r.Case] {
			continue
		}
		switch n.p.in.Mapping.UnknownCases(r.File) {
		case mapping.Refuse:
			return record.Errorf(r.Position, "case", "names the test case %s, which is not in the project; the mapping says that unknown cases are refused", r.Case)
		case mapping.Skip:
			continue
		}
		key := stage.ShortKey(r.Case)
		if key != r.Case {
			n.p.report.warn(placeOf(r), "case", "the name is too long for a key; the test case is known here as "+key)
		}
		n.trashed[r.Case] = true // unless it is found once it is made
		drafts = append(drafts, cases.Draft{
			Key: key, Title: r.Case, Type: testcase.TypeAUTOMATED, AutomationID: r.Case,
		})
		made = append(made, r.Case)
	}
	outcome, err := cases.Put(ctx, n.p.tx, n.p.project, drafts, n.p.now)
	if err != nil {
		return err
	}
	n.p.report.made("cases", outcome.Created)
	return n.find(ctx, made)
}

func (n *caseNames) find(ctx context.Context, names []string) error {
	found, err := n.finder.Find(ctx, names)
	if err != nil {
		return err
	}
	for name, one := range found {
		n.found[name] = one
		delete(n.trashed, name)
	}
	return nil
}

// skip tells, once for each case, that a result was left out.
func (n *caseNames) skip(r *record.Result) {
	name, why := r.Case, "is not in the project"
	if n.trashed[name] {
		why = "is in the trash"
	}
	n.p.words.note("case\x00"+name, placeOf(r), func(count int) (string, string) {
		return "case", fmt.Sprintf("the test case %s %s; its results were left out (%d)", name, why, count)
	})
}
