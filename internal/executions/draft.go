package executions

import (
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Draft describes one execution as a source states it; the words are those of Execution.
type Draft struct {
	// Fingerprint recognises the same result when it comes in again.
	Fingerprint string
	// TestCaseID and TestCaseVersion say what was executed.
	TestCaseID      ident.ID
	TestCaseVersion int
	// Scenario is the variant under which the case was executed; empty when there is only one.
	Scenario                          string
	Status                            execution.Status
	RawStatus                         string
	Name, ClassName                   string
	Message, FailureText, FailureType string
	DurationMS                        int64
	ExecutedAt                        time.Time
	Executor                          string
	Steps                             []schema.StepResult
	Properties                        map[string]string
	SourceFile                        string
	SourceLine                        int
	BuildID, EnvironmentID, CycleID   *ident.ID
	ImportRunID                       *ident.ID
}

func (d Draft) check() error {
	for field, text := range map[string]string{
		"scenario": d.Scenario, "status": d.RawStatus, "name": d.Name, "className": d.ClassName, "message": d.Message,
		"failureText": d.FailureText, "failureType": d.FailureType, "executor": d.Executor, "file": d.SourceFile,
	} {
		if err := bulk.CheckText(field, text); err != nil {
			return err
		}
	}
	for _, step := range d.Steps {
		if err := bulk.CheckText("steps", step.Name, step.Message); err != nil {
			return err
		}
	}
	return bulk.CheckTexts("properties", d.Properties)
}

// series is what attempts are counted for; absent ends are zero.
type series struct {
	testCase, build, environment ident.ID
	scenario                     string
}

func (d Draft) series() series {
	return series{testCase: d.TestCaseID, build: orZero(d.BuildID), environment: orZero(d.EnvironmentID), scenario: d.Scenario}
}

func orZero(id *ident.ID) ident.ID {
	if id == nil {
		return ident.ID{}
	}
	return *id
}
