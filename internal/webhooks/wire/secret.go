package wire

import (
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/internal/fault"
)

// What Standard Webhooks lays down: how the text of a secret begins and how many bytes its key may have.
const (
	secretPrefix = "whsec_"
	leastKey     = 24
	madeKey      = 32
	mostKey      = 64
)

// Overlap is how long both secrets sign after a rotation, so that the receiver can change over without missing any.
const Overlap = 24 * time.Hour

// hidden is what logs and messages show in place of a secret.
const hidden = secretPrefix + "(hidden)"

// Secret signs deliveries. It shows itself to nobody but who asks by Reveal. The zero value signs nothing.
type Secret struct {
	// key gives the key. Format is not asked when a struct is printed that holds a Secret in an unexported field; bytes
	// would be shown then, behind a pointer too, while of a function there is only its address.
	key func() []byte
}

func secretOf(key []byte) Secret { return Secret{key: func() []byte { return key }} }

// NewSecret makes a secret of 32 random bytes.
func NewSecret() Secret {
	key := make([]byte, madeKey)
	_, _ = rand.Read(key) // never fails: without randomness the program ends
	return secretOf(key)
}

// ParseSecret reads a secret as people copy it: whsec_ and the base64 form of 24 to 64 bytes. The fault does not repeat
// what was given, since it may be nearly right.
func ParseSecret(text string) (Secret, error) {
	encoded, prefixed := strings.CutPrefix(text, secretPrefix)
	if !prefixed {
		return Secret{}, badSecret("a secret begins with %s; copy it whole", secretPrefix)
	}
	key, err := base64.StdEncoding.Strict().DecodeString(encoded)
	if err != nil || base64.StdEncoding.EncodeToString(key) != encoded { // line ends are skipped by the decoder
		return Secret{}, badSecret("what follows %s is not base64; copy the secret whole", secretPrefix)
	}
	if len(key) < leastKey || len(key) > mostKey {
		return Secret{}, badSecret("a secret holds %d to %d bytes and this one %d; let one be made", leastKey, mostKey, len(key))
	}
	return secretOf(key), nil
}

func badSecret(format string, args ...any) error {
	return fault.New(fault.Invalid, format, args...).At("secret")
}

// Reveal is the secret as it is stored, and shown once to who made it. Empty for the zero value.
func (s Secret) Reveal() string {
	if s.IsZero() {
		return ""
	}
	return secretPrefix + base64.StdEncoding.EncodeToString(s.key())
}

// IsZero tells whether there is no secret.
func (s Secret) IsZero() bool { return s.key == nil }

// String hides the secret.
func (s Secret) String() string { return hidden }

// Format hides the secret from every verb of fmt.
func (s Secret) Format(to fmt.State, _ rune) { _, _ = to.Write([]byte(hidden)) }

// LogValue hides the secret from logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalText hides the secret in JSON and its kin; it cannot be stored this way by accident, since what comes out is
// not read back.
func (s Secret) MarshalText() ([]byte, error) { return []byte(hidden), nil }
