package feed_test

import (
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/changelog"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// missed is how many changes a reader has to catch up with.
const missed = 100_000

// BenchmarkReplay compares catching up through a stream with reading and encoding the same rows by one plain SELECT.
// x_of_select is how many times as fast the stream is; 1 means no cost at all.
func BenchmarkReplay(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *store.Store{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		b.Run(name, func(b *testing.B) {
			w := prepared(b, open(b))
			for i := range missed / 10_000 {
				w.releases(b, w.project, string(rune('a'+i)), 10_000)
			}
			var streamed, plain time.Duration
			for b.Loop() {
				begin := time.Now()
				bytes := replay(b, w)
				streamed += time.Since(begin)
				begin = time.Now()
				if same := selected(b, w); same != bytes {
					b.Fatalf("the stream gave %d bytes, the statement %d", bytes, same)
				}
				plain += time.Since(begin)
			}
			b.ReportMetric(plain.Seconds()/streamed.Seconds(), "x_of_select")
			b.ReportMetric(float64(missed*b.N)/streamed.Seconds(), "changes/s")
		})
	}
}

func replay(b *testing.B, w *workspace) (bytes int) {
	s, err := w.feed.Stream(w.editor, feed.Want{Projects: []*ent.Project{w.project}, After: w.all(b, w.project)})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for seen := int64(0); seen < missed+2; {
		item, err := s.Next(w.editor)
		if err != nil {
			b.Fatal(err)
		}
		if item.Change != nil {
			bytes, seen = bytes+len(item.Change.Envelope()), item.Seq
		}
	}
	return bytes
}

func selected(b *testing.B, w *workspace) (bytes int) {
	head, err := w.feed.Head(w.editor, w.project)
	if err != nil {
		b.Fatal(err)
	}
	records, err := changelog.Read(w.editor, w.Client, w.Dialect(), w.project.ID, 0, missed+2)
	if err != nil {
		b.Fatal(err)
	}
	for _, r := range records {
		bytes += len(feed.Encode(w.project, head.Epoch, r))
	}
	return bytes
}
