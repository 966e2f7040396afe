package app

import (
	"io"
	"net/http"
	"time"
)

// patience is how long an upload or a download may make no progress before it is ended. One that goes on may take as long
// as it needs.
const patience = 30 * time.Second

// pace keeps the deadlines of one request, which move on with its progress. The window has no connection on which they could
// be set; what fails there is only that.
type pace struct {
	control  *http.ResponseController
	patience time.Duration
}

func (a *App) pace(w http.ResponseWriter) pace {
	return pace{control: http.NewResponseController(w), patience: a.patience}
}

// receiving lets a body arrive. The answer has a time of its own, which begins when there is one.
func (p pace) receiving() {
	_ = p.control.SetWriteDeadline(time.Time{})
	p.readOn()
}

// received ends the time for the body: from now on, that nothing comes is no sign of anything.
func (p pace) received() { _ = p.control.SetReadDeadline(time.Time{}) }

func (p pace) readOn()  { _ = p.control.SetReadDeadline(time.Now().Add(p.patience)) }
func (p pace) writeOn() { _ = p.control.SetWriteDeadline(time.Now().Add(p.patience)) }

// arriving is a body that may stand still only so long.
type arriving struct {
	io.Reader
	pace pace
}

// Read implements io.Reader.
func (a arriving) Read(p []byte) (int, error) {
	a.pace.readOn()
	return a.Reader.Read(p)
}

// leaving is an answer that may stand still only so long. It hides that the server could send a file by itself, which would
// be one long write.
type leaving struct {
	http.ResponseWriter
	pace pace
}

// Write implements io.Writer.
func (l leaving) Write(p []byte) (int, error) {
	l.pace.writeOn()
	return l.ResponseWriter.Write(p)
}
