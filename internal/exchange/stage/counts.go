package stage

import "github.com/asterism-qa/asterism/internal/exchange/record"

// Counts say what the files hold, whatever the project knows of it already.
type Counts struct {
	Requirements int `json:"requirements"`
	Refinements  int `json:"refinements"`
	Cases        int `json:"cases"`
	Links        int `json:"links"`
	Executions   int `json:"executions"`
	Passed       int `json:"passed"`
	Failed       int `json:"failed"`
	Errors       int `json:"errors"`
	Skipped      int `json:"skipped"`
	Defects      int `json:"defects"`
	DefectLinks  int `json:"defectLinks"`
}

func (c *Counts) add(r record.Record) {
	switch r := r.(type) {
	case *record.Requirement:
		c.Requirements++
		if r.Parent != "" { // standing under a parent is refining it
			c.Refinements++
		}
	case *record.Refinement:
		c.Refinements++
	case *record.Case:
		c.Cases++
	case *record.Link:
		c.Links++
	case *record.Defect:
		c.Defects++
	case *record.DefectLink:
		c.DefectLinks++
	case *record.Result:
		c.Executions++
		switch r.Status {
		case "PASSED":
			c.Passed++
		case "FAILED":
			c.Failed++
		case "ERROR":
			c.Errors++
		case "SKIPPED":
			c.Skipped++
		}
	}
}
