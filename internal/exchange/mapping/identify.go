package mapping

import (
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// Identify fills the case, scenario, build, environment, cycle and release of a result as the mapping says. What the
// format itself stated stays. Without an entry for the result's file the case is the class name and the name joined by
// a dot (the name alone when it already begins so, or when there is no class name) and there is no scenario.
func (m *Mapping) Identify(result *record.Result) {
	results := m.ResultsFor(result.File)
	if results == nil {
		results = &Results{}
	}
	file := result.File
	if m != nil {
		file = m.called(file)
	}
	fill(&result.Build, results.Build, result, file)
	fill(&result.Environment, results.Environment, result, file)
	fill(&result.Cycle, results.Cycle, result, file)
	fill(&result.Release, results.Release, result, file)
	if result.Case == "" {
		identifyCase(results.Case, result, file)
	}
}

func fill(field *string, origin *Origin, result *record.Result, file string) {
	if *field != "" || origin == nil {
		return
	}
	text := origin.text(result, file)
	if origin.Pattern == nil {
		*field = text
		return
	}
	if found := origin.Pattern.FindStringSubmatch(text); found != nil {
		*field = strings.TrimSpace(found[origin.Pattern.SubexpIndex(groupValue)])
	}
}

func identifyCase(origin *Origin, result *record.Result, file string) {
	text := ""
	if origin != nil {
		text = origin.text(result, file)
	}
	if text == "" {
		result.Case = defaultCase(result)
		return
	}
	result.Case = text
	if origin.Pattern == nil {
		return
	}
	found := origin.Pattern.FindStringSubmatch(text)
	if found == nil || found[origin.Pattern.SubexpIndex(groupCase)] == "" {
		return
	}
	result.Case = found[origin.Pattern.SubexpIndex(groupCase)]
	if at := origin.Pattern.SubexpIndex(groupScenario); at >= 0 && result.Scenario == "" {
		result.Scenario = found[at]
	}
}

func defaultCase(result *record.Result) string {
	if result.ClassName == "" || strings.HasPrefix(result.Name, result.ClassName+".") {
		return result.Name
	}
	return result.ClassName + "." + result.Name
}

// text is what the origin says of a result in a file, before any pattern.
func (o *Origin) text(result *record.Result, file string) string {
	if o.Constant != "" {
		return o.Constant
	}
	if o.Property != "" {
		return strings.TrimSpace(result.Properties[o.Property])
	}
	last := len(result.Suites) - 1
	switch {
	case o.From == fromName:
		return result.Name
	case o.From == fromClassName:
		return result.ClassName
	case o.From == fromFullName:
		return defaultCase(result)
	case o.From == fromFile:
		return file
	case o.From == fromSuite && last >= 0:
		return result.Suites[last]
	case o.From == fromRootSuite && last >= 0:
		return result.Suites[0]
	}
	return ""
}
