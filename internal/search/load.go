package search

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// loader gets things by their ids, in a statement for each kind and one for tags.
type loader struct {
	client *ent.Client
	// lock keeps others from changing the things meanwhile, in one order for everybody.
	lock  bool
	found map[ident.ID]*thing
}

// load gets what is not in the trash and may be seen; others are missing from the answer.
func load(ctx context.Context, client *ent.Client, ids []ident.ID, lock bool) (map[ident.ID]*thing, error) {
	l := &loader{client: client, lock: lock, found: make(map[ident.ID]*thing, len(ids))}
	byKind := map[ident.Kind][]ident.ID{}
	for _, id := range ids {
		byKind[id.Kind()] = append(byKind[id.Kind()], id)
	}
	for _, kind := range []struct {
		kind ident.Kind
		load func(context.Context, []ident.ID) error
	}{
		{ident.Requirement, l.requirements}, {ident.TestCase, l.cases}, {ident.Defect, l.defects}, {ident.Comment, l.comments},
	} {
		some := byKind[kind.kind]
		if len(some) == 0 {
			continue
		}
		slices.SortFunc(some, byBytes)
		if err := kind.load(ctx, some); err != nil {
			return nil, err
		}
	}
	return l.found, l.tags(ctx)
}

func byBytes(a, b ident.ID) int { return slices.Compare(a[:], b[:]) }

func (l *loader) requirements(ctx context.Context, ids []ident.ID) error {
	query := l.client.Requirement.Query().Unique(false).Order(ent.Asc(requirement.FieldID)).
		Where(bulk.IDs[predicate.Requirement](requirement.FieldID, ids), requirement.DeletedAtIsNil())
	if l.lock {
		query.Where(bulk.Lock[predicate.Requirement]())
	}
	all, err := query.Select(requirement.FieldProjectID, requirement.FieldKey, requirement.FieldTitle, requirement.FieldText,
		requirement.FieldRationale, requirement.FieldType, requirement.FieldAttributes, requirement.FieldUpdatedAt).All(ctx)
	for _, one := range all {
		l.found[one.ID] = ofRequirement(one)
	}
	return err
}

func (l *loader) cases(ctx context.Context, ids []ident.ID) error {
	query := l.client.TestCase.Query().Unique(false).Order(ent.Asc(testcase.FieldID)).
		Where(bulk.IDs[predicate.TestCase](testcase.FieldID, ids), testcase.DeletedAtIsNil())
	if l.lock {
		query.Where(bulk.Lock[predicate.TestCase]())
	}
	all, err := query.Select(testcase.FieldProjectID, testcase.FieldKey, testcase.FieldTitle, testcase.FieldDescription,
		testcase.FieldPrecondition, testcase.FieldSteps, testcase.FieldAutomationID, testcase.FieldAliases,
		testcase.FieldUpdatedAt).All(ctx)
	for _, one := range all {
		l.found[one.ID] = ofCase(one)
	}
	return err
}

func (l *loader) defects(ctx context.Context, ids []ident.ID) error {
	query := l.client.Defect.Query().Unique(false).Order(ent.Asc(defect.FieldID)).
		Where(bulk.IDs[predicate.Defect](defect.FieldID, ids), defect.DeletedAtIsNil())
	if l.lock {
		query.Where(bulk.Lock[predicate.Defect]())
	}
	all, err := query.Select(defect.FieldProjectID, defect.FieldKey, defect.FieldTitle, defect.FieldText,
		defect.FieldUpdatedAt).All(ctx)
	for _, one := range all {
		l.found[one.ID] = ofDefect(one)
	}
	return err
}

func (l *loader) comments(ctx context.Context, ids []ident.ID) error {
	query := l.client.Comment.Query().Unique(false).Order(ent.Asc(comment.FieldID)).
		Where(bulk.IDs[predicate.Comment](comment.FieldID, ids), comment.DeletedAtIsNil(), aboutSomethingThere)
	if l.lock {
		query.Where(bulk.Lock[predicate.Comment]())
	}
	all, err := query.Select(comment.FieldProjectID, comment.FieldText, comment.FieldUpdatedAt).All(ctx)
	for _, one := range all {
		l.found[one.ID] = ofComment(one)
	}
	return err
}

// aboutSomethingThere leaves out comments whose thing is in the trash; an execution is there when its test case is.
func aboutSomethingThere(s *sql.Selector) {
	d := sql.Dialect(s.Dialect())
	for column, table := range map[string]string{
		comment.FieldRequirementID: requirement.Table, comment.FieldTestCaseID: testcase.Table, comment.FieldDefectID: defect.Table,
	} {
		about := d.Table(table).As("about_" + table)
		s.Where(sql.NotExists(d.SelectExpr(sql.Expr("1")).From(about).Where(sql.And(
			sql.ColumnsEQ(about.C(requirement.FieldID), s.C(column)), sql.NotNull(about.C(requirement.FieldDeletedAt)),
		))))
	}
	about, tested := d.Table(execution.Table).As("about_"+execution.Table), d.Table(testcase.Table).As("tested")
	s.Where(sql.NotExists(d.SelectExpr(sql.Expr("1")).From(about).
		Join(tested).On(tested.C(testcase.FieldID), about.C(execution.FieldTestCaseID)).
		Where(sql.And(
			sql.ColumnsEQ(about.C(execution.FieldID), s.C(comment.FieldExecutionID)), sql.NotNull(tested.C(testcase.FieldDeletedAt)),
		))))
}

// tags adds the words that people put on the things.
func (l *loader) tags(ctx context.Context) error {
	var ids []ident.ID
	for id := range l.found {
		if id.Kind() != ident.Comment {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	all, err := l.client.Tag.Query().Where(tagsOf(ids)).
		Select(tag.FieldName, tag.FieldRequirementID, tag.FieldTestCaseID, tag.FieldDefectID).All(ctx)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b *ent.Tag) int { return cmp.Or(cmp.Compare(a.Name, b.Name), byBytes(a.ID, b.ID)) })
	for _, one := range all {
		if thing := l.found[tagged(one)]; thing != nil {
			thing.parts, thing.tags = append(thing.parts, one.Name), append(thing.tags, one.ID)
		}
	}
	return nil
}

func tagsOf(ids []ident.ID) predicate.Tag {
	return func(s *sql.Selector) {
		s.Where(sql.Or(
			bulk.InIDs(s.Dialect(), s.C(tag.FieldRequirementID), ids), bulk.InIDs(s.Dialect(), s.C(tag.FieldTestCaseID), ids),
			bulk.InIDs(s.Dialect(), s.C(tag.FieldDefectID), ids),
		))
	}
}

// tagged is the thing that a tag is on; nothing for one on an execution.
func tagged(one *ent.Tag) ident.ID {
	for _, id := range []*ident.ID{one.RequirementID, one.TestCaseID, one.DefectID} {
		if id != nil {
			return *id
		}
	}
	return ident.ID{}
}
