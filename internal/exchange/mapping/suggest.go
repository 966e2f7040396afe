package mapping

import (
	"slices"
	"strings"
	"unicode"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// also lists names that columns often have for a field, besides its own: lower case, letters and digits alone.
var also = map[string][]string{
	"key":          words("id issuekey externalid identifier caseid testcaseid tcid requirementid issueid bugid"),
	"title":        words("name summary subject testcasename testcasetitle requirementname"),
	"text":         words("description requirement statement objective details"),
	"rationale":    words("reason justification"),
	"type":         words("kind issuetype category"),
	"status":       words("state outcome verdict workflow result"),
	"priority":     words("importance"),
	"level":        words("testlevel"),
	"precondition": words("preconditions condition prerequisites"),
	"suite":        words("folder section sectionhierarchy module component path"),
	"tags":         words("labels label"),
	"action":       words("step steps teststep steptext testscriptstepbystepstep stepsaction stepdescription"),
	"data":         words("testdata stepdata stepsdata testscriptstepbysteptestdata"),
	"expected":     words("result expectedresult expectedresults testscriptstepbystepexpectedresult stepsresult stepexpectedresult"),
	"parent":       words("parentid parentkey parentissue"),
	"severity":     words("bugseverity"),
	"release":      words("fixversion fixversions targetversion milestone"),
	"reportedAt":   words("created createdat opened openedat reported reporteddate"),
	"url":          words("link href"),
	"className":    words("classname class"),
	"message":      words("error failuremessage comment"),
	"time":         words("duration seconds elapsed"),
	"executedAt":   words("executed executedon timestamp date"),
	"automationId": words("automationid automationname automatedtestname"),
	"requirement":  words("requirementkey requirementid requirements"),
	"case":         words("testcase testcasekey testid test"),
	"defect":       words("bug defectkey issue"),
	"foundIn":      words("affectsversion affectsversions version foundinbuild"),
	"criticality":  words("safetylevel asil sil dal"),
}

// telling are the fields that make one kind likelier than another.
var telling = []struct {
	kind   record.Kind
	fields []string
}{
	{record.KindCase, words("action expected precondition")},
	{record.KindDefect, words("severity resolution foundIn fixedIn")},
	{record.KindResult, words("executedAt className failureText executor")},
	{record.KindRequirement, words("rationale criticality")},
}

// Suggest says what the columns of a table seem to mean: a kind, and the field of each column by its name. It is for a person to
// look at and correct.
func Suggest(columns []string) (record.Kind, map[string]string) {
	best, found := record.KindCase, -1
	for _, one := range telling {
		count := 0
		fields := suggested(one.kind, columns)
		for _, field := range fields {
			if slices.Contains(one.fields, field) {
				count++
			}
		}
		if count > found {
			best, found = one.kind, count
		}
	}
	if ends := suggested(record.KindLink, columns); found == 0 && len(ends) > 1 {
		return record.KindLink, ends
	}
	if found == 0 { // nothing tells: what most tables are that have only names and texts
		best = record.KindRequirement
	}
	return best, suggested(best, columns)
}

// suggested gives each field of a kind the first column that seems to hold it; a column that has the field's own name goes first.
func suggested(kind record.Kind, columns []string) map[string]string {
	fields, taken := map[string]string{}, map[string]bool{}
	for _, own := range []bool{true, false} {
		for _, field := range shapes[kind].fields {
			for _, column := range columns {
				name := plain(column)
				fits := name == strings.ToLower(field) || (!own && may(kind, field, name))
				if fits && fields[column] == "" && !taken[field] && isOnce(columns, column) {
					fields[column], taken[field] = field, true
				}
			}
		}
	}
	return fields
}

// prefixes stand before names of columns in some exports and say nothing of them.
var prefixes = words("testcase test issue case requirement")

// may tells whether a column of this name often holds the field.
func may(kind record.Kind, field, name string) bool {
	if kind == record.KindCase && field == "status" && name == "result" {
		return false // what is expected, since a case alone has no result
	}
	for _, prefix := range append(prefixes, "") {
		if rest, has := strings.CutPrefix(name, prefix); has && (rest == strings.ToLower(field) || slices.Contains(also[field], rest)) {
			return true
		}
	}
	return false
}

func isOnce(columns []string, column string) bool {
	at := slices.Index(columns, column)
	return !slices.Contains(columns[at+1:], column)
}

func plain(column string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, column)
}
