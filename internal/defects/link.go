package defects

import (
	"context"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// LinkDraft says by names where a defect showed; exactly one of Case, Requirement and ExecutionName is set.
type LinkDraft struct {
	// Defect is a key.
	Defect string
	// Case is a key, an automation id or an alias.
	Case string
	// Requirement is a key.
	Requirement string
	// ExecutionFile and ExecutionName are a result file, or the end of its path, and the result's own name in it.
	ExecutionFile, ExecutionName string
}

// other gives the name and the kind of the end that is not the defect.
func (d LinkDraft) other() (string, defectlink.UnresolvedKind) {
	switch {
	case d.Case != "":
		return d.Case, defectlink.UnresolvedKindTEST_CASE
	case d.Requirement != "":
		return d.Requirement, defectlink.UnresolvedKindREQUIREMENT
	}
	return d.ExecutionFile + executionMark + d.ExecutionName, defectlink.UnresolvedKindEXECUTION
}

// executionMark stands between file and name in the key of an execution that is missing.
// No path holds it.
const executionMark = "\t"

// shown is the name of the other end for people.
func (d LinkDraft) shown() string {
	name, _ := d.other()
	return strings.Replace(name, executionMark, "#", 1)
}

// linkKey recognises a link: two ends, of which one may be a name that the project does not have.
type linkKey struct {
	defect, other    ident.ID
	unresolvedDefect string
	unresolvedOther  string
	kind             defectlink.UnresolvedKind // of the missing other end
}

// Link joins defects to where they showed. A link with one end that is not there is kept as ORPHANED; with both missing
// it is left out. Either is a warning. A link that was retired stays so.
func Link(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []LinkDraft, now time.Time) (bulk.Outcome, error) {
	var total bulk.Outcome
	for first := 0; first < len(drafts); first += bulk.Size {
		w := &linker{tx: tx, project: project, now: now, joined: joined{}, drafts: drafts[first:min(first+bulk.Size, len(drafts))]}
		if err := w.link(ctx); err != nil {
			return total, bulk.Explain(err, "defect link")
		}
		total.Add(w.outcome, first)
	}
	return total, nil
}

// linker stores one statement's worth of links.
type linker struct {
	tx      *ent.Client
	project *ent.Project
	now     time.Time
	drafts  []LinkDraft
	known   map[linkKey]*ent.DefectLink // of retired ones only one that nothing has replaced
	created []*ent.DefectLinkCreate
	joined  joined // orphans whose end is there now
	outcome bulk.Outcome
}

func (w *linker) link(ctx context.Context) error {
	for _, d := range w.drafts {
		if err := bulk.CheckText("link", d.Defect, d.Case, d.Requirement, d.ExecutionFile, d.ExecutionName); err != nil {
			return err
		}
	}
	e, err := findEnds(ctx, w.tx, w.project, w.drafts)
	if err != nil {
		return err
	}
	if err := w.load(ctx, e); err != nil {
		return err
	}
	for i, d := range w.drafts {
		others, several := e.others(d), e.several(d)
		if linked := w.linked(e, d, several); len(linked) > 0 {
			others, several = linked, nil // made before a further file of the name arrived
		}
		w.one(i, d, e.defects[d.Defect], others, several)
	}
	if err := w.joined.save(ctx, w.tx, w.now); err != nil || len(w.created) == 0 {
		return err
	}
	return w.tx.DefectLink.CreateBulk(w.created...).Exec(ctx)
}

// one makes the links of one draft: several when it names several executions.
func (w *linker) one(i int, d LinkDraft, defect ident.ID, others []ident.ID, several []string) {
	name, kind := d.other()
	shown := d.shown()
	word := strings.ToLower(strings.ReplaceAll(string(kind), "_", " "))
	switch {
	case len(several) > 0 && !defect.IsZero():
		w.outcome.Warn(i, "executionFile", "names %s %s, which may be in %s; kept as ORPHANED until more of the path is stated",
			word, shown, strings.Join(several, " or in "))
		w.put(i, d, linkKey{defect: defect, unresolvedOther: name, kind: kind}, kind)
	case defect.IsZero() && len(others) == 0:
		w.outcome.Warn(i, "defect", "neither defect %s nor %s %s is in the project; the link was left out", d.Defect, word, shown)
	case defect.IsZero():
		w.outcome.Warn(i, "defect", "names defect %s, which is not in the project; kept as ORPHANED", d.Defect)
		for _, other := range others {
			w.put(i, d, linkKey{other: other, unresolvedDefect: d.Defect}, kind)
		}
	case len(others) == 0:
		w.outcome.Warn(i, word, "names %s %s, which is not in the project; kept as ORPHANED", word, shown)
		w.put(i, d, linkKey{defect: defect, unresolvedOther: name, kind: kind}, kind)
	default:
		for _, other := range others {
			w.put(i, d, linkKey{defect: defect, other: other}, kind)
		}
	}
}

func (w *linker) put(i int, d LinkDraft, key linkKey, kind defectlink.UnresolvedKind) {
	is, orphan := w.known[key], w.orphan(key, d)
	if (is == nil || is.State == defectlink.StateCLOSED) && orphan != nil && orphan.State == defectlink.StateCLOSED {
		is = orphan
	}
	if is != nil && is.State == defectlink.StateCLOSED {
		w.outcome.Warn(i, "", "the link between %s and %s was retired here and stays so", d.Defect, d.shown())
	}
	switch {
	case orphan != nil && orphan.State == defectlink.StateORPHANED:
		w.outcome.Updated++
		w.join(orphan, key)
		return
	case is != nil:
		w.outcome.Unchanged++
		return
	}
	w.outcome.Created++
	state := defectlink.StateVALID
	if key.defect.IsZero() || key.other.IsZero() {
		state = defectlink.StateORPHANED
	}
	w.known[key] = &ent.DefectLink{State: state}
	one := w.tx.DefectLink.Create().SetProjectID(w.project.ID).SetState(state).
		SetUnresolvedDefect(key.unresolvedDefect).SetUnresolvedKey(key.unresolvedOther).SetCreatedAt(w.now).SetUpdatedAt(w.now)
	if !key.defect.IsZero() {
		one.SetDefectID(key.defect)
	}
	if key.other.IsZero() {
		one.SetUnresolvedKind(kind)
	} else {
		setOther(one.Mutation(), key.other)
	}
	w.created = append(w.created, one)
}

// orphan is a link that was made while one of the ends which are there now was missing.
func (w *linker) orphan(key linkKey, d LinkDraft) *ent.DefectLink {
	if key.defect.IsZero() || key.other.IsZero() {
		return nil
	}
	name, kind := d.other()
	if one := w.known[linkKey{defect: key.defect, unresolvedOther: name, kind: kind}]; one != nil {
		return one
	}
	return w.known[linkKey{other: key.other, unresolvedDefect: d.Defect}]
}

// join gives an orphan its end. When the same link is there already, also a retired one, the orphan is retired.
func (w *linker) join(orphan *ent.DefectLink, key linkKey) {
	state := defectlink.StateVALID
	if w.known[key] != nil {
		state = defectlink.StateCLOSED
	}
	delete(w.known, keyOf(orphan))
	if w.known[key] == nil {
		w.known[key] = &ent.DefectLink{State: state}
	}
	w.joined.add(orphan.ID, key.defect, key.other, state)
}

// setOther puts an end into the column of its kind.
func setOther(m *ent.DefectLinkMutation, other ident.ID) {
	switch other.Kind() {
	case ident.TestCase:
		m.SetTestCaseID(other)
	case ident.Requirement:
		m.SetRequirementID(other)
	default:
		m.SetExecutionID(other)
	}
}
