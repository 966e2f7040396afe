package search_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/search"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// entries are how many there are to search: as many as can be made in a few seconds, or a hundred thousand in a soak.
func entries() int {
	if os.Getenv("ASTERISM_SOAK") == "1" {
		return 100_000
	}
	return 30_000
}

// BenchmarkFind answers queries of several kinds over many entries.
func BenchmarkFind(b *testing.B) {
	for name, address := range map[string]func(testing.TB) string{"sqlite": storetest.SQLiteAddress, "postgres": storetest.PostgresAddress} {
		b.Run(name, func(b *testing.B) {
			at := address(b)
			p := projecttest.New(b, opened(b, at))
			began := time.Now()
			stock(p, entries())
			if name == "postgres" {
				count(b, at)
			}
			b.Logf("%d entries took %v", entries(), time.Since(began).Round(time.Millisecond))
			for _, q := range []struct{ name, text string }{
				{"rare", "w22222"}, {"two of a hundred", "h5 h6"}, {"one in a hundred", "h42"}, {"beginning", "w12"}, {"key", "ORDER-4711"},
				{"chinese", "登录"}, {"chinese run", "登录页面"}, {"phrase", `"press the button"`}, {"in every one", "press"},
			} {
				b.Run(q.name, func(b *testing.B) {
					var took []time.Duration
					var page search.Page
					for b.Loop() {
						from := time.Now()
						var err error
						if page, err = search.Find(p.Ctx, p.Client, search.Query{Text: q.text}); err != nil {
							b.Fatal(err)
						}
						took = append(took, time.Since(from))
					}
					slices.Sort(took)
					b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
					b.ReportMetric(float64(page.Total), "hits")
				})
			}
		})
	}
}

func opened(b *testing.B, address string) *store.Store {
	b.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	s, err := store.Open(b.Context(), address)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	if _, err := s.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	return s
}

// count lets PostgreSQL learn how many rows of what kind there are, as it does by itself within a minute.
func count(b *testing.B, address string) {
	db, err := sql.Open("postgres", address)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(b.Context(), "VACUUM ANALYZE"); err != nil { //nolint:misspell // the word of PostgreSQL
		b.Fatal(err)
	}
}

// stock fills a project with defects and their entries, as the reaction does.
func stock(p *projecttest.Project, size int) {
	const signs = "用户打开页面输入密码环境软件测试发布版本"
	chance, letters := rand.New(rand.NewPCG(1, 1)), []rune(signs)
	for first := 0; first < size; first += 20 * bulk.Size {
		var ids []ident.ID
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			for at := first; at < min(first+20*bulk.Size, size); at += bulk.Size {
				made := make([]*ent.DefectCreate, bulk.Size)
				for i := range made {
					var han strings.Builder
					for range 12 {
						han.WriteRune(letters[chance.IntN(len(letters))])
					}
					if chance.IntN(200) == 0 {
						han.WriteString("登录页面")
					}
					id := ident.New(ident.Defect)
					ids = append(ids, id)
					made[i] = tx.Defect.Create().SetID(id).SetProjectID(p.ID).SetKey(fmt.Sprint("ORDER-", at+i)).
						SetTitle(fmt.Sprintf("Order h%d %s", chance.IntN(100), string(letters[chance.IntN(10):][:4]))).
						SetText(fmt.Sprintf("First press the button w%d, then h%d waits for h%d and the light goes on. %s", at+i, chance.IntN(100), chance.IntN(100), han.String()))
				}
				if err := tx.Defect.CreateBulk(made...).Exec(ctx); err != nil {
					return err
				}
			}
			return search.Refresh(ctx, tx, ids)
		})
	}
}
