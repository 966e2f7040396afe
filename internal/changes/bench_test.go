package changes_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// BenchmarkCommits compares commits with the feed and without, 32 writers over 64 projects, in one run: rounds of both
// follow each other, so that what else the machine does weighs on both.
func BenchmarkCommits(b *testing.B) {
	s := storetest.Postgres(b)
	people.RaiseWalls(s.Client)
	hub := changes.NewHub(s)
	bare := changes.NewHub(s)
	changes.Unlogged(bare)
	system := viewer.AsSystem(b.Context())
	projects, requirements := make([]ident.ID, 64), make([]ident.ID, 64)
	for i := range projects {
		err := hub.Write(system, func(ctx context.Context, tx *ent.Client) error {
			projects[i] = tx.Project.Create().SetKey(fmt.Sprintf("P%d", i)).SetName("Project").SaveX(ctx).ID
			requirements[i] = tx.Requirement.Create().SetProjectID(projects[i]).SetKey("R-1").SetTitle("Pay").SaveX(ctx).ID
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	writes := map[string]func(ctx context.Context, tx *ent.Client, i int64) error{
		"create": func(ctx context.Context, tx *ent.Client, i int64) error {
			return tx.Release.Create().SetProjectID(projects[i%64]).SetKey(fmt.Sprint(i)).SetName("Release").Exec(ctx)
		},
		"update": func(ctx context.Context, tx *ent.Client, i int64) error {
			return tx.Requirement.UpdateOneID(requirements[i%64]).SetTitle(fmt.Sprint(i)).AddVersion(1).Exec(ctx)
		},
	}
	for _, name := range []string{"create", "update"} {
		b.Run(name, func(b *testing.B) {
			var number atomic.Int64
			number.Store(int64(b.N) * 1_000_000)
			round := func(h *changes.Hub, n int) time.Duration {
				var left atomic.Int64
				left.Store(int64(n))
				var all sync.WaitGroup
				start := time.Now()
				for range 32 {
					all.Go(func() {
						for left.Add(-1) >= 0 {
							i := number.Add(1)
							if err := h.Write(system, func(ctx context.Context, tx *ent.Client) error { return writes[name](ctx, tx, i) }); err != nil {
								b.Error(err)
								return
							}
						}
					})
				}
				all.Wait()
				return time.Since(start)
			}
			round(hub, 500)
			round(bare, 500)
			var with, without time.Duration
			const each = 1000
			b.ResetTimer()
			for range b.N {
				without += round(bare, each)
				with += round(hub, each)
			}
			b.ReportMetric(float64(each*b.N)/with.Seconds(), "commits_with/s")
			b.ReportMetric(float64(each*b.N)/without.Seconds(), "commits_without/s")
			b.ReportMetric(without.Seconds()/with.Seconds(), "x_of_without")
		})
	}
}
