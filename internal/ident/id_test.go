package ident_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/ident"
)

func TestAnIDKeepsItsKindThroughEveryForm(t *testing.T) {
	for kind := ident.User; kind <= ident.WebhookDelivery; kind++ {
		made := ident.New(kind)
		if made.Kind() != kind || !strings.HasPrefix(made.String(), kind.Prefix()+"_") {
			t.Fatalf("kind %d came back as %d in %s", kind, made.Kind(), made)
		}
		parsed, err := ident.Parse(made.String())
		if err != nil || parsed != made {
			t.Fatalf("parse %s: %v", made, err)
		}
		stored, err := made.Value()
		if err != nil {
			t.Fatal(err)
		}
		var scanned ident.ID
		if err := scanned.Scan(stored); err != nil || scanned != made {
			t.Fatalf("scan %v: %v", stored, err)
		}
		document, err := json.Marshal(made)
		if err != nil {
			t.Fatal(err)
		}
		var read ident.ID
		if err := json.Unmarshal(document, &read); err != nil || read != made {
			t.Fatalf("json %s: %v", document, err)
		}
	}
}

func TestAnIDOfAnotherPrefixIsRefused(t *testing.T) {
	made := ident.New(ident.Requirement).String()
	for name, text := range map[string]string{
		"foreign prefix": strings.Replace(made, "req_", "case_", 1),
		"no prefix":      strings.TrimPrefix(made, "req_"),
		"unknown prefix": "bug_" + made[4:],
		"short":          made[:20],
		"other ending":   made[:len(made)-1] + other(made[len(made)-1:]),
		"empty":          "",
		"long":           strings.Repeat("x", 10_000),
		"uuid":           ident.New(ident.Requirement).UUID(),
	} {
		if _, err := ident.Parse(text); err == nil {
			t.Errorf("%s: %q was accepted", name, text)
		} else if len(err.Error()) > 300 {
			t.Errorf("%s: the message repeats hostile input: %d bytes", name, len(err.Error()))
		}
	}
}

func TestLaterIDsSortAfterEarlierOnes(t *testing.T) {
	earlier := ident.New(ident.Execution)
	for range 1000 {
		later := ident.New(ident.Execution)
		if later.String() <= earlier.String() || later.UUID() <= earlier.UUID() {
			t.Fatalf("%s does not sort after %s", later, earlier)
		}
		earlier = later
	}
}

// other is a last letter that stands for the same sixteen bytes with bits to spare.
func other(last string) string {
	const letters = "0123456789abcdefghjkmnpqrstvwxyz"
	return string(letters[strings.Index(letters, last)|1])
}
