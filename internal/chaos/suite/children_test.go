//go:build unix

package suite_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/asterism-qa/asterism/internal/chaos/process"
)

// readerVariable asks this test's program to be a subscriber: it holds a reader as JSON.
const readerVariable = "ASTERISM_CHAOS_READER"

// reader is what a subscriber that is a process of its own is told.
type reader struct {
	Transport string `json:"transport"`
	Asked     asked  `json:"asked"`
}

// transports are those by which such a process may follow.
var transports = map[string]transport{"events": events, "socket": socket}

// read follows and writes a line for each message, until it is killed or the connection is lost. The last line is the
// refusal when there was one.
func read(spec string, out io.Writer) int {
	var r reader
	if err := json.Unmarshal([]byte(spec), &r); err != nil || transports[r.Transport] == nil {
		fmt.Fprintf(os.Stderr, "%s holds no reader: %s\n", readerVariable, spec)
		return 2
	}
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	err := transports[r.Transport](context.Background(), r.Asked, func(m message) { _ = lines.Encode(m) })
	var refused *refusal
	if errors.As(err, &refused) {
		_ = lines.Encode(refused)
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// apart is a transport in a process of its own, which may be killed.
func (s *subscriber) apart(name string) transport {
	return func(ctx context.Context, want asked, give func(message)) error {
		spec, err := json.Marshal(reader{name, want})
		if err != nil {
			return err
		}
		self, err := os.Executable()
		if err != nil {
			return err
		}
		return s.live(ctx, process.Spec{Path: self, Environment: []string{readerVariable + "=" + string(spec)}}, give)
	}
}

// watching is the program's own follower, which finds its server again by itself.
func (s *subscriber) watching(ctx context.Context, want asked, give func(message)) error {
	return s.live(ctx, process.Spec{Path: s.program, Arguments: []string{
		"watch", "--json", "--project", want.Projects[0], "--after", want.After, "--url", want.URL,
	}}, give)
}

// live is one life of a child that writes a line for each message.
func (s *subscriber) live(ctx context.Context, spec process.Spec, give func(message)) error {
	child, err := process.Start(ctx, spec)
	if err != nil {
		return err
	}
	defer child.Kill()
	s.child.Store(child)
	for {
		line, err := child.Line(ctx)
		if err != nil {
			return fmt.Errorf("%w: %s", err, child.Errors())
		}
		var one struct {
			message
			refusal
			Error *refusal
		}
		if err := json.Unmarshal(line, &one); err != nil {
			return fmt.Errorf("%w: %s", err, line)
		}
		switch {
		case one.Error != nil:
			return one.Error
		case one.refusal.Code != "":
			return &one.refusal
		}
		if one.message.Envelope == nil && strings.HasPrefix(string(line), `{"cursor"`) {
			one.message.Envelope = line // of the program itself, whose lines are the envelopes
		}
		give(one.message)
	}
}
