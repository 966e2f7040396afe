package coverage

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Of answers for each of the requirements that the viewer may see; the others are absent. It takes at most five
// statements, whatever the number of requirements, of their projects, and the depth of refinement. Nothing links across
// projects, which the database itself ensures, so whoever may see a requirement may see all that it leads to.
func Of(ctx context.Context, client *ent.Client, requirements []ident.ID, scope Scope) (map[ident.ID]Answer, error) {
	answers := map[ident.ID]Answer{}
	if len(requirements) == 0 {
		return answers, nil
	}
	roots, exists, err := asked(ctx, client, requirements, scope)
	if err != nil {
		return nil, err
	}
	if len(roots) == 0 {
		return answers, nil
	}
	refinements, err := below(ctx, client, roots)
	if err != nil {
		return nil, err
	}
	links, err := directCases(ctx, client, members(roots, refinements))
	if err != nil {
		return nil, err
	}
	words, err := CaseWords(ctx, client, casesOf(links, nil), scope)
	if err != nil {
		return nil, err
	}
	counts := count(links, words)
	if err := addDefects(ctx, client, roots, links, counts); err != nil {
		return nil, err
	}
	spoken := map[ident.ID]Status{}
	for _, id := range members(roots, refinements) {
		spoken[id] = counts[id].direct()
	}
	spoken = climb(spoken, refinements)
	for _, id := range roots {
		answer := counts[id]
		answer.Status = Unknown
		if exists[id] {
			answer.Status = spoken[id]
		}
		answers[id] = answer
	}
	return answers, nil
}

// count sorts the direct cases of each requirement by their words.
func count(links []directCase, words map[ident.ID]Word) map[ident.ID]Answer {
	counts := map[ident.ID]Answer{}
	for _, link := range links {
		answer := counts[link.Requirement]
		answer.Cases++
		switch words[link.Case].after(link.Needs) {
		case Failed:
			answer.Failed++
		case Stale:
			answer.Stale++
		case Passed:
			answer.Passed++
		default:
			answer.NotRun++
		}
		counts[link.Requirement] = answer
	}
	return counts
}

// addDefects counts the open defects of the requirements that were asked for.
func addDefects(
	ctx context.Context, client *ent.Client, roots []ident.ID, links []directCase, counts map[ident.ID]Answer,
) error {
	wanted := make(map[ident.ID]map[ident.ID]bool, len(roots))
	for _, id := range roots {
		wanted[id] = map[ident.ID]bool{}
	}
	cases := casesOf(links, func(link directCase) bool { return wanted[link.Requirement] != nil })
	if len(cases) == 0 {
		return nil
	}
	open, err := openDefects(ctx, client, cases)
	if err != nil {
		return err
	}
	for _, link := range links {
		seen := wanted[link.Requirement]
		for _, id := range open[link.Case] {
			if seen == nil || seen[id] {
				continue
			}
			seen[id] = true
			answer := counts[link.Requirement]
			answer.OpenDefects++
			counts[link.Requirement] = answer
		}
	}
	return nil
}

// members are the requirements asked for and all below them, each once.
func members(roots []ident.ID, refinements []refinement) []ident.ID {
	all := append([]ident.ID{}, roots...)
	for _, r := range refinements {
		all = append(all, r.Child)
	}
	return distinct(all)
}

// casesOf are the cases of the links that are wanted, each once.
func casesOf(links []directCase, wanted func(directCase) bool) []ident.ID {
	var all []ident.ID
	for _, link := range links {
		if wanted == nil || wanted(link) {
			all = append(all, link.Case)
		}
	}
	return distinct(all)
}

// distinct drops repetitions and keeps the order.
func distinct(ids []ident.ID) []ident.ID {
	seen := make(map[ident.ID]bool, len(ids))
	kept := ids[:0]
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			kept = append(kept, id)
		}
	}
	return kept
}
