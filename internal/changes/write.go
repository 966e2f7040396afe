package changes

import (
	"context"
	"fmt"
	"sync"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Reaction is what a higher area does, in the same transaction, about changes that a lower one made. It gets the changes
// since it was last asked, and may make further ones.
type Reaction func(ctx context.Context, tx *ent.Client, changes []Change) error

// Hub writes to one store and knows who reacts.
type Hub struct {
	store     *store.Store
	reactions []Reaction
	unlogged  bool // for measuring what the log costs

	watching sync.RWMutex
	watchers []func(projects []ident.ID)
}

// NewHub prepares a store for writing. Reactions are asked in the given order, about what is written through this hub. A
// further hub of the same store is as good as the first: a change is noted once.
func NewHub(s *store.Store, reactions ...Reaction) *Hub {
	s.Prepare(note)
	return &Hub{store: s, reactions: reactions}
}

// Watch calls a function after each commit through this hub, with the projects that have news in the feed. It must return
// at once: the writer waits for it.
func (h *Hub) Watch(watcher func(projects []ident.ID)) {
	h.watching.Lock()
	defer h.watching.Unlock()
	h.watchers = append(h.watchers, watcher)
}

// maxRounds ends a circle of reactions that keep answering each other, which is a mistake in the program.
const maxRounds = 8

// Write runs one transaction: act, then the reactions to what it did, until nobody has anything to add, then the log of
// changes. An error or a panic undoes everything. It is tried again when the database says that another transaction was in
// the way.
func (h *Hub) Write(ctx context.Context, act func(ctx context.Context, tx *ent.Client) error) error {
	if _, err := viewer.From(ctx); err != nil {
		return err
	}
	if from(ctx) != nil {
		return fmt.Errorf("a write inside a write")
	}
	var projects []ident.ID
	err := h.store.Transact(ctx, func(tx *ent.Tx) error {
		collected := &log{}
		inside := context.WithValue(ctx, logKey{}, collected)
		if err := act(inside, tx.Client()); err != nil {
			return err
		}
		if err := h.react(reacting(inside), tx.Client(), collected); err != nil || h.unlogged {
			return err
		}
		raised, err := collected.publish(inside, tx.Client(), h.store.Dialect())
		projects = raised
		return err
	})
	if err != nil {
		return err
	}
	h.tell(projects)
	return nil
}

// tell says to whoever watches that projects have news.
func (h *Hub) tell(projects []ident.ID) {
	if len(projects) == 0 {
		return
	}
	h.watching.RLock()
	defer h.watching.RUnlock()
	for _, watcher := range h.watchers {
		watcher(projects)
	}
}

func (h *Hub) react(ctx context.Context, tx *ent.Client, collected *log) error {
	for range maxRounds {
		news := collected.news()
		if len(news) == 0 {
			return nil
		}
		for _, reaction := range h.reactions {
			if err := reaction(ctx, tx, news); err != nil {
				return err
			}
		}
	}
	if len(collected.news()) == 0 {
		return nil
	}
	return fmt.Errorf("reactions to changes did not come to rest after %d rounds", maxRounds)
}
