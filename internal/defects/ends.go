package defects

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// ends are the things that links name, as far as they are there.
type ends struct {
	defects      map[string]ident.ID
	cases        map[string]cases.Found
	requirements map[string]requirements.Found
	executions   map[string][]*ent.Execution // by name
}

func findEnds(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []LinkDraft) (*ends, error) {
	var defectKeys, caseNames, requirementKeys, executionNames []string
	for _, d := range drafts {
		defectKeys = append(defectKeys, d.Defect)
		switch _, kind := d.other(); kind {
		case defectlink.UnresolvedKindTEST_CASE:
			caseNames = append(caseNames, d.Case)
		case defectlink.UnresolvedKindREQUIREMENT:
			requirementKeys = append(requirementKeys, d.Requirement)
		default:
			executionNames = append(executionNames, d.ExecutionName)
		}
	}
	e := &ends{defects: map[string]ident.ID{}, executions: map[string][]*ent.Execution{}}
	known, err := tx.Defect.Query().Where(defect.ProjectID(project.ID), bulk.Texts[predicate.Defect](defect.FieldKey, defectKeys)).
		Select(defect.FieldID, defect.FieldKey).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, one := range known {
		e.defects[one.Key] = one.ID
	}
	if e.cases, err = cases.Find(ctx, tx, project, caseNames); err != nil {
		return nil, err
	}
	if e.requirements, err = requirements.Find(ctx, tx, project, requirementKeys); err != nil {
		return nil, err
	}
	if len(executionNames) == 0 {
		return e, nil
	}
	executed, err := tx.Execution.Query().
		Where(execution.ProjectID(project.ID), bulk.Texts[predicate.Execution](execution.FieldName, executionNames)).
		Select(execution.FieldID, execution.FieldName, execution.FieldSourceFile).
		Order(ent.Asc(execution.FieldID)).All(ctx)
	for _, one := range executed {
		e.executions[one.Name] = append(e.executions[one.Name], one)
	}
	return e, err
}

// others are the ends that a draft names beside the defect.
func (e *ends) others(d LinkDraft) []ident.ID {
	switch _, kind := d.other(); kind {
	case defectlink.UnresolvedKindTEST_CASE:
		return present(e.cases[d.Case].ID)
	case defectlink.UnresolvedKindREQUIREMENT:
		return present(e.requirements[d.Requirement].ID)
	}
	ids, _ := ofFile(e.executions[d.ExecutionName], d.ExecutionFile)
	return ids
}

// several are the files that the file of a draft's execution may be, when nobody can say which.
func (e *ends) several(d LinkDraft) []string {
	if _, kind := d.other(); kind != defectlink.UnresolvedKindEXECUTION {
		return nil
	}
	_, several := ofFile(e.executions[d.ExecutionName], d.ExecutionFile)
	return several
}

// linked lists the executions in several files that the draft's defect is linked to already.
func (w *linker) linked(e *ends, d LinkDraft, several []string) (ids []ident.ID) {
	for _, one := range e.executions[d.ExecutionName] {
		if slices.Contains(several, one.SourceFile) && w.known[linkKey{defect: e.defects[d.Defect], other: one.ID}] != nil {
			ids = append(ids, one.ID)
		}
	}
	return ids
}

func present(id ident.ID) []ident.ID {
	if id.IsZero() {
		return nil
	}
	return []ident.ID{id}
}

// sameFile tells whether two paths may be the same file: one is the end of the other, from some folder on.
func sameFile(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	return a == b || b != "" && strings.HasSuffix(a, "/"+b)
}

// ofFile keeps the executions whose file the stated path means: that very path, or else the only one that it may be. When it
// may be several files, nobody can say which, and they are listed instead.
func ofFile(executed []*ent.Execution, stated string) (ids []ident.ID, several []string) {
	stated = strings.TrimPrefix(path.Clean(strings.ReplaceAll(stated, `\`, "/")), "./")
	byFile := map[string][]ident.ID{}
	for _, one := range executed {
		if sameFile(one.SourceFile, stated) {
			byFile[one.SourceFile] = append(byFile[one.SourceFile], one.ID)
		}
	}
	files := slices.Sorted(maps.Keys(byFile))
	switch {
	case byFile[stated] != nil:
		return byFile[stated], nil
	case len(files) == 1:
		return byFile[files[0]], nil
	}
	return nil, files
}

// load finds the links that the ends have already.
func (w *linker) load(ctx context.Context, e *ends) error {
	var defectIDs, otherIDs []ident.ID
	for _, id := range e.defects {
		defectIDs = append(defectIDs, id)
	}
	for _, d := range w.drafts {
		otherIDs = append(otherIDs, e.others(d)...)
	}
	ofThese := predicate.DefectLink(func(s *sql.Selector) {
		d := s.Dialect()
		s.Where(sql.Or(
			bulk.InIDs(d, s.C(defectlink.FieldDefectID), defectIDs),
			bulk.InIDs(d, s.C(defectlink.FieldExecutionID), otherIDs),
			bulk.InIDs(d, s.C(defectlink.FieldTestCaseID), otherIDs),
			bulk.InIDs(d, s.C(defectlink.FieldRequirementID), otherIDs),
		))
	})
	all, err := w.tx.DefectLink.Query().Where(defectlink.ProjectID(w.project.ID), ofThese).All(ctx)
	w.known = make(map[linkKey]*ent.DefectLink, len(all))
	for _, one := range all {
		key := keyOf(one)
		if before := w.known[key]; before == nil || before.State == defectlink.StateCLOSED {
			w.known[key] = one
		}
	}
	return err
}

func keyOf(one *ent.DefectLink) linkKey {
	key := linkKey{unresolvedDefect: one.UnresolvedDefect, unresolvedOther: one.UnresolvedKey}
	if one.DefectID != nil {
		key.defect = *one.DefectID
	}
	if one.UnresolvedKind != nil {
		key.kind = *one.UnresolvedKind
	}
	for _, other := range []*ident.ID{one.ExecutionID, one.TestCaseID, one.RequirementID} {
		if other != nil {
			key.other = *other
		}
	}
	return key
}
