package prose

import "strings"

// phrases are what names mean where taking them apart does not say it well.
var phrases = map[string]string{
	"import run": "import", "test cycle": "cycle",
	"created at": "time of making", "updated at": "time of the last change", "built at": "time of building",
	"reported at": "time of the report", "executed at": "time of execution", "affirmed at": "time of the last affirmation",
	"first seen at": "time of the first failure", "last seen at": "time of the last failure", "size bytes": "size in bytes",
	"due at": "due date", "duration ms": "duration in milliseconds", "estimate ms": "estimate in milliseconds",
}

// words splits a Go or GraphQL name into lower-case words: TestCase becomes "test case", parentID "parent id".
func words(name string) string {
	var out strings.Builder
	letters := []rune(name)
	capital := func(i int) bool { return i >= 0 && i < len(letters) && letters[i] >= 'A' && letters[i] <= 'Z' }
	for i, letter := range letters {
		follows := i+1 < len(letters) && !capital(i+1)
		if i > 0 && capital(i) && (!capital(i-1) || follows) {
			out.WriteByte(' ')
		}
		out.WriteRune(letter)
	}
	return meant(strings.ToLower(out.String()))
}

func meant(text string) string {
	if phrase := phrases[text]; phrase != "" {
		return phrase
	}
	return text
}

// property reads the name of an enum value as that of a property: EXECUTED_AT is the time of execution.
func property(name string) string {
	return meant(strings.ToLower(strings.ReplaceAll(name, "_", " ")))
}

// subjects are the properties that no "its" goes with.
var subjects = map[string]string{
	"foundInBuildID": "The id of the build in which it was found", "foundInEnvironmentID": "The id of the environment in which it was found",
	"fixedInBuildID": "The id of the build that fixes it", "duplicateOfID": "The id of the defect that reports the same flaw",
	"affirmedByID": "The id of the person who affirmed it last", "automationID": "Its name in the automation",
	"files": "The number of its files", "created": "The number of things that it made", "updated": "The number of things that it changed",
	"unchanged": "The number of things that it left as they were", "warningCount": "The number of its warnings",
}

// its names a property as the subject of a sentence about the thing that a filter is for.
func its(name string) string {
	if subject := subjects[name]; subject != "" {
		return subject
	}
	if of, isID := strings.CutSuffix(name, "ID"); isID {
		return "The id of its " + words(of)
	}
	return "Its " + words(name)
}

// ends are the edges whose names do not say what they lead to.
var ends = map[string]string{
	"Refines": "links to requirements that it refines", "Refinements": "links from requirements that refine it",
	"FoundInBuild": "a build in which it was found", "FoundInEnvironment": "an environment in which it was found",
	"FixedInBuild": "a build that fixes it", "DuplicateOf": "another defect that reports the same flaw",
	"Duplicates": "other defects that report the same flaw", "Children": "requirements below it in document order",
	"Parent": "a requirement above it", "Child": "a requirement below it", "Links": "links to what shows it",
}

// end says what an edge leads to, and whether it may lead to several things.
func end(edge string) (string, bool) {
	several := strings.HasSuffix(edge, "s") || edge == "Children"
	if text := ends[edge]; text != "" {
		return text, several
	}
	text := words(edge)
	switch {
	case several:
		return text, true
	case strings.ContainsRune("aeiou", rune(text[0])):
		return "an " + text, false
	}
	return "a " + text, false
}
