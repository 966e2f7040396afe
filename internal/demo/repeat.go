package demo

import (
	"slices"
	"strconv"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// repeated are the defects that somebody reported once more without knowing, in the order of their keys.
func (w *workspace) repeated() []*flaw {
	return slices.DeleteFunc(slices.Clone(w.flaws), func(f *flaw) bool { return f.Repeat == nil })
}

// repeatRecords are those reports, each after the last execution that met the defect and joined to it. Their keys follow
// all others, and nobody has looked at them yet.
func (w *workspace) repeatRecords(met map[*flaw][]*record.Result) []record.Record {
	var reports, links []record.Record
	for i, f := range w.repeated() {
		key := "D-" + strconv.Itoa(len(w.flaws)+1+i)
		failure := met[f][len(met[f])-1]
		reports = append(reports, &record.Defect{
			Position: place, Key: key, Title: f.Repeat.Title, Text: f.Repeat.Text, Status: "NEW", Severity: "MINOR", Priority: "P3",
			FoundIn: failure.Build, ReportedAt: reported(failure),
			Attributes: map[string]string{"area": f.owner.owner.area.Area, "environment": failure.Environment},
		})
		links = append(links, &record.DefectLink{Position: place, Defect: key, ExecutionFile: File, ExecutionName: failure.Name})
	}
	return append(reports, links...)
}
