package demo

import "time"

// Who the workspace belongs to.
const (
	ProjectKey  = "PAY"
	ProjectName = "Mobile payments"
	// File is the file name that every record and every execution of the demo carries.
	File = "demo"
)

// Where to start looking.
const (
	// ShowcaseRequirement has test cases with different last results, executions on many builds, and one closed and
	// one open defect: the requirement that the trace query is shown with.
	ShowcaseRequirement = "R-33"
	// ShowcaseDefect is open and leads back by its executions and their case to ShowcaseRequirement.
	ShowcaseDefect = "D-79"
)

// Build is one artefact of a release.
type Build struct {
	Name    string
	Release string
	Digest  string // short, as a commit is named
	BuiltAt time.Time
}

// Environment is a place where builds are tested.
type Environment struct {
	Name        string
	Description string
}

// Schedule is what the records name but do not describe. Builds are in the order in which they were made.
type Schedule struct {
	Releases     []string
	Builds       []Build
	Environments []Environment
}

const (
	buildsPerRelease = 4
	android          = "sit-android"
	ios              = "sit-ios"
	uat              = "uat-shared"
)

// Plan tells the releases, builds and environments of the demo; each call gives a fresh copy.
func Plan() Schedule {
	at := func(month time.Month, day, hour, minute int) time.Time {
		return time.Date(2026, month, day, hour, minute, 0, 0, time.UTC)
	}
	return Schedule{
		Releases: []string{"2026.1", "2026.2", "2026.3"},
		Builds: []Build{
			{"2026.1.0-rc1", "2026.1", "4b1f07c", at(time.February, 3, 11, 20)},
			{"2026.1.0-rc2", "2026.1", "9d62a10", at(time.February, 17, 10, 5)},
			{"2026.1.0-rc3", "2026.1", "c07e5b3", at(time.March, 3, 12, 40)},
			{"2026.1.0", "2026.1", "1fa8846", at(time.March, 17, 9, 30)},
			{"2026.2.0-rc1", "2026.2", "6e93d2f", at(time.May, 5, 11, 45)},
			{"2026.2.0-rc2", "2026.2", "b80c417", at(time.May, 19, 13, 10)},
			{"2026.2.0-rc3", "2026.2", "27d5f9a", at(time.June, 2, 10, 50)},
			{"2026.2.0", "2026.2", "e4410bc", at(time.June, 16, 9, 15)},
			{"2026.3.0-rc1", "2026.3", "53c9e08", at(time.August, 25, 12, 0)},
			{"2026.3.0-rc2", "2026.3", "f16b72d", at(time.September, 8, 11, 35)},
			{"2026.3.0-rc3", "2026.3", "80ae3c5", at(time.September, 22, 10, 25)},
			{"2026.3.0", "2026.3", "d97f614", at(time.October, 6, 9, 40)},
		},
		Environments: []Environment{
			{android, "System integration with Android phones of the device farm; core bank and scheme are stubs"},
			{ios, "System integration with iOS phones of the device farm; core bank and scheme are stubs"},
			{uat, "User acceptance, shared with the web bank; masked data, refreshed each quarter"},
		},
	}
}
