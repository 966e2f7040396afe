package graph

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
)

// How long a stream bears that the database does not answer: it is asked again, since whoever reads the stream would only
// come back with the cursor that the stream has anyway.
const (
	askAgain  = 500 * time.Millisecond
	asksAgain = 60
)

// following gives the next item of a stream, also when the database is busy or away for a while.
func following(ctx context.Context, stream *feed.Stream) (feed.Item, error) {
	for try := 1; ; try++ {
		item, err := stream.Next(ctx)
		if !fault.Is(err, fault.Unavailable) || try == asksAgain || ctx.Err() != nil {
			return item, err
		}
		select {
		case <-ctx.Done():
			return item, ctx.Err()
		case <-time.After(askAgain):
		}
	}
}
