//go:build unix

package suite_test

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"sync"
	"sync/atomic"

	"github.com/asterism-qa/asterism/internal/chaos/history"
	"github.com/asterism-qa/asterism/internal/chaos/process"
)

// message is what a transport brings.
type message struct {
	Op       string          `json:"op"`
	Seq      int64           `json:"seq"`
	Cursor   string          `json:"cursor"`
	Envelope json.RawMessage `json:"envelope,omitempty"`
}

// isChange tells a change from a sign of the stream itself.
func (m message) isChange() bool { return m.Op == "CREATE" || m.Op == "UPDATE" || m.Op == "DELETE" }

// asked is what is asked of a transport: the changes of projects after a cursor, of a server.
type asked struct {
	URL      string   `json:"url"`
	Projects []string `json:"projects"`
	After    string   `json:"after"`
}

// transport brings messages until it cannot: one connection, or one life of a process. An error that is a refusal says
// what the server answered.
type transport func(ctx context.Context, want asked, give func(message)) error

// subscriber follows projects over all connections and lives.
type subscriber struct {
	*world
	name string
	*chance
	follow transport
	// server says where a connection goes, by how many there were.
	server func(n int) string
	feeds  []history.Feed
	lines  []history.Line
	// last are where he stood after the last lines; never empty.
	last []standing

	received atomic.Int64
	child    atomic.Pointer[process.Process]
	// bound is the only server that he knows; nil when he goes wherever he is answered.
	bound *process.Server
	// held says that he cannot be expected to go on: his link is spoilt.
	held atomic.Bool
	mu   sync.Mutex // of lines
}

func (s *subscriber) isHeld() bool { return s.held.Load() }

// subscribe lets somebody follow projects from where they stand.
func (w *world) subscribe(name string, follow transport, from standing, projects ...string) *subscriber {
	n := len(w.subscribers)
	s := &subscriber{
		world: w, name: name, chance: newChance(w.seed, 300+uint64(n)), follow: follow, last: []standing{from},
		server: func(tried int) string { return w.url(n + tried) },
	}
	for _, key := range projects {
		s.feeds = append(s.feeds, history.Feed{Project: key, After: from.seqs[key], Base: w.bases[key]})
	}
	w.subscribers = append(w.subscribers, s)
	return s
}

// begin lets a subscriber follow until the world is left.
func (s *subscriber) begin() {
	s.reading.Go(func() {
		projects := make([]string, len(s.feeds))
		for i, feed := range s.feeds {
			projects[i] = feed.Project
		}
		for connections := 0; s.following.Err() == nil; connections++ {
			at := s.resume(connections > 0)
			err := s.follow(s.following, asked{s.server(connections), projects, at.cursor}, s.take)
			if s.following.Err() != nil {
				return
			}
			var refused *refusal
			if errors.As(err, &refused) && !refused.isPassing() {
				s.problem("%s was refused: %v", s.name, err)
			}
			away(s.following, again)
		}
	})
}

// setBack is by how many lines at most a subscriber asks again for what he has.
const setBack = 3

// resume chooses where to go on: there, or up to three lines before.
func (s *subscriber) resume(isAgain bool) standing {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !isAgain {
		return s.last[len(s.last)-1]
	}
	s.last = s.last[:len(s.last)-s.below(min(len(s.last), setBack+1))]
	at := s.last[len(s.last)-1]
	for _, feed := range s.feeds {
		s.lines = append(s.lines, history.Line{Resumed: true, Project: feed.Project, Seq: at.seqs[feed.Project]})
	}
	s.resumed.Add(1)
	return at
}

// take notes a message.
func (s *subscriber) take(m message) {
	if !m.isChange() {
		if m.Op != "READY" && m.Op != "BOOKMARK" {
			s.problem("%s received a message of kind %q", s.name, m.Op)
		}
		s.place(m)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	line := history.Line{Project: s.feeds[0].Project, Seq: m.Seq}
	if len(s.feeds) > 1 {
		var of struct{ Project string }
		if err := json.Unmarshal(m.Envelope, &of); err != nil {
			s.problem("%s received an envelope that is no JSON object: %s", s.name, m.Envelope)
		}
		line.Project = of.Project
	}
	line.Envelope = s.pool.Keep(line.Project, line.Seq, m.Envelope)
	s.lines = append(s.lines, line)
	seqs := maps.Clone(s.last[len(s.last)-1].seqs)
	seqs[line.Project] = line.Seq
	s.last = append(s.last, standing{m.Cursor, seqs})
	s.last = s.last[max(0, len(s.last)-setBack-1):]
	s.received.Add(1)
}
