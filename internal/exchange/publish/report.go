package publish

import (
	"encoding/json"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Report says what an import found and what it changed. Its JSON form is part of the interface for programs.
type Report struct {
	// ImportRun is the id of the record that the import left, which one with a key of its own always does; that of an
	// earlier, equal one when nothing changed; empty when there is neither.
	ImportRun string `json:"importRun"`
	// Format lists the formats that were read, separated by commas.
	Format string `json:"format"`
	// Files is how many files were read.
	Files int `json:"files"`
	// Counts say what the files hold.
	Counts stage.Counts `json:"counts"`
	// Created, Updated and Unchanged count entities, without their versions.
	Created   int `json:"created"`
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
	// Warnings say what was skipped, changed or guessed.
	Warnings []record.Warning `json:"warnings"`
	// DryRun tells that nothing was written.
	DryRun bool `json:"dryRun"`
	// Kinds say the same as Created, Updated and Unchanged for each kind of thing, for those who show a preview. They are not kept
	// with the import, so an import that took place before tells none.
	Kinds []Kind `json:"-"`
}

// maxStored is how many warnings stay with the record of an import.
const maxStored = 1000

// stored turns warnings into the form in which they are kept.
func stored(warnings []record.Warning) []schema.ImportWarning {
	kept := make([]schema.ImportWarning, 0, min(len(warnings), maxStored))
	for _, w := range warnings[:cap(kept)] {
		kept = append(kept, schema.ImportWarning(w))
	}
	return kept
}

// reportOf is the report of an import that took place before.
func reportOf(run *ent.ImportRun) (*Report, error) {
	r := &Report{
		ImportRun: run.ID.String(), Format: run.Format, Files: run.Files,
		Created: run.Created, Updated: run.Updated, Unchanged: run.Unchanged, Warnings: []record.Warning{},
	}
	for _, w := range run.Warnings {
		r.Warnings = append(r.Warnings, record.Warning(w))
	}
	document, err := json.Marshal(run.Counts)
	if err != nil {
		return nil, err
	}
	return r, json.Unmarshal(document, &r.Counts)
}

// place is where a draft comes from.
type place struct {
	file string
	line int
}

func placeOf(r record.Record) place {
	at := r.Place()
	return place{at.File, at.Line}
}

func placesOf[T record.Record](records []T) []place {
	places := make([]place, len(records))
	for i, r := range records {
		places[i] = placeOf(r)
	}
	return places
}

func (r *Report) warn(at place, field, message string) {
	r.Warnings = append(r.Warnings, record.Warning{File: at.file, Line: at.line, Field: field, Message: message})
}

// add counts what came of drafts; places says where each comes from.
func (r *Report) add(outcome bulk.Outcome, places []place) {
	r.Created += outcome.Created
	r.Updated += outcome.Updated
	r.Unchanged += outcome.Unchanged
	for _, w := range outcome.Warnings {
		at := place{}
		if w.Index < len(places) {
			at = places[w.Index]
		}
		r.warn(at, w.Field, w.Message)
	}
}
