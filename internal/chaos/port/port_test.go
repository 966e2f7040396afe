package port_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"testing"

	"github.com/asterism-qa/asterism/internal/chaos/port"
)

// Another program may take a port at any moment, so several are asked for until one could be listened on.
func TestAFreePortCanBeListenedOn(t *testing.T) {
	var config net.ListenConfig
	for range 20 {
		free, err := port.Free(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if free < 1024 || free >= 32768 {
			t.Fatalf("%d is a port that systems hand out", free)
		}
		if listener, err := config.Listen(t.Context(), "tcp", fmt.Sprintf("127.0.0.1:%d", free)); err == nil {
			_ = listener.Close()
			return
		}
	}
	t.Error("twenty ports were not free")
}

func TestWhoGaveUpGetsNoPort(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if free, err := port.Free(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("%d, %v", free, err)
	}
}
