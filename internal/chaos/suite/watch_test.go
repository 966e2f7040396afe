//go:build unix

package suite_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/process"
	"github.com/asterism-qa/asterism/internal/chaos/proxy"
)

func TestAWatchThatIsCutOffDuringImportsShowsEveryNumberOnce(t *testing.T) {
	cutOff(t, func(_ context.Context, w *world, before int64) bool { return w.acknowledged.Load() >= before+10 })
}

func TestSoakAWatchThatIsCutOffForTenMinutesOfImportsShowsEveryNumberOnce(t *testing.T) {
	soaking(t)
	end := time.Now().Add(10 * time.Minute)
	cutOff(t, func(context.Context, *world, int64) bool { return time.Now().After(end) })
}

// cutOff lets somebody watch, cuts his link while imports go on for as long as said, and mends it: he finds the server again
// by himself, in the same life. He began with the first change, and in the end has everything, each once and in order.
func cutOff(t *testing.T, isLongEnough func(ctx context.Context, w *world, before int64) bool) {
	s := open(t, "sqlite:"+filepath.Join(t.TempDir(), "chaos.db"), 1, "PAY")
	w := inhabit(t, s, seed(t), "PAY")
	link := proxy.Start(t, strings.TrimPrefix(s.url(0), "http://"))
	kept := filepath.Join(t.TempDir(), "cursor")
	watch, err := process.Start(t.Context(), process.Spec{Path: s.program, Arguments: []string{
		"watch", "--project", "PAY", "--after", "start", "--cursor-file", kept, "--url", "http://" + link.Address(),
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(watch.Kill)
	ctx := soon(t)
	w.bring(1)
	var last int64
	var cursor string
	read := func(ctx context.Context, to int64) {
		t.Helper()
		for last < to {
			text, err := watch.Line(ctx)
			var line message
			if err == nil {
				err = json.Unmarshal(text, &line)
			}
			if err != nil {
				t.Fatalf("after change %d: %v; %s", last, err, watch.Errors())
			}
			if line.Seq != last+1 || !line.isChange() {
				t.Fatalf("after change %d came %s", last, text)
			}
			last, cursor = line.Seq, line.Cursor
		}
	}
	read(ctx, 200)
	link.Set(proxy.Cut)
	for before := w.acknowledged.Load(); !isLongEnough(ctx, w, before); {
		away(t.Context(), again)
	}
	w.stop()
	w.writing.Wait()
	now := s.at(t).seqs["PAY"]
	missed := now - last
	link.Set(proxy.Through)
	for last < now { // a part of it must come soon, however long the whole is
		read(soon(t), min(now, last+10_000))
	}
	if missed < 500 {
		t.Errorf("he missed %d changes only: this shows nothing", missed)
	}
	for _, one := range w.problems {
		t.Error(one)
	}
	for text := []byte(nil); string(bytes.TrimSpace(text)) != cursor; { // it is kept right after the line
		if text, err = os.ReadFile(kept); err != nil {
			t.Fatal(err)
		}
		if away(t.Context(), again); soon(t).Err() != nil {
			t.Fatalf("the kept place is %s, want %s", text, cursor)
		}
	}
	t.Logf("cut off after change %d, %d later it had %d", last-missed, missed, last)
}
