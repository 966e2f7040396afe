package app

import (
	"time"

	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
)

// formatView is a format that is read, as a program hears of it.
type formatView struct {
	Name       string        `json:"name"`
	Extensions []string      `json:"extensions"`
	Brings     []record.Kind `json:"brings"`
	// IsTable tells that a person may have to say what the columns mean.
	IsTable bool `json:"isTable"`
}

// recordView is what a row of a table can state.
type recordView struct {
	Record record.Kind `json:"record"`
	Fields []string    `json:"fields"`
}

// stagedView is an upload that waits: by its token it is imported, and until then nothing of it is in the project.
type stagedView struct {
	Token     string     `json:"token"`
	ExpiresAt time.Time  `json:"expiresAt"`
	Files     []fileView `json:"files"`
}

// fileView is what a first look at a file tells.
type fileView struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	// Format is empty when the file is not read; Why says the reason.
	Format string     `json:"format"`
	Why    string     `json:"why"`
	Table  *tableView `json:"table"`
}

// tableView is the head of a table, with what its columns seem to mean.
type tableView struct {
	Columns []string          `json:"columns"`
	Rows    [][]string        `json:"rows"`
	Record  record.Kind       `json:"record"`
	Fields  map[string]string `json:"fields"`
	// IsMapped tells that the mapping file of the upload says what the columns mean.
	IsMapped bool `json:"isMapped"`
}

// reportView is what an import changes, or would change.
type reportView struct {
	ImportRun string           `json:"importRun"`
	DryRun    bool             `json:"dryRun"`
	Format    string           `json:"format"`
	Files     int              `json:"files"`
	Counts    stage.Counts     `json:"counts"`
	Created   int              `json:"created"`
	Updated   int              `json:"updated"`
	Unchanged int              `json:"unchanged"`
	Kinds     []exchange.Kind  `json:"kinds"`
	Warnings  []record.Warning `json:"warnings"`
	// WarningCount counts all of them; Warnings holds the first ones.
	WarningCount int `json:"warningCount"`
}

// mostWarnings is how many warnings a report lists; their number is always told.
const mostWarnings = 1000

func formatsView() ([]formatView, []recordView) {
	formats, records := []formatView{}, []recordView{}
	for _, one := range exchange.Described() {
		formats = append(formats, formatView(one))
	}
	for _, kind := range mapping.Kinds() {
		records = append(records, recordView{Record: kind, Fields: mapping.Fields(kind)})
	}
	return formats, records
}

func viewOf(one *staged, found []exchange.Found) stagedView {
	view := stagedView{Token: one.token, ExpiresAt: one.until, Files: []fileView{}}
	for _, file := range found {
		shown := fileView{Name: file.File, Size: file.Size, Format: file.Format, Why: file.Why}
		if t := file.Table; t != nil {
			shown.Table = &tableView{Columns: t.Columns, Rows: t.Rows, Record: t.Kind, Fields: t.Fields, IsMapped: t.Mapped}
			if t.Rows == nil {
				shown.Table.Rows = [][]string{}
			}
		}
		view.Files = append(view.Files, shown)
	}
	return view
}

// needsMapping tells whether a person has to say what columns mean before anything can be tried.
func (v stagedView) needsMapping() bool {
	for _, file := range v.Files {
		if file.Table != nil && !file.Table.IsMapped {
			return true
		}
	}
	return false
}

func reportOf(r *exchange.Report) reportView {
	view := reportView{
		ImportRun: r.ImportRun, DryRun: r.DryRun, Format: r.Format, Files: r.Files, Counts: r.Counts, Created: r.Created, Updated: r.Updated,
		Unchanged: r.Unchanged, Kinds: r.Kinds, Warnings: r.Warnings[:min(len(r.Warnings), mostWarnings)], WarningCount: len(r.Warnings),
	}
	if view.Kinds == nil {
		view.Kinds = []exchange.Kind{}
	}
	return view
}
