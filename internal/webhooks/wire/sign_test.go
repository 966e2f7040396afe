package wire_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// What the libraries of the Standard Webhooks project test their signing with.
const (
	vectorSecret    = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
	vectorID        = "msg_p5jXN8AQM9LWM0D4loKWxJek"
	vectorBody      = `{"test": 2432232314}`
	vectorSignature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
)

var vectorTime = time.Unix(1614265330, 0)

func signed(t *testing.T, secrets ...wire.Secret) http.Header {
	t.Helper()
	headers := http.Header{}
	if err := wire.Sign(headers, vectorID, vectorTime, []byte(vectorBody), secrets...); err != nil {
		t.Fatal(err)
	}
	return headers
}

func TestSignaturesAreThoseOfStandardWebhooks(t *testing.T) {
	secret, err := wire.ParseSecret(vectorSecret)
	if err != nil {
		t.Fatal(err)
	}
	headers := signed(t, secret)
	if len(headers) != 3 || headers.Get("webhook-id") != vectorID || headers.Get("webhook-timestamp") != "1614265330" ||
		headers.Get("webhook-signature") != vectorSignature {
		t.Errorf("the headers are %v", headers)
	}
}

func TestWhileSecretsAreRotatedTheReceiverMayKnowEitherOne(t *testing.T) {
	older, newer, other := wire.NewSecret(), wire.NewSecret(), wire.NewSecret()
	headers := signed(t, newer, older)
	if both := headers.Get(wire.HeaderSignature); both != signed(t, newer).Get(wire.HeaderSignature)+" "+signed(t, older).Get(wire.HeaderSignature) {
		t.Errorf("the signatures are %q", both)
	}
	for name, c := range map[string]struct {
		known []wire.Secret
		want  error
	}{
		"the older": {[]wire.Secret{older}, nil}, "the newer": {[]wire.Secret{newer}, nil}, "one of two": {[]wire.Secret{other, {}, older}, nil},
		"another": {[]wire.Secret{other}, wire.ErrForged}, "none": {nil, wire.ErrForged}, "an empty one": {[]wire.Secret{{}}, wire.ErrForged},
	} {
		if err := wire.Verify(headers, []byte(vectorBody), vectorTime, c.known...); !errors.Is(err, c.want) {
			t.Errorf("a receiver who knows %s: %v", name, err)
		}
	}
}

func TestADeliveryThatWasTamperedWithIsNotBelieved(t *testing.T) {
	secret := wire.NewSecret()
	for name, c := range map[string]struct {
		header, value, body string
		want                error
	}{
		"nothing":               {"x-other", "y", vectorBody, nil},
		"body":                  {"x-other", "y", vectorBody + " ", wire.ErrForged},
		"no body":               {"x-other", "y", "", wire.ErrForged},
		"id":                    {wire.HeaderID, "msg_other", vectorBody, wire.ErrForged},
		"id that moves the dot": {wire.HeaderID, vectorID + ".1614265330", vectorBody, wire.ErrForged},
		"timestamp":             {wire.HeaderTimestamp, "1614265331", vectorBody, wire.ErrForged},
		"timestamp in words":    {wire.HeaderTimestamp, "now", vectorBody, wire.ErrStale},
		"timestamp too large":   {wire.HeaderTimestamp, "99999999999999999999", vectorBody, wire.ErrStale},
		"timestamp at the end":  {wire.HeaderTimestamp, "9223372036854775807", vectorBody, wire.ErrStale},
		"timestamp at the rear": {wire.HeaderTimestamp, "-9223372036854775808", vectorBody, wire.ErrStale},
		"other kind":            {wire.HeaderSignature, "v1a," + vectorSignature[3:], vectorBody, wire.ErrForged},
		"no kind":               {wire.HeaderSignature, vectorSignature[3:], vectorBody, wire.ErrForged},
		"empty signature":       {wire.HeaderSignature, "v1,", vectorBody, wire.ErrForged},
		"no base64":             {wire.HeaderSignature, "v1,***", vectorBody, wire.ErrForged},
		"blank":                 {wire.HeaderSignature, "  ", vectorBody, wire.ErrForged},
		"no signature":          {wire.HeaderSignature, "", vectorBody, wire.ErrUnsigned},
		"no id":                 {wire.HeaderID, "", vectorBody, wire.ErrUnsigned},
		"no timestamp":          {wire.HeaderTimestamp, "", vectorBody, wire.ErrUnsigned},
	} {
		headers := signed(t, secret)
		headers.Set(c.header, c.value)
		if err := wire.Verify(headers, []byte(c.body), vectorTime, secret); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestADeliveryIsBelievedForFiveMinutes(t *testing.T) {
	secret := wire.NewSecret()
	headers := signed(t, secret)
	for since, want := range map[time.Duration]error{
		0: nil, wire.Tolerance: nil, -wire.Tolerance: nil,
		wire.Tolerance + time.Second: wire.ErrStale, -wire.Tolerance - time.Second: wire.ErrStale, 24 * time.Hour: wire.ErrStale,
	} {
		if err := wire.Verify(headers, []byte(vectorBody), vectorTime.Add(since), secret); !errors.Is(err, want) {
			t.Errorf("after %s: %v, want %v", since, err, want)
		}
	}
}

func TestNothingIsSignedThatAReceiverCouldMistake(t *testing.T) {
	secret := wire.NewSecret()
	for name, c := range map[string]struct {
		id      string
		secrets []wire.Secret
	}{
		"no id": {"", []wire.Secret{secret}}, "a dot": {"a.1", []wire.Secret{secret}}, "a line end": {"a\r\nx: y", []wire.Secret{secret}},
		"a space": {"a b", []wire.Secret{secret}}, "beyond ASCII": {"é", []wire.Secret{secret}},
		"no secret": {"a", nil}, "an empty secret": {"a", []wire.Secret{secret, {}}},
	} {
		headers := http.Header{}
		err := wire.Sign(headers, c.id, vectorTime, nil, c.secrets...)
		if err == nil || len(headers) != 0 || strings.Contains(err.Error(), secret.Reveal()) {
			t.Errorf("%s: %v, %v", name, err, headers)
		}
	}
}
