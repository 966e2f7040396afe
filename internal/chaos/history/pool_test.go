package history_test

import (
	"testing"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

func TestSubscribersShareBytesOnlyWhereTheyReceivedTheSame(t *testing.T) {
	var pool history.Pool
	buffer := []byte("one")
	first := pool.Keep("PAY", 1, buffer)
	copy(buffer, "two")
	if string(first) != "one" {
		t.Fatalf("what was kept became %q with the reader's buffer", first)
	}
	if again := pool.Keep("PAY", 1, []byte("one")); &again[0] != &first[0] {
		t.Error("the same bytes are kept twice")
	}
	if other := pool.Keep("PAY", 1, buffer); string(other) != "two" {
		t.Errorf("other bytes under the same number became %q", other)
	}
	if other := pool.Keep("SHOP", 1, buffer); string(other) != "two" {
		t.Errorf("bytes of another project became %q", other)
	}
}
