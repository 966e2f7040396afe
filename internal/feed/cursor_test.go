package feed_test

import (
	"math"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
)

func TestACursorComesBackAsItWasWhateverItsOrder(t *testing.T) {
	one := feed.Position{Project: ident.New(ident.Project), Epoch: "00ff12ab34cd56ef", Seq: 0}
	two := feed.Position{Project: ident.New(ident.Project), Epoch: "ffffffffffffffff", Seq: math.MaxInt64}
	for _, c := range []feed.Cursor{{one}, {two}, {one, two}, {two, one}} {
		again, err := feed.ParseCursor(c.String())
		if err != nil || again.String() != c.String() || len(again) != len(c) {
			t.Fatalf("%v became %v, %v", c, again, err)
		}
		for _, at := range c {
			if !slices.Contains(again, at) {
				t.Errorf("%v is not in %v", at, again)
			}
		}
	}
	if (feed.Cursor{one, two}).String() != (feed.Cursor{two, one}).String() {
		t.Error("the same cursor has two texts")
	}
}

func TestACursorThatWasTouchedIsNone(t *testing.T) {
	text := feed.Cursor{{Project: ident.New(ident.Project), Epoch: "00ff12ab34cd56ef", Seq: 300}}.String()
	refused := []string{"", "x", text + "A", text + "=", " " + text, text[1:], text[:len(text)-1], text + text}
	for i := range text {
		other := []byte(text)
		if other[i]++; other[i] > 'z' {
			other[i] = 'A'
		}
		refused = append(refused, string(other))
	}
	for _, one := range refused {
		if c, err := feed.ParseCursor(one); !fault.Is(err, feed.CursorInvalid) || c != nil {
			t.Errorf("%q is %v, %v", one, c, err)
		}
	}
	// Nobody gives out cursors of things that are no projects, or of the same one twice.
	at := feed.Position{Project: ident.New(ident.Project), Epoch: "00ff12ab34cd56ef"}
	for _, c := range []feed.Cursor{{at, at}, {{Project: ident.New(ident.User)}}, {{Project: at.Project, Seq: -1}}} {
		if _, err := feed.ParseCursor(c.String()); !fault.Is(err, feed.CursorInvalid) {
			t.Errorf("%v: %v", c, err)
		}
	}
}

func FuzzParseCursor(f *testing.F) {
	one := feed.Position{Project: ident.New(ident.Project), Epoch: "00ff12ab34cd56ef", Seq: 1}
	two := feed.Position{Project: ident.New(ident.Project), Epoch: "ff00000000000000", Seq: math.MaxInt64}
	for _, text := range []string{"", "AQ", (feed.Cursor{one}).String(), (feed.Cursor{one, two}).String()} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := feed.ParseCursor(text)
		switch {
		case err != nil && (!fault.Is(err, feed.CursorInvalid) || c != nil):
			t.Errorf("%q is refused with %v, %v", text, err, c)
		case err == nil && c.String() != text:
			t.Errorf("%q is read as %v, which is written %q", text, c, c.String())
		}
	})
}
