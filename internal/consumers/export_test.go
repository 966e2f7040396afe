package consumers

import (
	"context"
	"time"
)

// KeepEvery keeps a lease with another pause between renewals.
func KeepEvery(ctx context.Context, s *Serving, every time.Duration) error { return s.keep(ctx, every) }
