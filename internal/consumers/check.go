package consumers

import (
	"regexp"
	"slices"

	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
)

// most is how many consumers a project has at most, webhooks among them: each holds back what the log may forget.
const most = 100

var namePattern = regexp.MustCompile(`^[A-Za-z0-9._-]{1,100}$`)

// CheckName notes when a consumer cannot be called so.
func CheckName(check *fault.Check, name string) {
	if !namePattern.MatchString(name) {
		check.Fail("the name of a consumer has 1 to 100 letters from a to z, digits, hyphens, underscores or dots, for example ci-dashboard", "name")
	}
}

// CheckFilter notes what is wrong with a filter, at its place below filter. Nothing is wrong with none.
func CheckFilter(check *fault.Check, filter *schema.ChangeFilter) error {
	if filter == nil {
		return nil
	}
	err := feed.CheckFilter(*filter)
	for _, one := range fault.All(err) {
		if len(one.Field) == 0 || one.Field[0] != "filter" {
			one.Field = slices.Concat([]string{"filter"}, one.Field)
		}
	}
	return check.Note(err)
}

// wanted is the filter to be stored: the empty one lets everything through.
func wanted(filter *schema.ChangeFilter) schema.ChangeFilter {
	if filter == nil {
		return schema.ChangeFilter{}
	}
	return *filter
}
