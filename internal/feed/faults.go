package feed

import (
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// Why a reader cannot go on; the first four are about the cursor that it sent.
const (
	CursorExpired      fault.Code = "CURSOR_EXPIRED"       // changes after it are no longer kept: the reader takes a snapshot
	CursorOtherHistory fault.Code = "CURSOR_OTHER_HISTORY" // the workspace was restored: the reader takes a snapshot
	CursorAhead        fault.Code = "CURSOR_AHEAD"         // its number is greater than the last one: it comes from elsewhere
	CursorInvalid      fault.Code = "CURSOR_INVALID"       // it is no cursor, or not one of these projects
	AccessEnded        fault.Code = "ACCESS_ENDED"         // the reader is no longer a member of a project
	LeaseLost          fault.Code = "LEASE_LOST"           // another one serves the named consumer now
	FeedDamaged        fault.Code = "FEED_DAMAGED"         // a number is missing in the log: the operator looks
)

// expired is about a reader whose next change is no longer kept.
func expired(p *ent.Project, at int64, head changelog.Head) error {
	return fault.New(CursorExpired, "the changes of project %s after number %d are no longer kept (the oldest kept is %d): "+
		"take a snapshot first, by snapshot(project) or GET /snapshot/%s, and go on from its cursor", p.Key, at, head.Floor+1, p.Key).
		With("project", p.Key).With("seq", at).With("floor", head.Floor).With("head", head.Head).With("snapshot", "/snapshot/"+p.Key).At("after")
}

// otherHistory is about a reader that counts in an epoch that is over.
func otherHistory(p *ent.Project) error {
	return fault.New(CursorOtherHistory, "project %s was restored since this cursor was given out, and its changes are counted anew: "+
		"take a snapshot first, by snapshot(project) or GET /snapshot/%s, and go on from its cursor", p.Key, p.Key).
		With("project", p.Key).With("snapshot", "/snapshot/"+p.Key).At("after")
}

// ahead is about a reader that is further than the log.
func ahead(p *ent.Project, at int64, head changelog.Head) error {
	return fault.New(CursorAhead, "the cursor stands after change %d of project %s, whose last one is %d: "+
		"send a cursor that this workspace gave out", at, p.Key, head.Head).
		With("project", p.Key).With("seq", at).With("head", head.Head).At("after")
}

// invalid is about a text that is no cursor, or not one for what was asked.
func invalid(why string) error {
	return fault.New(CursorInvalid, "%s: send a cursor as it was given out", why).At("after")
}

// ended is about a reader that was a member when it began.
func ended(p *ent.Project) error {
	return fault.New(AccessEnded, "you are no longer a member of project %s: ask an administrator of the project", p.Key).With("project", p.Key)
}

// damaged is about a number that is missing although it should be kept.
func damaged(p *ent.Project, at int64, head changelog.Head) error {
	return fault.New(FeedDamaged, "change %d of project %s is missing in the log, so nothing after it is delivered: "+
		"ask the operator of this server to restore the database; meanwhile a snapshot shows how things are", at+1, p.Key).
		With("project", p.Key).With("seq", at+1).With("floor", head.Floor).With("head", head.Head).With("snapshot", "/snapshot/"+p.Key)
}
