package wire_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

func TestAMadeSecretHolds32BytesAndIsReadBack(t *testing.T) {
	made := wire.NewSecret()
	encoded, ok := strings.CutPrefix(made.Reveal(), "whsec_")
	key, err := base64.StdEncoding.DecodeString(encoded)
	if !ok || err != nil || len(key) != 32 {
		t.Fatalf("%d bytes, prefixed %v, %v", len(key), ok, err)
	}
	parsed, err := wire.ParseSecret(made.Reveal())
	if err != nil || parsed.Reveal() != made.Reveal() {
		t.Errorf("it came back otherwise: %v", err)
	}
	if other := wire.NewSecret(); other.Reveal() == made.Reveal() {
		t.Error("two secrets are the same")
	}
}

func TestWhatIsNoSecretIsRefusedWithoutRepeatingIt(t *testing.T) {
	whole := wire.NewSecret().Reveal()
	for name, given := range map[string]string{
		"empty": "", "no prefix": strings.TrimPrefix(whole, "whsec_"), "other prefix": "whsk_" + whole[6:], "upper case": "WHSEC_" + whole[6:],
		"cut": whole[:len(whole)-3], "space": whole + " ", "line end": whole + "\n", "line end inside": whole[:20] + "\n" + whole[20:],
		"url alphabet": "whsec_" + strings.Repeat("-_", 16), "short": "whsec_" + base64.StdEncoding.EncodeToString(make([]byte, 23)),
		"long": "whsec_" + base64.StdEncoding.EncodeToString(make([]byte, 65)), "hidden": wire.NewSecret().String(),
	} {
		_, err := wire.ParseSecret(given)
		found := fault.Of(err)
		if found == nil || found.Code != fault.Invalid || len(found.Field) != 1 || found.Field[0] != "secret" {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(given) > 10 && strings.Contains(err.Error(), given[6:]) {
			t.Errorf("%s: the secret is in %q", name, err)
		}
	}
}

func TestASecretIsShownByNothingButReveal(t *testing.T) {
	type endpoint struct {
		Shown  wire.Secret
		secret wire.Secret
	}
	secret := wire.NewSecret()
	held := endpoint{Shown: secret, secret: secret}
	written := &bytes.Buffer{}
	for _, log := range []*slog.Logger{slog.New(slog.NewTextHandler(written, nil)), slog.New(slog.NewJSONHandler(written, nil))} {
		log.Info("made", "secret", secret, "list", []wire.Secret{secret}, "endpoint", held, "pointer", &held)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%c", "%U", "%t", "%08b"} {
		_, _ = fmt.Fprintf(written, verb+verb+verb+verb, secret, &secret, held, []wire.Secret{secret})
	}
	encoded, err := json.Marshal(map[string]any{"secret": secret, "endpoint": held, "pointer": &secret})
	if err != nil {
		t.Fatal(err)
	}
	written.Write(encoded)
	written.WriteString(secret.String())

	key, err := base64.StdEncoding.DecodeString(secret.Reveal()[6:])
	if err != nil {
		t.Fatal(err)
	}
	for _, leak := range []string{
		secret.Reveal()[6:], string(key), fmt.Sprintf("%x", key), fmt.Sprintf("%X", key), strings.Trim(fmt.Sprint(key), "[]"),
		strings.Trim(fmt.Sprintf("%#v", key), "[]byte{}"), fmt.Sprintf("%q", key),
	} {
		if strings.Contains(written.String(), leak) {
			t.Errorf("it leaked as %.20s… in %s", leak, written)
		}
	}
	if !strings.Contains(written.String(), "whsec_(hidden)") {
		t.Errorf("nothing stands in its place: %s", written)
	}
}

func TestNoSecretIsEmpty(t *testing.T) {
	var none wire.Secret
	if !none.IsZero() || none.Reveal() != "" || wire.NewSecret().IsZero() {
		t.Errorf("zero %v, %q", none.IsZero(), none.Reveal())
	}
}

func FuzzParseSecret(f *testing.F) {
	for _, seed := range []string{
		"", "whsec_", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS=", "whsec_AAAA\nAAAA",
		"whsec_" + strings.Repeat("A", 43) + "=", "whsec_" + strings.Repeat("A", 42) + "B=", "whsec_whsec_", "\xff", "whsec_é",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		secret, err := wire.ParseSecret(text)
		if err != nil {
			if !fault.Is(err, fault.Invalid) || !secret.IsZero() {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		if secret.Reveal() != text || strings.Contains(fmt.Sprintf("%v %#v %x", secret, secret, secret), text[6:]) {
			t.Errorf("%q became %q", text, secret.Reveal())
		}
	})
}
