package demo

import "github.com/asterism-qa/asterism/internal/exchange/record"

// Records gives the whole workspace to yield: requirements with parents first, refinements, cases, links, results in
// the order of time, defects in the order of reporting, defect links, and the defects that were reported once more. An error of yield ends it and is returned.
func Records(yield func(record.Record) error) error {
	w, err := load()
	if err != nil {
		return err
	}
	results, met, err := w.history()
	if err != nil {
		return err
	}
	groups := [][]record.Record{w.requirementRecords(), w.refinementRecords(), w.caseRecords(), w.linkRecords()}
	told := make([]record.Record, len(results))
	for i, r := range results {
		told[i] = r
	}
	groups = append(groups, told, w.defectRecords(met), w.defectLinkRecords(met), w.repeatRecords(met))
	for _, group := range groups {
		for _, r := range group {
			if err := yield(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// Write gives the workspace to the sink of an import, as a reader of a file does.
func Write(sink record.Sink) error { return Records(sink.Put) }
