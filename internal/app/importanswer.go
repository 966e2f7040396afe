package app

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
)

// lineType is the media type of an answer that tells its progress: one JSON document a line.
const lineType = "application/x-ndjson"

// told is how far an import is.
type told struct {
	// Phase is reading or publishing; each has its own progress, in bytes and in records.
	Phase   string `json:"phase"`
	Done    int64  `json:"done"`
	Total   int64  `json:"total"`
	Percent int    `json:"percent"`
	// What is the file that is read or the kind of records that are published.
	What string `json:"what"`
}

// notTaken is what is told about an import that was refused.
type notTaken struct {
	refused
	// File and Line are the place in the files; empty and 0 when it is about none.
	File string `json:"file"`
	Line int    `json:"line"`
}

// importAnswer answers an import: line by line while it goes on when that is asked for, and otherwise once, with a status that says how
// it went.
type importAnswer struct {
	to      http.ResponseWriter
	pace    pace
	flows   bool // each line is sent at once
	hasSent bool
	last    told
}

func (a *App) importAnswer(w http.ResponseWriter, r *http.Request) *importAnswer {
	return &importAnswer{to: w, pace: a.pace(w), flows: strings.Contains(r.Header.Get("Accept"), lineType)}
}

// send writes one line.
func (l *importAnswer) send(status int, name string, thing any) {
	header := l.to.Header()
	if !l.hasSent {
		l.hasSent = true
		header.Set("Content-Type", "application/json; charset=utf-8")
		if l.flows {
			header.Set("Content-Type", lineType)
			header.Set("X-Accel-Buffering", "no")
			status = http.StatusOK // what comes at the end is told there
		}
		header.Set("Cache-Control", "no-store")
		header.Set("X-Content-Type-Options", "nosniff")
		l.to.WriteHeader(status)
	}
	l.pace.writeOn()
	_ = json.NewEncoder(l.to).Encode(map[string]any{name: thing}) // the client went away, if anything
	_ = l.pace.control.Flush()
}

// progress hears an import and tells of each whole percent.
func (l *importAnswer) progress(request *exchange.Request) {
	request.Phase = func(phase string) { l.tell(told{Phase: phase}) }
	request.Progress = func(done, total int64, what string) {
		percent := 100
		if total > 0 && done < total {
			percent = int(100 * done / total)
		}
		l.tell(told{Phase: l.last.Phase, Done: done, Total: total, Percent: percent, What: what})
	}
}

func (l *importAnswer) tell(now told) {
	isNews := now.Phase != l.last.Phase || now.Percent != l.last.Percent
	l.last = now
	if l.flows && isNews {
		l.send(http.StatusOK, "progress", now)
	}
}

// refuse tells why something was not done. What the client cannot mend is logged; what is neither a fault nor a refusal of a file
// is not shown.
func (l *importAnswer) refuse(ctx context.Context, err error) {
	status, told := refusal(ctx, err)
	if status >= http.StatusInternalServerError && ctx.Err() == nil && !errors.Is(err, errBusy) {
		slog.ErrorContext(ctx, "an import failed", "error", err, "cause", errors.Unwrap(fault.Of(err)))
	}
	if errors.Is(err, errBusy) {
		l.to.Header().Set("Retry-After", retryAfter)
	}
	l.send(status, "error", told)
}

// refusal puts a failure into words and a status.
func refusal(ctx context.Context, err error) (int, notTaken) {
	var file *record.Error
	if errors.As(err, &file) {
		told := notTaken{refused: refused{Code: string(fault.Invalid), Message: file.Message, Field: []string{}}, File: file.File, Line: file.Line}
		if file.Field != "" {
			told.Field = []string{file.Field}
		}
		return http.StatusBadRequest, told
	}
	found := fault.Of(err)
	switch {
	case found == nil && ctx.Err() != nil:
		found = fault.New(stopped, "the import was stopped before its end; nothing of it was written")
	case found == nil:
		found = fault.New(fault.Internal, "something went wrong here; the operator finds it in the log")
	}
	status, known := statuses[found.Code]
	switch {
	case found.Code == stopped:
		status = http.StatusConflict
	case errors.Is(err, os.ErrDeadlineExceeded):
		status = http.StatusRequestTimeout // the sender stood still
	case errors.Is(err, errLarge):
		status = http.StatusRequestEntityTooLarge
	case !known:
		status = http.StatusInternalServerError
	}
	field := found.Field
	if field == nil {
		field = []string{}
	}
	return status, notTaken{refused: refused{Code: string(found.Code), Message: found.Message, Field: field}}
}

// stopped is the code of an import that a person stopped.
const stopped fault.Code = "STOPPED"
