package table

import "github.com/asterism-qa/asterism/internal/exchange/record"

// ends are the fields of each kind that join two things, the first end first.
var ends = map[record.Kind][]string{
	record.KindRefinement: {"child", "parent"},
	record.KindLink:       {"requirement", "case"},
	record.KindDefectLink: {"defect", "case", "requirement", "execution", "executionFile"},
}

// maxPairs bounds what one row can state.
const maxPairs = 10_000

// links puts one record for every pair of values of the two ends.
func (r row) links() error {
	var mapped []string
	for _, field := range ends[r.rule.Kind] {
		if !r.rule.Has(field) {
			continue
		}
		if r.texts(field)[0] == "" {
			r.warn(field, "the cell is empty, so the row states no %s; a skipEmpty entry in the mapping says that this is meant",
				r.rule.Kind)
			return nil
		}
		mapped = append(mapped, field)
	}
	other := mapped[1]
	firsts, seconds := r.texts(mapped[0]), r.texts(other)
	if len(firsts)*len(seconds) > maxPairs {
		return record.Errorf(r.place, r.name(mapped[0]), "the row states more than %d of kind %s; is the split right?",
			maxPairs, r.rule.Kind)
	}
	for _, first := range firsts {
		for _, second := range seconds {
			if err := r.sheet.put(r.link(other, first, second)); err != nil {
				return err
			}
		}
	}
	return nil
}

// link is the record that joins two things; other is the field that the second value is of.
func (r row) link(other, first, second string) record.Record {
	switch r.rule.Kind {
	case record.KindRefinement:
		return &record.Refinement{Position: r.place, Child: first, Parent: second, Role: r.role("REFINES")}
	case record.KindLink:
		return &record.Link{Position: r.place, Requirement: first, Case: second, Role: r.role("VERIFIES")}
	}
	link := &record.DefectLink{Position: r.place, Defect: first}
	switch other {
	case "case":
		link.Case = second
	case "requirement":
		link.Requirement = second
	default:
		link.ExecutionFile, link.ExecutionName = r.text("executionFile"), second
	}
	return link
}

func (r row) role(usual string) string {
	if role := r.text("role"); role != "" {
		return role
	}
	return usual
}
