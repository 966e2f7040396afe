package versions_test

import (
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/internal/versions"
)

func TestDifferencesComeInTheOrderOfTheFields(t *testing.T) {
	before := versions.Content{"TITLE": "a", "TEXT": "x", "TYPE": "same", "OTHER": "1"}
	after := versions.Content{"TITLE": "b", "TYPE": "same", "OTHER": "2"}
	got := versions.Compare([]string{"TEXT", "TYPE", "TITLE"}, before, after)
	if want := []versions.Change{{"TEXT", "x", ""}, {"TITLE", "a", "b"}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if same := versions.Compare([]string{"TEXT", "TITLE"}, before, before); same == nil || len(same) != 0 {
		t.Errorf("the same content differs: %v", same)
	}
}

func TestOnlyNamedFieldsCountAndAllWhenNoneIsNamed(t *testing.T) {
	changed := []versions.Change{{Field: "TITLE"}, {Field: "TEXT"}}
	for name, c := range map[string]struct{ counting, want []string }{
		"none named":    {nil, []string{"TITLE", "TEXT"}},
		"an empty list": {[]string{}, []string{"TITLE", "TEXT"}},
		"one":           {[]string{"TEXT", "TYPE"}, []string{"TEXT"}},
		"others":        {[]string{"TYPE"}, nil},
	} {
		if got := versions.Counting(changed, c.counting); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
