package graph

import (
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/coverage"
)

func coverageScope(asked *model.CoverageScope) coverage.Scope {
	if asked == nil {
		return coverage.Scope{}
	}
	return coverage.Scope{
		Release: orEmpty(asked.Release), Build: orEmpty(asked.Build),
		Cycle: orEmpty(asked.Cycle), Environment: orEmpty(asked.Environment),
	}
}

func coverageAnswer(a coverage.Answer) *model.Coverage {
	return &model.Coverage{
		Status: model.CoverageStatus(a.Status), Cases: a.Cases, Passed: a.Passed, Failed: a.Failed,
		NotRun: a.NotRun, Stale: a.Stale, OpenDefects: a.OpenDefects,
	}
}
