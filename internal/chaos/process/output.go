//go:build unix

package process

import (
	"bytes"
	"context"
	"io"
	"sync"
)

// output splits what a child writes into lines and keeps those that nobody has read yet.
type output struct {
	mu      sync.Mutex
	waiting [][]byte
	rest    []byte // a line whose end has not come
	ended   bool
	changed chan struct{} // closed, and made anew, whenever there is more to see
}

func newOutput() *output { return &output{changed: make(chan struct{})} }

// Write implements io.Writer. It never blocks: a child must not wait for a slow test.
func (o *output) Write(written []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.rest = append(o.rest, written...)
	for {
		line, rest, found := bytes.Cut(o.rest, []byte("\n"))
		if !found {
			break
		}
		o.waiting = append(o.waiting, bytes.Clone(line))
		o.rest = rest
	}
	o.tell()
	return len(written), nil
}

// end says that nothing more comes. What has no end of line is no line: the child was killed while writing it.
func (o *output) end() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.ended = true
	o.tell()
}

func (o *output) tell() {
	close(o.changed)
	o.changed = make(chan struct{})
}

// next waits for a line; io.EOF after the last.
func (o *output) next(ctx context.Context) ([]byte, error) {
	for {
		o.mu.Lock()
		changed, ended := o.changed, o.ended
		if len(o.waiting) > 0 {
			line := o.waiting[0]
			o.waiting = o.waiting[1:]
			o.mu.Unlock()
			return line, nil
		}
		o.mu.Unlock()
		if ended {
			return nil, io.EOF
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// tail keeps the end of what is written.
type tail struct {
	mu   sync.Mutex
	text []byte
}

// most is how many bytes of standard error are kept.
const most = 16 << 10

// Write implements io.Writer.
func (t *tail) Write(written []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, written...)
	t.text = t.text[max(0, len(t.text)-most):]
	return len(written), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.text)
}
