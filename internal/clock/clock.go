package clock

import (
	"context"
	"time"
)

type key struct{}

// With fixes the time for everything that runs under the context.
func With(ctx context.Context, now func() time.Time) context.Context {
	return context.WithValue(ctx, key{}, now)
}

// Now is the present moment in UTC, cut to microseconds: the finest that both databases keep.
func Now(ctx context.Context) time.Time {
	if now, ok := ctx.Value(key{}).(func() time.Time); ok {
		return now().UTC().Truncate(time.Microsecond)
	}
	return time.Now().UTC().Truncate(time.Microsecond)
}
