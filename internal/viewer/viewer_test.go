package viewer_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestOnlyAKnownViewerIsFound(t *testing.T) {
	nobody := context.Background()
	person := viewer.Viewer{User: ident.New(ident.User)}
	for name, test := range map[string]struct {
		ctx  context.Context
		want viewer.Viewer
		bad  bool
	}{
		"nobody":                    {ctx: nobody, bad: true},
		"a viewer without a user":   {ctx: viewer.With(nobody, viewer.Viewer{}), bad: true},
		"a person":                  {ctx: viewer.With(nobody, person), want: person},
		"the system":                {ctx: viewer.AsSystem(nobody), want: viewer.Viewer{System: true}},
		"a person after the system": {ctx: viewer.With(viewer.AsSystem(nobody), person), want: person},
		"nobody after a person":     {ctx: viewer.With(viewer.With(nobody, person), viewer.Viewer{}), bad: true},
	} {
		got, err := viewer.From(test.ctx)
		if got != test.want || fault.Is(err, fault.Unauthenticated) != test.bad {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}
