package feed

import (
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Filter says which changes of a project somebody wants to hear of. Its conditions narrow together and an empty one
// narrows nothing, but requirements and releases are one condition: to be under one of them is enough. What is under them
// is said at matcher.
type Filter = schema.ChangeFilter

// listMost is how many values a list of a filter may hold.
const listMost = 50

// untold are the kinds whose changes are nobody's news, although their columns have names.
var untold = []ident.Kind{
	ident.KeyCounter, ident.Receipt, ident.SearchEntry, ident.ContentPiece, ident.ConsumerPosition, ident.WebhookDelivery,
}

// ops are the operations as the feed spells them.
var ops = []string{string(changes.Create), string(changes.Update), string(changes.Delete)}

// tellable are the kinds whose changes the feed tells, by their words.
var tellable = func() map[string]ident.Kind {
	found := map[string]ident.Kind{}
	for number := range 256 {
		kind := ident.Kind(number)
		if kind.Word() != "" && !slices.Contains(untold, kind) && len(changes.FieldNames(kind)) > 0 {
			found[kind.Word()] = kind
		}
	}
	return found
}()

// EntityTypes are the words of all kinds of entity whose changes the feed tells, in alphabetical order.
func EntityTypes() []string {
	words := make([]string, 0, len(tellable))
	for word := range tellable {
		words = append(words, word)
	}
	slices.Sort(words)
	return words
}

// CheckFilter makes sure that a filter can match something: its words are known, its ids are of kinds that the feed
// tells, and no list is longer than 50. A BAD_USER_INPUT fault names the list that is at fault. Whether what the ids name
// is there is not asked: somebody may follow what is gone.
func CheckFilter(f Filter) error {
	for _, list := range []struct {
		name  string
		count int
	}{
		{"entityTypes", len(f.EntityTypes)}, {"ops", len(f.Ops)}, {"fields", len(f.Fields)},
		{"entities", len(f.Entities)}, {"requirements", len(f.Requirements)}, {"releases", len(f.Releases)},
	} {
		if list.count > listMost {
			return fault.New(fault.Invalid, "a filter takes at most %d values for %s, and got %d: use several filters", listMost, list.name, list.count).At(list.name)
		}
	}
	for _, word := range f.EntityTypes {
		if tellable[word] == 0 {
			return fault.New(fault.Invalid, "the feed tells of no %.60q: use %s", word, strings.Join(EntityTypes(), ", ")).At("entityTypes")
		}
	}
	for _, op := range f.Ops {
		if !slices.Contains(ops, op) {
			return fault.New(fault.Invalid, "%.60q is no operation: use %s", op, strings.Join(ops, ", ")).At("ops")
		}
	}
	for _, name := range f.Fields {
		if !isField(f.EntityTypes, name) {
			return fault.New(fault.Invalid, "nothing that this filter lets through has a field %.60q: use names as changes spell them, such as title or testCaseId", name).At("fields")
		}
	}
	return checkIDs(f)
}

// isField tells whether one of the kinds has a field; no kinds mean all.
func isField(words []string, name string) bool {
	for word, kind := range tellable {
		if (len(words) == 0 || slices.Contains(words, word)) && slices.Contains(changes.FieldNames(kind), name) {
			return true
		}
	}
	return false
}

func checkIDs(f Filter) error {
	for _, id := range f.Entities {
		if tellable[id.Kind().Word()] == 0 {
			return fault.New(fault.Invalid, "the feed tells nothing of %s: name a thing of the project by its id", id).At("entities")
		}
	}
	for _, id := range f.Requirements {
		if id.Kind() != ident.Requirement {
			return fault.New(fault.Invalid, "%s is no requirement: name requirements by their ids, which begin with req_", id).At("requirements")
		}
	}
	for _, id := range f.Releases {
		if id.Kind() != ident.Release {
			return fault.New(fault.Invalid, "%s is no release: name releases by their ids, which begin with rel_", id).At("releases")
		}
	}
	return nil
}
