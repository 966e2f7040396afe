package feed

import (
	"context"
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// part is one reader's way through one project.
type part struct {
	feed    *Feed
	project *ent.Project
	// user is who reads; zero for the system, which is a member of everything.
	user ident.ID
	// at is where the reader stands: everything up to there was given or kept back.
	at Position
	// tail has what is new; nil for who only reads pages.
	tail *tail
	// sieve keeps back what the filter does not let through; nil when it lets everything through.
	sieve *matcher
	known int64 // how far the log went when it was read last

	batch  []*Change
	passed []bool // by the batch; nil when all
}

// part begins the way of the context's viewer through a project.
func (f *Feed) part(ctx context.Context, p *ent.Project, at Position, filter Filter) (*part, error) {
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	made := &part{feed: f, project: p, at: at}
	if !who.System {
		made.user = who.User
	}
	if !isEmpty(filter) {
		made.sieve = f.matcher(f.store.Client, p.ID, filter)
	}
	return made, nil
}

func isEmpty(f Filter) bool {
	return len(f.EntityTypes)+len(f.Ops)+len(f.Fields)+len(f.Entities)+len(f.Requirements)+len(f.Releases) == 0
}

// next takes the next change that the filter lets through. Moved says that the reader came further, though it may have
// met nothing to give; at the head it does not. After an error it stands where it stood.
func (p *part) next(ctx context.Context) (found *Change, moved bool, err error) {
	if len(p.batch) == 0 {
		if err := p.fill(ctx); err != nil {
			return nil, false, err
		}
	}
	for len(p.batch) > 0 {
		c := p.batch[0]
		if p.isAboutAccess(c) {
			if err := p.remain(ctx); err != nil {
				return nil, false, err
			}
		}
		passes := p.passed == nil || p.passed[0]
		p.at, moved = Position{c.Project, c.Epoch, c.Seq}, true
		p.batch = p.batch[1:]
		if p.passed != nil {
			p.passed = p.passed[1:]
		}
		if passes {
			found = c
			break
		}
	}
	if len(p.batch) == 0 {
		p.batch, p.passed = nil, nil // who waits holds nothing
	}
	return found, moved, nil
}

// fill gets what comes next, out of memory or from the log; nothing at the head.
func (p *part) fill(ctx context.Context) error {
	var some []*Change
	if p.tail != nil {
		if v := p.tail.view.Load(); v.holds(p.at) {
			if some = v.after(p.at, batch); len(some) == 0 {
				return nil
			}
		}
	}
	if some == nil {
		found, head, err := p.feed.read(ctx, p.project, p.at, p.known, batch)
		if err != nil {
			return err
		}
		some, p.known = found, head.Head
	}
	passed, err := p.sift(ctx, some)
	if err != nil {
		return err
	}
	p.batch, p.passed = some, passed
	return nil
}

// sift tells which of some changes pass; nil when all do.
func (p *part) sift(ctx context.Context, some []*Change) ([]bool, error) {
	if p.sieve == nil || len(some) == 0 {
		return nil, nil
	}
	passed, err := p.sieve.match(ctx, some)
	if fault.Is(err, fault.NotFound) { // it looked for what the viewer may not see any more
		return nil, ended(p.project)
	}
	if err != nil {
		return nil, fmt.Errorf("filter the changes of %s: %w", p.project.Key, err)
	}
	return passed, nil
}

// isAboutAccess tells whether the reader's membership, or the project itself, may end with a change.
func (p *part) isAboutAccess(c *Change) bool {
	if p.user.IsZero() {
		return false
	}
	switch c.Entity.Kind() {
	case ident.Membership: // who its user is stands in what it names
		return c.Op != string(changes.Create) && strings.Contains(c.Data, p.user.String())
	case ident.Project:
		return c.Op == string(changes.Delete) || strings.Contains(c.Data, `"deletedAt"`)
	}
	return false
}

// remain makes sure that the reader is still a member of the project, and that it is not in the trash.
func (p *part) remain(ctx context.Context) error {
	err := p.feed.admit(ctx, p.project)
	if fault.Is(err, fault.NotFound) || fault.Is(err, fault.Denied) {
		return ended(p.project)
	}
	return err
}

// admit makes sure that the viewer may see a project. Absent and hidden are the same.
func (f *Feed) admit(ctx context.Context, p *ent.Project) error {
	who, err := viewer.From(ctx)
	if err != nil || who.System {
		return err
	}
	if err := people.Require(ctx, f.store.Client, p, membership.RoleVIEWER); err != nil {
		return err
	}
	if err := visible(ctx, f.store.Client, p.ID); err != nil {
		if fault.Is(err, fault.NotFound) {
			return fault.New(fault.NotFound, "there is no project %s", p.Key)
		}
		return err
	}
	return nil
}
