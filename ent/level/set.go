package level

import (
	"sync"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Set is a group of siblings: the distinct entities of one type that one statement loaded, in the order they came.
type Set[T any] struct {
	All []*T
	IDs []ident.ID

	mu     sync.Mutex
	loaded map[string]*once
}

type once struct {
	sync.Once
	value any
	err   error
}

// Once runs load for a field of these siblings the first time it is asked for, and remembers the answer. The key names
// the field together with its arguments.
func (s *Set[T]) Once(key string, load func() (any, error)) (any, error) {
	s.mu.Lock()
	entry := s.loaded[key]
	if entry == nil {
		if s.loaded == nil {
			s.loaded = map[string]*once{}
		}
		entry = &once{}
		s.loaded[key] = entry
	}
	s.mu.Unlock()
	entry.Do(func() { entry.value, entry.err = load() })
	return entry.value, entry.err
}
