package since

import (
	"context"

	"github.com/asterism-qa/asterism/internal/demo"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/remarks"
	"github.com/asterism-qa/asterism/internal/suites"
)

func (t *teller) comment(ctx context.Context, a *act) error {
	about, err := t.thing(ctx, a)
	if err == nil {
		_, err = remarks.AddComment(ctx, t.tx, remarks.CommentInput{About: about, Text: a.Say})
	}
	return err
}

func (t *teller) attach(ctx context.Context, a *act) error {
	about, err := t.thing(ctx, a)
	if err == nil {
		_, err = remarks.Store(ctx, t.tx, about, a.File, t.files[a])
	}
	return err
}

func (t *teller) tag(ctx context.Context, a *act) error {
	things, err := t.all(ctx, a.Things)
	if err == nil {
		_, err = remarks.AddTags(ctx, t.tx, remarks.TagInput{About: things, Names: a.Words})
	}
	return err
}

func (t *teller) createSuite(ctx context.Context, a *act) error {
	in := suites.CreateInput{Project: demo.ProjectKey, Name: a.Of, Description: a.note()}
	if a.Under != "" {
		above, err := t.suite(ctx, a.Under)
		if err != nil {
			return err
		}
		in.Parent = &above.ID
	}
	_, err := suites.Create(ctx, t.tx, in)
	return err
}

func (t *teller) placeCases(ctx context.Context, a *act) error {
	to, err := t.suite(ctx, a.Of)
	if err != nil {
		return err
	}
	things, err := t.all(ctx, a.Things)
	if err == nil {
		_, err = suites.Place(ctx, t.tx, suites.PlaceInput{Suite: to.ID, TestCases: things})
	}
	return err
}

// all finds what bears the keys, in their order.
func (t *teller) all(ctx context.Context, keys []string) ([]ident.ID, error) {
	ids := make([]ident.ID, len(keys))
	for i, key := range keys {
		id, err := t.keyed(ctx, key)
		if err != nil {
			return nil, err
		}
		ids[i] = id
	}
	return ids, nil
}
