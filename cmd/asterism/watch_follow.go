package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"net/url"
	"time"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
)

// How long a follower waits: for news in one request, for a server that was away, and at most for any answer.
const (
	waitForNews  = 30 * time.Second
	firstPause   = 500 * time.Millisecond
	longestPause = 30 * time.Second
)

// follower writes changes, each once, and knows after which one it stands.
type follower struct {
	source
	project string
	filter  url.Values
	// after is the place to go on from; kept is the file that holds it between starts, empty for none.
	after, kept string
	// isResumed says that the place comes from an earlier start.
	isResumed bool
	// count is after how many changes to end, 0 for never; ends says whether to end at the goal.
	count int
	ends  bool

	out   io.Writer
	note  func(format string, values ...any)
	pause func(failures int) time.Duration

	written int
	// isPlaced says that after is a cursor that was answered; seq is its number then.
	isPlaced bool
	seq      int64
	// goal is the number of the last change that was there at the beginning.
	goal int64
}

// line is what a follower must know of a line; the rest is passed on as it is.
type line struct {
	Cursor string `json:"cursor"`
	Op     string `json:"op"`
	Seq    int64  `json:"seq"`
	Head   int64  `json:"head"`
}

// follow writes until it is done or the context ends. A server that is away is asked again, later and later.
func (f *follower) follow(ctx context.Context, withSnapshot bool) error {
	if withSnapshot && !f.isResumed {
		if err := f.snapshot(ctx); err != nil {
			return err
		}
	}
	for failures := 0; ; {
		isDone, err := f.page(ctx)
		var away *awayError
		switch {
		case isDone || ctx.Err() != nil:
			return ctx.Err()
		case err == nil:
			failures = 0
			continue
		case f.ends || !errors.As(err, &away):
			return err
		}
		wait := f.pause(failures)
		failures++
		f.note("%s; trying again in %s", away.words.Message, wait.Round(100*time.Millisecond))
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
}

// pause grows from half a second to half a minute; a half of it is by chance, so that not all come back at once.
func pause(failures int) time.Duration {
	whole := longestPause
	if failures < 6 {
		whole = firstPause << failures
	}
	return whole/2 + rand.N(whole/2)
}

// snapshot writes everything that is there and stands behind it. One that breaks off leaves no place, so the next start
// begins it anew.
func (f *follower) snapshot(ctx context.Context) error {
	body, err := f.get(ctx, "/snapshot/"+url.PathEscape(f.project), nil)
	if err != nil {
		return err
	}
	defer body.Close()
	var last line
	err = f.lines(body, func(one line, text []byte) error {
		last = one
		return f.write(text)
	})
	if err == nil && last.Op != "COMPLETE" {
		err = away("the snapshot broke off before it was complete: begin again", nil)
	}
	if err != nil {
		return err
	}
	return f.keep(last.Cursor)
}

// page writes the changes of one request. The first one does not wait: it makes now and start a place, which is not lost
// when the connection is.
func (f *follower) page(ctx context.Context) (isDone bool, err error) {
	query := url.Values{"after": {f.after}}
	for name, values := range f.filter {
		query[name] = values
	}
	if f.isPlaced {
		query.Set("wait", waitForNews.String())
	}
	ctx, cancel := context.WithTimeout(ctx, 2*waitForNews) // a server that fell silent is away too
	defer cancel()
	body, err := f.get(ctx, "/changes/"+url.PathEscape(f.project), query)
	if err != nil {
		return false, err
	}
	defer body.Close()
	isWhole := false
	err = f.lines(body, func(one line, text []byte) error {
		if one.Op == "BOOKMARK" {
			isWhole = true
			return f.arrive(one)
		}
		if err := f.change(one, text); err != nil {
			return err
		}
		if f.written == f.count {
			return errDone
		}
		return nil
	})
	switch {
	case errors.Is(err, errDone):
		return true, nil
	case err != nil:
		return false, err
	case !isWhole:
		return false, away("the answer of the server broke off", nil)
	}
	return f.ends && f.seq >= f.goal, nil
}

// errDone ends the reading of an answer of which enough was read.
var errDone = errors.New("enough")

// change writes one and stands behind it. Without a filter its number follows the one before, or something is missing.
func (f *follower) change(one line, text []byte) error {
	if len(f.filter) == 0 && f.isPlaced && one.Seq != f.seq+1 {
		return fault.New(feed.FeedDamaged, "after change %d of project %s came %d: what is between them did not arrive; "+
			"ask the operator of the server to look, and take a snapshot to go on", f.seq, f.project, one.Seq)
	}
	if err := f.write(text); err != nil {
		return err
	}
	f.written++
	f.isPlaced, f.seq = true, one.Seq
	return f.keep(one.Cursor)
}

// arrive stands at the end of an answer.
func (f *follower) arrive(mark line) error {
	if f.goal == 0 {
		f.goal = mark.Head
	}
	f.isPlaced, f.seq = true, mark.Seq
	if mark.Cursor == f.after {
		return nil
	}
	return f.keep(mark.Cursor)
}

func (f *follower) write(text []byte) error {
	if _, err := f.out.Write(text); err != nil {
		return fault.New(fault.Unavailable, "no more lines can be written: %v", err).Because(err)
	}
	return nil
}

// lines gives each whole line of an answer; one that was cut off is not given.
func (f *follower) lines(body io.Reader, give func(one line, text []byte) error) error {
	reader := bufio.NewReaderSize(body, 64<<10)
	for {
		text, err := reader.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return away("the connection was cut", err)
		}
		var one line
		if err := json.Unmarshal(text, &one); err != nil {
			return fault.New(fault.Internal, "what answers at %s is no feed of changes", f.address).Because(err)
		}
		if err := give(one, text); err != nil {
			return err
		}
	}
}
