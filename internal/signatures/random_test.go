package signatures_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/signatures"
)

// Pieces of failure texts in every order find more than single bytes do.
func TestTheNormalFormStaysForTextsPutTogetherAtRandom(t *testing.T) {
	pieces := []string{
		"1", "12345", "a1b2", "deadbeef1", "0x1f", ".", ":", "-", "/", "_", " ", "\n", "\t", "'", "\"", "@", "<", ">", "(", ")", "%", "+", "#", "ms", "e", "T", "Z",
		"at ", "File \"", "\", line ", ".go:", ".java:", "<number>", "<path>", "<line>", "http://", "localhost", "home/", "tmp", "C:\\", "2026-11-23", "10:20:30", "10.0.0.1",
		"Nov ", "Mon ", "23 ", "Traceback (most recent call last)\n", "goroutine 1 [x]:\n", "Caused by: ", "... 3 more\n", "错误", "é", "\x1b[31m", "\ufeff", "\xff", "\x00",
		"java.", "site-packages", "123e4567-e89b-12d3-a456-426614174000", "fe80:", ":line ", "in ", " +0x", strings.Repeat("x1 ", 120),
	}
	random := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		var b strings.Builder
		for range random.IntN(24) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		return b.String()
	}
	for range 20_000 {
		kind, message, failure := text(), text(), text()
		once := signatures.Normalise(kind, message, failure)
		if twice := signatures.Normalise("", once, ""); twice != once {
			t.Fatalf("%q, %q, %q:\n%q became\n%q", kind, message, failure, once, twice)
		}
	}
}
