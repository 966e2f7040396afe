package matrix_test

import (
	"cmp"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/matrix"
)

// cell is one of the model: places in the lists of the world, what it says, and how many links there are.
type cell struct {
	requirement, testCase int
	evidence              coverage.Status
	links                 int
}

// rows says the rule of the rows once more, without any care for time.
func (w *world) rows(q matrix.Question) []int {
	var kept []int
	for i, one := range w.requirements {
		if !one.trashed && has(one, q.Rows.Text) && !(q.Gaps && w.isCovered(i, nil)) {
			kept = append(kept, i)
		}
	}
	slices.SortStableFunc(kept, func(a, b int) int { return cmp.Compare(w.requirements[a].position, w.requirements[b].position) })
	return kept
}

func (w *world) columns(q matrix.Question) []int {
	var kept []int
	rows := w.rows(q)
	for i, one := range w.cases {
		linked := slices.ContainsFunc(rows, func(r int) bool { return len(w.between(r, i)) > 0 })
		if !one.trashed && has(one, q.Columns.Text) && (linked || !q.Linked) {
			kept = append(kept, i)
		}
	}
	slices.SortFunc(kept, func(a, b int) int { return cmp.Compare(w.cases[a].key, w.cases[b].key) })
	return kept
}

func has(one thing, text string) bool {
	return strings.Contains(strings.ToLower(one.key), strings.ToLower(text)) || strings.Contains(strings.ToLower(one.title), strings.ToLower(text))
}

// isCovered walks every path down; a requirement that is met again on its own path adds nothing.
func (w *world) isCovered(requirement int, path []int) bool {
	if slices.Contains(path, requirement) {
		return false
	}
	for c, one := range w.cases {
		if !one.trashed && len(w.between(requirement, c)) > 0 {
			return true
		}
	}
	return slices.ContainsFunc(w.refinements, func(r [2]int) bool {
		return r[1] == requirement && !w.requirements[r[0]].trashed && w.isCovered(r[0], append(slices.Clone(path), requirement))
	})
}

func (w *world) between(requirement, testCase int) []link {
	var found []link
	for _, one := range w.links {
		if one.requirement == requirement && one.testCase == testCase && one.state != "CLOSED" {
			found = append(found, one)
		}
	}
	return found
}

func (w *world) cells(rows, columns []int) []cell {
	var all []cell
	for _, r := range rows {
		for _, c := range columns {
			links := w.between(r, c)
			if len(links) == 0 {
				continue
			}
			evidence := coverage.NotRun
			switch w.cases[c].outcome {
			case "FAILED", "ERROR":
				evidence = coverage.Failed
			case "PASSED":
				evidence = coverage.Stale
				if slices.ContainsFunc(links, func(l link) bool { return l.state != "SUSPECT" }) {
					evidence = coverage.Passed
				}
			}
			all = append(all, cell{r, c, evidence, len(links)})
		}
	}
	return all
}

// part is what a window shows of an axis.
func part(all []int, axis matrix.Axis) []int {
	from := min(axis.From, len(all))
	return all[from:min(len(all), from+axis.First)]
}
