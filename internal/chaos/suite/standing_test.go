//go:build unix

package suite_test

import (
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

// standing is where a subscriber stands.
type standing struct {
	cursor string
	seqs   map[string]int64
}

// hasReached tells whether he has come to the heads of his projects.
func (s *subscriber) hasReached(heads map[string]int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	seqs := s.last[len(s.last)-1].seqs
	for _, feed := range s.feeds {
		if seqs[feed.Project] < heads[feed.Project] {
			return false
		}
	}
	return true
}

// seen is what he saw, when he sees no more.
func (s *subscriber) seen() history.Subscriber {
	s.mu.Lock()
	defer s.mu.Unlock()
	return history.Subscriber{Name: s.name, Feeds: s.feeds, Lines: s.lines}
}

// String says where he stands, for whoever looks why he is stuck.
func (s *subscriber) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	words := []string{s.name, fmt.Sprint(s.received.Load(), " lines")}
	for key, seq := range s.last[len(s.last)-1].seqs {
		words = append(words, fmt.Sprint(key, " ", seq))
	}
	return strings.Join(words, ", ")
}

// place notes the cursor of who began without one.
func (s *subscriber) place(m message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if at := &s.last[len(s.last)-1]; at.cursor == "" {
		at.cursor = m.Cursor
	}
}

// isPlaced tells whether he knows where he stands: from then on he misses nothing.
func (s *subscriber) isPlaced() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last[len(s.last)-1].cursor != ""
}
