package plans_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/plans"
)

// mover makes one move of a thing, and put brings a thing into a state by hand.
type mover struct {
	table  lifecycle.Table
	states []string
	verbs  map[string]func(ctx context.Context, in lifecycle.Input) (status string, version int, err error)
	put    func(state string) lifecycle.Input
	found  func(id ident.ID) (status string, version int)
}

func (o *office) releases(t *testing.T) *mover {
	one, err := do(o, o.Ctx, plans.CreateRelease, plans.ReleaseCreateInput{Project: "P", Name: "x"})
	if err != nil {
		t.Fatal(err)
	}
	verb := func(f func(context.Context, *ent.Client, lifecycle.Input) (*ent.Release, error)) func(context.Context, lifecycle.Input) (string, int, error) {
		return func(ctx context.Context, in lifecycle.Input) (string, int, error) {
			moved, err := do(o, ctx, f, in)
			if err != nil {
				return "", 0, err
			}
			return string(moved.Status), moved.Version, nil
		}
	}
	return &mover{
		table: plans.ReleaseLifecycle, states: []string{"PLANNED", "IN_PROGRESS", "FINISHED", "LOCKED", "ROLLED_BACK"},
		verbs: map[string]func(context.Context, lifecycle.Input) (string, int, error){
			"releaseStart": verb(plans.StartRelease), "releaseFinish": verb(plans.FinishRelease), "releaseLock": verb(plans.LockRelease),
			"releaseReopen": verb(plans.ReopenRelease), "releaseRollBack": verb(plans.RollBackRelease),
		},
		put: func(state string) lifecycle.Input {
			o.Write(func(ctx context.Context, tx *ent.Client) error {
				return tx.Release.UpdateOneID(one.ID).SetStatus(release.Status(state)).SetVersion(1).Exec(ctx)
			})
			return lifecycle.Input{ID: one.ID, ExpectedVersion: 1}
		},
		found: func(id ident.ID) (string, int) {
			is := o.Client.Release.GetX(o.Ctx, id)
			return string(is.Status), is.Version
		},
	}
}

func (o *office) cycles(t *testing.T) *mover {
	one, err := do(o, o.Ctx, plans.CreateCycle, plans.CycleCreateInput{Project: "P", Name: "x", Build: text("b"), Environment: text("e")})
	if err != nil {
		t.Fatal(err)
	}
	verb := func(f func(context.Context, *ent.Client, lifecycle.Input) (*ent.TestCycle, error)) func(context.Context, lifecycle.Input) (string, int, error) {
		return func(ctx context.Context, in lifecycle.Input) (string, int, error) {
			moved, err := do(o, ctx, f, in)
			if err != nil {
				return "", 0, err
			}
			return string(moved.Status), moved.Version, nil
		}
	}
	ready := func(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCycle, error) {
		return plans.ReadyCycle(ctx, tx, plans.CycleReadyInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Note: in.Note})
	}
	return &mover{
		table: plans.CycleLifecycle, states: []string{"PLANNED", "READY", "RUNNING", "PAUSED", "COMPLETED", "CLOSED", "ABORTED"},
		verbs: map[string]func(context.Context, lifecycle.Input) (string, int, error){
			"cycleReady": verb(ready), "cycleStart": verb(plans.StartCycle), "cyclePause": verb(plans.PauseCycle), "cycleResume": verb(plans.ResumeCycle),
			"cycleComplete": verb(plans.CompleteCycle), "cycleClose": verb(plans.CloseCycle), "cycleAbort": verb(plans.AbortCycle),
		},
		put: func(state string) lifecycle.Input {
			o.Write(func(ctx context.Context, tx *ent.Client) error {
				return tx.TestCycle.UpdateOneID(one.ID).SetStatus(testcycle.Status(state)).SetVersion(1).Exec(ctx)
			})
			return lifecycle.Input{ID: one.ID, ExpectedVersion: 1}
		},
		found: func(id ident.ID) (string, int) {
			is := o.Client.TestCycle.GetX(o.Ctx, id)
			return string(is.Status), is.Version
		},
	}
}

func TestEveryVerbMovesFromItsStatesOnly(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		for _, m := range []*mover{o.releases(t), o.cycles(t)} {
			if len(m.verbs) != len(m.table.Moves) {
				t.Errorf("%s: %d verbs for %d moves", m.table.Thing, len(m.verbs), len(m.table.Moves))
			}
			for _, state := range m.states {
				for _, move := range m.table.Moves {
					in := m.put(state)
					in.Note = text("because")
					status, version, err := m.verbs[move.Verb](o.Ctx, in)
					is, at := m.found(in.ID)
					if slices.Contains(move.From, state) {
						if err != nil || status != move.To || version != 2 || is != move.To || at != 2 {
							t.Errorf("%s of a %s %s: %s at %d, %v", move.Verb, state, m.table.Thing, is, at, err)
						}
						continue
					}
					if !fault.Is(err, fault.Precondition) || fault.Of(err).Details["status"] != state || is != state || at != 1 {
						t.Errorf("%s of a %s %s: %s at %d, %v", move.Verb, state, m.table.Thing, is, at, err)
					}
				}
			}
		}
	})
}

func TestAMoveThatTakesSomethingBackNeedsANote(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		needing := map[string]string{"releaseReopen": "FINISHED", "releaseRollBack": "LOCKED", "cycleAbort": "RUNNING"}
		for _, m := range []*mover{o.releases(t), o.cycles(t)} {
			for _, move := range m.table.Moves {
				state, needs := needing[move.Verb]
				if !needs {
					state = move.From[0]
				}
				for name, note := range map[string]*string{"none": nil, "a blank one": text(" \n"), "no text": text("\xff")} {
					in := m.put(state)
					in.Note = note
					_, _, err := m.verbs[move.Verb](o.Ctx, in)
					if refused := needs || name == "no text"; refused != fault.Is(err, fault.Invalid) || !refused && err != nil {
						t.Errorf("%s with %s: %v", move.Verb, name, err)
					} else if refused && !slices.Equal(fields(err), []string{"note"}) {
						t.Errorf("%s with %s: at %v", move.Verb, name, fields(err))
					}
				}
			}
		}
	})
}

func TestAMoveOfWhatHasChangedOrIsNotThereIsRefused(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		for verb, m := range map[string]*mover{"releaseStart": o.releases(t), "cycleAbort": o.cycles(t)} {
			in := m.put("PLANNED")
			in.Note, in.ExpectedVersion = text("because"), 2
			if _, _, err := m.verbs[verb](o.Ctx, in); !fault.Is(err, fault.Conflict) || !slices.Equal(fields(err), []string{"expectedVersion"}) {
				t.Errorf("%s of another version: %v", verb, err)
			}
			for name, id := range map[string]ident.ID{"nothing": ident.New(in.ID.Kind()), "a project": o.ID, "no id": {}} {
				in.ID = id
				if _, _, err := m.verbs[verb](o.Ctx, in); !fault.Is(err, fault.NotFound) || !slices.Equal(fields(err), []string{"id"}) {
					t.Errorf("%s of %s: %v", verb, name, err)
				}
			}
		}
	})
}

func TestWhatIsSaidWithAMoveStaysUntilTheNext(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		for _, m := range []*mover{o.releases(t), o.cycles(t)} {
			for _, move := range m.table.Moves {
				in := m.put(move.From[0])
				in.Note = text("because *it* is so")
				if _, _, err := m.verbs[move.Verb](o.Ctx, in); err != nil || o.note(in.ID) != *in.Note {
					t.Errorf("%s keeps %q, %v", move.Verb, o.note(in.ID), err)
				}
				in = m.put(move.From[0])
				if in.Note = nil; len(move.Needs) > 0 {
					in.Note = text("again")
				}
				if _, _, err := m.verbs[move.Verb](o.Ctx, in); err != nil || o.note(in.ID) != lifecycle.Say(in.Note) {
					t.Errorf("%s leaves %q of the move before, %v", move.Verb, o.note(in.ID), err)
				}
			}
		}
	})
}

// note is what was said with the last move of a release or a cycle.
func (o *office) note(id ident.ID) string {
	if id.Kind() == ident.Release {
		return o.Client.Release.GetX(o.Ctx, id).StatusNote
	}
	return o.Client.TestCycle.GetX(o.Ctx, id).StatusNote
}

func TestNotesAndDescriptionsHaveAtMost20000Letters(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		most := strings.Repeat("é", 20_000)
		for said, want := range map[string][]string{most: nil, most + "é": {"note"}} {
			for verb, m := range map[string]*mover{"releaseStart": o.releases(t), "cycleAbort": o.cycles(t), "cycleReady": o.cycles(t)} {
				in := m.put("PLANNED")
				in.Note = &said
				if _, _, err := m.verbs[verb](o.Ctx, in); !slices.Equal(fields(err), want) || want == nil && err != nil {
					t.Errorf("%s with %d bytes: %v", verb, len(said), err)
				}
			}
			_, err := do(o, o.Ctx, plans.CreateRelease, plans.ReleaseCreateInput{Project: "P", Name: "x", Description: &said})
			if (want != nil) != (err != nil && slices.Equal(fields(err), []string{"description"})) {
				t.Errorf("a description of %d bytes: %v", len(said), err)
			}
		}
	})
}
