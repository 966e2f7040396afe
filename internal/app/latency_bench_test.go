package app_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/lib/pq"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// BenchmarkLatency measures commit (the writer is told) to delivery over WebSocket with 500 subscribers over 50 projects, while 16 writers commit
// as fast as the machine can, beside the round trip of a bare notification (NOTIFY to receipt on two connections of its own)
// in the same seconds. x_of_notify is how many of those a delivery takes.
func BenchmarkLatency(b *testing.B) {
	const projects, each, writers, commits = 50, 10, 16, 6_000
	database := storetest.PostgresAddress(b)
	a, address := opened(b, database)
	owner := a.As(b.Context())
	all := make([]*ent.Project, projects)
	var committed sync.Map // when the writer was told so, by key
	for i := range all {
		all[i] = made(b, a, fmt.Sprintf("P%02d", i))
	}
	var trips samples
	arrived := arrivals{wanted: -1, met: make(chan struct{})}
	for i := range projects {
		for range each {
			conn := plugged(b, owner, address, all[i].Key, "")
			go func() {
				for {
					_, data, err := conn.Read(owner)
					if err != nil {
						return
					}
					if bytes.Contains(data, []byte(`"type":"ping"`)) {
						_ = conn.Write(owner, websocket.MessageText, []byte(`{"type":"pong"}`))
						continue
					}
					now := time.Now()
					var m struct {
						Payload struct {
							Data struct {
								Changes struct{ Op, EntityKey string }
							}
						}
					}
					if json.Unmarshal(data, &m) == nil && m.Payload.Data.Changes.Op == "CREATE" {
						arrived.add(m.Payload.Data.Changes.EntityKey, now)
					}
				}
			}()
		}
	}
	measuring, stop := context.WithCancel(owner)
	var bare sync.WaitGroup
	bare.Go(func() { notifications(b, measuring, database, &trips) })
	var took time.Duration
	rounds := 0
	for b.Loop() {
		rounds++
		var left atomic.Int64
		left.Store(commits)
		begin := time.Now()
		var working sync.WaitGroup
		for range writers {
			working.Go(func() {
				for n := left.Add(-1); n >= 0; n = left.Add(-1) {
					p, key := all[n%projects], ident.New(ident.Release).String()
					err := a.Hub.Write(owner, func(ctx context.Context, tx *ent.Client) error {
						return tx.Release.Create().SetProjectID(p.ID).SetKey(key).SetName("Release").Exec(ctx)
					})
					committed.Store(key, time.Now())
					if err != nil {
						b.Error(err)
						return
					}
				}
			})
		}
		working.Wait()
		took += time.Since(begin)
	}
	arrived.wait(rounds * commits * each)
	stop()
	bare.Wait()
	var delays samples
	for _, one := range arrived.all {
		at, _ := committed.Load(one.key)
		delays.add(max(0, one.at.Sub(at.(time.Time)))) // it may arrive before the writer is told
	}
	b.ReportMetric(float64(commits*rounds)/took.Seconds(), "commits/s")
	b.ReportMetric(float64(delays.at(50).Microseconds())/1000, "p50_ms")
	b.ReportMetric(float64(delays.at(99).Microseconds())/1000, "p99_ms")
	b.ReportMetric(float64(trips.at(50).Microseconds())/1000, "notify_p50_ms")
	b.ReportMetric(delays.at(50).Seconds()/trips.at(50).Seconds(), "x_of_notify")
}

// notifications sends one notification after the other and notes how long each takes to be heard.
func notifications(b *testing.B, ctx context.Context, database string, trips *samples) {
	listener := pq.NewListener(database, time.Second, time.Second, nil)
	defer listener.Close()
	sender, err := sql.Open("postgres", database)
	if err == nil {
		err = listener.Listen("bare")
	}
	if err != nil {
		b.Error(err)
		return
	}
	defer sender.Close()
	sender.SetMaxOpenConns(1)
	for ctx.Err() == nil {
		begin := time.Now()
		if _, err := sender.ExecContext(ctx, "NOTIFY bare"); err != nil {
			return
		}
		select {
		case <-listener.Notify:
			trips.add(time.Since(begin))
		case <-ctx.Done():
		}
	}
}

// arrivals are what the subscribers were sent.
type arrivals struct {
	mu     sync.Mutex
	all    []arrival
	wanted int
	met    chan struct{}
}

type arrival struct {
	key string
	at  time.Time
}

func (a *arrivals) add(key string, at time.Time) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.all = append(a.all, arrival{key, at}); len(a.all) == a.wanted {
		close(a.met)
	}
}

// wait until so many arrived.
func (a *arrivals) wait(many int) {
	a.mu.Lock()
	a.wanted = many
	if len(a.all) == many {
		close(a.met)
	}
	a.mu.Unlock()
	<-a.met
}

// samples are times that were measured.
type samples struct {
	mu  sync.Mutex
	all []time.Duration
}

func (s *samples) add(one time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = append(s.all, one)
}

func (s *samples) at(percent int) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.all) == 0 {
		return 0
	}
	slices.Sort(s.all)
	return s.all[len(s.all)*percent/100]
}
