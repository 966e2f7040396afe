package publish

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Input is what was staged and how it is to be published.
type Input struct {
	ProjectKey string
	Stage      *stage.Stage
	// Digests holds the digest of each file by its number.
	Digests []string
	// Format, Source and Digest describe the import as a whole.
	Format, Source, Digest string
	// Key makes a repetition harmless; empty uses the digest.
	Key string
	// Client reads what the reactions to the import made of links.
	Client *ent.Client
	// Mapping says what happens to results of unknown cases; nil creates them.
	Mapping *mapping.Mapping
	// Warnings are those of the readers.
	Warnings []record.Warning
	DryRun   bool
	// Progress hears how many of the records are done; nil when nobody listens.
	Progress func(done, total int64, what string)
}

// These end the transaction without a trace, and are no failures.
var (
	errDry     = errors.New("a dry run writes nothing")
	errNothing = errors.New("nothing to write")
	errKnown   = errors.New("the import took place before")
)

// attempts is how often an import is tried when somebody else stores one of its things at the same moment: the next
// attempt finds it there.
const attempts = 3

// Publish writes everything in one transaction, or nothing at all when something is wrong.
func Publish(ctx context.Context, hub *changes.Hub, in Input) (*Report, error) {
	now := clock.Now(ctx)
	var p *publisher
	var err error
	for range attempts {
		err = hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
			p = newPublisher(in, tx, now) // anew, since a transaction may be tried again
			return p.publish(ctx)
		})
		if !fault.Is(err, fault.Conflict) {
			break
		}
	}
	if err == nil {
		p.tellSuspect(ctx, in.Client)
	}
	switch {
	case err == nil, errors.Is(err, errDry), errors.Is(err, errNothing), errors.Is(err, errKnown):
		return p.report, nil
	}
	return nil, err
}

// publisher is one attempt at publishing.
type publisher struct {
	in      Input
	tx      *ent.Client
	now     time.Time
	project *ent.Project
	run     ident.ID // of the import
	report  *Report
	words   *tally
	doubts  []doubt // words of the present batch that nobody knows
	done    int64
	suspect map[ident.ID]bool // links that were SUSPECT before

	releases     map[string]*ent.Release
	builds       map[string]*ent.Build
	environments map[string]*ent.Environment
	cycles       map[string]*ent.TestCycle
	seen         map[string]place // what the files state already, by kind and name
}

func newPublisher(in Input, tx *ent.Client, now time.Time) *publisher {
	return &publisher{
		in: in, tx: tx, now: now, words: newTally(), seen: map[string]place{},
		report: &Report{
			Format: in.Format, Files: len(in.Digests), Counts: in.Stage.Counts, DryRun: in.DryRun,
			Warnings: append([]record.Warning{}, in.Warnings...),
		},
	}
}

func (p *publisher) publish(ctx context.Context) error {
	var err error
	if p.project, err = projects.ByKey(ctx, p.tx, p.in.ProjectKey); err != nil {
		return err
	}
	if err := people.Require(ctx, p.tx, p.project, membership.RoleEDITOR); err != nil {
		return err
	}
	if err := projects.LockForImport(ctx, p.tx, p.project); err != nil {
		return err
	}
	if p.suspect, err = suspects(ctx, p.tx, p.project); err != nil {
		return err
	}
	earlier, err := p.earlier(ctx)
	if err != nil {
		return err
	}
	p.run = ident.New(ident.ImportRun)
	ctx = changes.Importing(ctx, p.run)
	if err := p.open(ctx); err != nil {
		return err
	}
	for _, step := range []struct {
		kind string
		run  func(context.Context) error
	}{
		{"context", p.context}, {"requirements", p.requirements}, {"refinements", p.refinements}, {"suites", p.suites},
		// Results before links: they may bring the very cases that links name.
		{"cases", p.cases}, {"executions", p.results}, {"links", p.links}, {"defects", p.defects}, {"defectLinks", p.defectLinks},
	} {
		before := p.report.mark()
		if err := step.run(ctx); err != nil {
			return err
		}
		p.report.tell(step.kind, before)
	}
	p.words.tell(p.report)
	switch {
	case p.report.Created == 0 && p.report.Updated == 0 && (p.in.Key == "" || p.in.DryRun): // a key of its own is kept
		if earlier != nil {
			p.report.ImportRun = earlier.ID.String()
		}
		return errNothing
	case p.in.DryRun:
		return errDry
	}
	return p.close(ctx)
}

// batch is how many records are held at once.
const batch = 5000

// each gives the records of a kind in batches.
func each[T record.Record](ctx context.Context, p *publisher, kind record.Kind, what string, act func(files []int, batch []T) error) error {
	var files []int
	var held []T
	flush := func() error {
		if len(held) == 0 {
			return nil
		}
		if err := act(files, held); err != nil {
			return err
		}
		p.done += int64(len(held))
		if p.in.Progress != nil {
			p.in.Progress(p.done, int64(p.in.Stage.Records), what)
		}
		files, held = files[:0], held[:0]
		return nil
	}
	err := p.in.Stage.Each(ctx, kind, func(file int, r record.Record) error {
		files, held = append(files, file), append(held, r.(T))
		if len(held) == batch {
			return flush()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// repeated tells, with a warning, that the files state a thing a second time; the first statement holds.
func (p *publisher) repeated(r record.Record, key string, external record.External) bool {
	at := placeOf(r)
	for _, name := range []string{key, external.System + "\x00" + external.ID} {
		if name == "" || name == "\x00" {
			continue
		}
		name = string(r.RecordKind()) + "\x00" + name
		if first, known := p.seen[name]; known {
			p.report.warn(at, "key", "states "+key+" again, which is stated in "+first.String()+" already; the first holds")
			return true
		}
		p.seen[name] = at
	}
	return false
}

// attributeStated names a field that is kept as an attribute as that attribute.
func attributeStated(fields []string, field string) bulk.Stated {
	stated := slices.Clone(fields)
	if at := slices.Index(stated, field); at >= 0 {
		stated[at] = bulk.StatedAttribute(field)
	}
	return stated
}

func external(e record.External) projects.External {
	return projects.External{System: e.System, ID: e.ID, URL: e.URL}
}
