package wire

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// The headers of Standard Webhooks.
const (
	HeaderID        = "webhook-id"        // the same on every attempt: receivers tell repeated deliveries by it
	HeaderTimestamp = "webhook-timestamp" // when this attempt was signed, in seconds since 1970
	HeaderSignature = "webhook-signature" // one v1,<base64> for each secret, separated by spaces
)

// Tolerance is how far the timestamp of a delivery may lie from the receiver's clock, either way.
const Tolerance = 5 * time.Minute

// signatureVersion marks signatures by HMAC-SHA256.
const signatureVersion = "v1,"

// Why a receiver does not believe a delivery.
var (
	ErrUnsigned = errors.New("the delivery carries no webhook-id, webhook-timestamp or webhook-signature")
	ErrStale    = errors.New("the delivery was signed more than five minutes before or after now")
	ErrForged   = errors.New("no signature of the delivery fits its content and a known secret")
)

// Sign sets the three headers for one attempt. Id is that of the change; several secrets give several signatures, so
// that the receiver may know any one of them. It is an error to sign without a secret, or under an id that would let one
// content pass for another.
func Sign(to http.Header, id string, at time.Time, body []byte, secrets ...Secret) error {
	if len(secrets) == 0 {
		return errors.New("sign a delivery: there is no secret")
	}
	if id == "" || strings.ContainsFunc(id, func(r rune) bool { return r <= ' ' || r >= 0x7f || r == '.' }) {
		return fmt.Errorf("sign a delivery: %q cannot be the id of a change", id)
	}
	stamp := strconv.FormatInt(at.Unix(), 10)
	signatures := make([]string, len(secrets))
	for i, secret := range secrets {
		if secret.IsZero() {
			return errors.New("sign a delivery: a secret is empty")
		}
		signatures[i] = signatureVersion + base64.StdEncoding.EncodeToString(secret.sum(id, stamp, body))
	}
	to.Set(HeaderID, id)
	to.Set(HeaderTimestamp, stamp)
	to.Set(HeaderSignature, strings.Join(signatures, " "))
	return nil
}

// Verify tells a receiver whether a delivery can be believed at this moment: nil when one of its signatures fits one of
// the secrets, else ErrUnsigned, ErrStale or ErrForged. Body is what came in, byte for byte.
func Verify(headers http.Header, body []byte, now time.Time, secrets ...Secret) error {
	id, stamp, signatures := headers.Get(HeaderID), headers.Get(HeaderTimestamp), headers.Get(HeaderSignature)
	if id == "" || stamp == "" || signatures == "" {
		return ErrUnsigned
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if tolerated := int64(Tolerance / time.Second); err != nil || seconds < now.Unix()-tolerated || seconds > now.Unix()+tolerated {
		return ErrStale
	}
	for signature := range strings.FieldsSeq(signatures) {
		encoded, known := strings.CutPrefix(signature, signatureVersion)
		given, err := base64.StdEncoding.DecodeString(encoded)
		if !known || err != nil {
			continue // a kind of signature that is not ours to judge
		}
		for _, secret := range secrets {
			if !secret.IsZero() && hmac.Equal(given, secret.sum(id, stamp, body)) {
				return nil
			}
		}
	}
	return ErrForged
}

// sum is the signature over id.timestamp.body.
func (s Secret) sum(id, stamp string, body []byte) []byte {
	mac := hmac.New(sha256.New, s.key())
	mac.Write([]byte(id + "." + stamp + "."))
	mac.Write(body)
	return mac.Sum(nil)
}
