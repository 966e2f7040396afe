package graph

import (
	"context"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/remarks"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// subject is what a remark is about: exactly one of the ids is there.
type subject struct{ requirement, testCase, execution, defect *ident.ID }

func (s subject) id() *ident.ID {
	for _, id := range []*ident.ID{s.requirement, s.testCase, s.execution, s.defect} {
		if id != nil {
			return id
		}
	}
	return nil
}

// about loads what remarks are about, one statement for each kind.
func about[P any](ctx context.Context, r *Resolver, siblings *level.Set[P], self *P, of func(*P) subject) (ent.Noder, error) {
	load := func(ctx context.Context, wanted []ident.ID) (map[ident.ID]*ent.Noder, error) {
		found, err := r.nodes(ctx, wanted)
		if err != nil {
			return nil, err
		}
		answer := map[ident.ID]*ent.Noder{}
		for i, one := range found {
			if one != nil {
				answer[wanted[i]] = &one
			}
		}
		return answer, nil
	}
	found, err := reference(ctx, siblings, self, func(x *P) *ident.ID { return of(x).id() }, load)
	if err != nil || found == nil {
		return nil, err
	}
	return *found, nil
}

// tagsOf are the words on a thing by name; those of all siblings are loaded at once.
func tagsOf[P any](
	ctx context.Context, client *ent.Client, siblings *level.Set[P], self ident.ID, of func(*ent.Tag) *ident.ID, column string,
) ([]*ent.Tag, error) {
	siblings = orAlone(siblings, self)
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := once(siblings, key, func() (any, error) {
		all, err := client.Tag.Query().
			Where(func(s *sql.Selector) { s.Where(level.In(s.Dialect(), s.C(column), siblings.IDs)) }).
			Order(tag.ByFolded(), tag.ByID()).All(ctx)
		if err != nil {
			return nil, err
		}
		ent.JoinTags(all)
		answer := map[ident.ID][]*ent.Tag{}
		for _, one := range all {
			answer[*of(one)] = append(answer[*of(one)], one)
		}
		return answer, nil
	})
	if err != nil {
		return nil, err
	}
	if tags := found.(map[ident.ID][]*ent.Tag)[self]; tags != nil {
		return tags, nil
	}
	return []*ent.Tag{}, nil
}

func tagCounts(ctx context.Context, client *ent.Client, obj *ent.Project) ([]*model.TagCount, error) {
	counts, err := remarks.ProjectTags(ctx, client, obj.ID)
	shown := make([]*model.TagCount, 0, len(counts))
	for _, one := range counts {
		shown = append(shown, &model.TagCount{Name: one.Name, Count: one.Count})
	}
	return shown, err
}

// trashing lets a verb on ids take the input that all of its kind have. A reason would become a comment, and there is none on
// comments and attachments.
func trashing[T any](do verb[[]ident.ID, []*T]) verb[requirements.TrashInput, []*T] {
	return func(ctx context.Context, tx *ent.Client, in requirements.TrashInput) ([]*T, error) {
		if strings.TrimSpace(orEmpty(in.Reason)) != "" {
			return nil, fault.New(fault.Invalid, "leave it out: comments and attachments take no comments").At("reason")
		}
		return do(ctx, tx, in.IDs)
	}
}

// onTagged puts words on things or takes them off, and loads the things afterwards.
func onTagged(ctx context.Context, r *Resolver, key *string, input remarks.TagInput, do verb[remarks.TagInput, []ident.ID]) (*model.TagsPayload, error) {
	outcome, err := perform(ctx, r, key, input, func(ctx context.Context, tx *ent.Client) (schema.ReceiptOutcome, error) {
		things, err := do(ctx, tx, input)
		outcome := schema.ReceiptOutcome{Count: len(things)}
		for _, id := range things {
			outcome.IDs = append(outcome.IDs, id.String())
		}
		return outcome, err
	})
	answer := &model.TagsPayload{Things: []ent.Noder{}}
	if answer.UserErrors, err = userErrors(err); err != nil {
		return nil, err
	}
	found, err := r.nodes(ctx, ids(outcome))
	for _, one := range found {
		if one != nil {
			answer.Things = append(answer.Things, one)
		}
	}
	return answer, err
}
