package port

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
)

// The range lies below the ports that systems hand out by themselves, so that no outgoing connection takes the port
// while its child is dead.
const (
	lowest = 20000
	many   = 12000
	tries  = 50
)

// Free gives a port of 127.0.0.1 on which nobody listens at this moment. Another program may still be quicker: who starts
// something there asks again when it does not start.
func Free(ctx context.Context) (int, error) {
	var config net.ListenConfig
	var last error
	for range tries {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		candidate := lowest + rand.IntN(many)
		listener, err := config.Listen(ctx, "tcp", fmt.Sprintf("127.0.0.1:%d", candidate))
		if err != nil {
			last = err
			continue
		}
		return candidate, listener.Close()
	}
	return 0, fmt.Errorf("no free port of %d that were tried: %w", tries, last)
}
