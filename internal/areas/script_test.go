package areas_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
)

// operation is one step of a walk: the model knows what it comes to, and every database is asked the same.
type operation struct {
	// says names it for people; want is the answer that the model gives.
	says, want string
	// made are the links that it makes when it is not refused.
	made []*link
	do   act
}

// act does an operation in a database and describes what it gives back.
type act func(ctx context.Context, tx *ent.Client, d *database) (string, error)

// end names a thing in an input: what it names may be missing, and where it is nil nothing is named.
type end struct{ to *thing }

func (e *end) thing() *thing {
	if e == nil {
		return nil
	}
	return e.to
}

func (e *end) String() string {
	switch {
	case e == nil:
		return "none"
	case e.to == nil:
		return "an id of nothing"
	case e.to.trashed:
		return e.to.key + " (in the trash)"
	}
	return e.to.key
}

// refusals are all that is wrong with an operation: a code each, with the path of the field.
type refusals []string

func (r *refusals) add(format string, args ...any) { *r = append(*r, fmt.Sprintf(format, args...)) }

// String lists them in an order of their own: which one is told first is not promised.
func (r refusals) String() string {
	return strings.Join(slices.Sorted(slices.Values(r)), " and ")
}

// answer is the refusal, or else what is given back.
func answer(refusal string, given func() string) string {
	if refusal != "" {
		return refusal
	}
	return given()
}

// shown is what an answer says about things and links; the databases say it alike.
func (t *thing) shown() string {
	return shownThing(t.key, t.status, t.version, len(t.versions), t.approved, t.trashed)
}

func shownThing(key, status string, version, content, approved int, trashed bool) string {
	where := ""
	if trashed {
		where = ", in the trash"
	}
	return fmt.Sprintf("%s %s, version %d, content %d, approved %d%s", key, status, version, content, approved, where)
}

func (l *link) shown() string {
	return shownLink(l.role, l.state, l.version, l.pins[0], l.pins[1], l.changed)
}

func shownLink(role, state string, version, first, second int, changed []string) string {
	return fmt.Sprintf("%s %s, version %d, for %d and %d, changed %v", role, state, version, first, second, changed)
}

// each describes several, one after the other.
func each[T any](all []T, shown func(T) string) string {
	texts := make([]string, len(all))
	for i, one := range all {
		texts[i] = shown(one)
	}
	return strings.Join(texts, "; ")
}
