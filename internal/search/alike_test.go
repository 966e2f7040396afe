package search_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/search"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// words are what the generated texts are made of.
var words = strings.Fields(`login Logout log pay payment paid order-12 ORDER-123 k_sem_reset semReset HTTPServer ISO26262 café CAFÉ Straße
	strasse naïve ﬁle 登录 登录页面 用户 测试 软件测试 试 サーバー 한국어 Ёлка елка a b 5 16 C++ don't don’t user@example.org x/y ½ ＡＢ 😀 👩‍🚀 e` + "\u0301")

// hostile are what only a machine or a bad person types.
var hostile = strings.Fields(`" "" * ' NEAR( OR AND NOT ) ( : ^ -x a* x:* & | ! <-> \ % _ {} $1 ? ; -- “ ” « Ŧ ŧ`)

// written is one text of the corpus.
type written struct {
	id               ident.ID
	key, title, text string
	at               time.Time
}

func corpus(chance *rand.Rand, size int) []written {
	kinds := []ident.Kind{ident.Requirement, ident.TestCase, ident.Defect}
	some := func(most int) string {
		var b strings.Builder
		for range chance.IntN(most) {
			b.WriteString(words[chance.IntN(len(words))])
			b.WriteString([]string{" ", " ", " ", "", ", ", "-", "\n", "。"}[chance.IntN(8)])
		}
		return b.String()
	}
	made := make([]written, size)
	for i := range made {
		made[i] = written{
			id: ident.New(kinds[chance.IntN(len(kinds))]), key: fmt.Sprintf("ORDER-%d", i), title: some(5) + ".", text: some(30),
			at: projecttest.Now.Add(time.Duration(chance.IntN(size/2)) * time.Millisecond), // some at the same moment
		}
	}
	return made
}

func (w *workspace) keep(all []written) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		for _, one := range all {
			var err error
			switch one.id.Kind() {
			case ident.Requirement:
				err = tx.Requirement.Create().SetID(one.id).SetProjectID(w.ID).SetKey(one.key).SetTitle(one.title).SetText(one.text).SetUpdatedAt(one.at).Exec(ctx)
			case ident.TestCase:
				err = tx.TestCase.Create().SetID(one.id).SetProjectID(w.ID).SetKey(one.key).SetTitle(one.title).SetDescription(one.text).SetUpdatedAt(one.at).Exec(ctx)
			default:
				err = tx.Defect.Create().SetID(one.id).SetProjectID(w.ID).SetKey(one.key).SetTitle(one.title).SetText(one.text).SetUpdatedAt(one.at).Exec(ctx)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// typed makes up what somebody might type.
func typed(chance *rand.Rand, all []written) string {
	var b strings.Builder
	for range 1 + chance.IntN(3) {
		word := words[chance.IntN(len(words))]
		letters := []rune(word)
		switch chance.IntN(8) {
		case 0:
			word = string(letters[:1+chance.IntN(len(letters))])
		case 1:
			from := chance.IntN(len(letters))
			word = string(letters[from : from+1+chance.IntN(len(letters)-from)])
		case 2:
			word = all[chance.IntN(len(all))].key
		case 3:
			text := []rune(all[chance.IntN(len(all))].text + " pay")
			from := chance.IntN(len(text))
			word = `"` + string(text[from:min(len(text), from+1+chance.IntN(12))]) + `"`
		case 4:
			if chance.IntN(3) == 0 {
				word = hostile[chance.IntN(len(hostile))]
			}
		}
		b.WriteString(word)
		if chance.IntN(4) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func TestBothDatabasesFindTheSameInTheSameOrder(t *testing.T) {
	const size, queries = 300, 200
	for _, seed := range []uint64{7, 20260601} {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			chance := rand.New(rand.NewPCG(seed, 0))
			all := corpus(chance, size)
			lite, server := open(t, storetest.SQLite(t)), open(t, storetest.Postgres(t))
			lite.keep(all)
			server.keep(all)
			some := 0
			for range queries {
				q := search.Query{Text: typed(chance, all), First: 1 + chance.IntN(40)}
				for page := 0; page < 3; page++ {
					one, err := search.Find(lite.Ctx, lite.Client, q)
					two, other := search.Find(server.Ctx, server.Client, q)
					if fmt.Sprint(err) != fmt.Sprint(other) || err != nil && !fault.Is(err, fault.Invalid) {
						t.Fatalf("seed %d, %q: %v and %v", seed, q.Text, err, other)
					}
					if !reflect.DeepEqual(one, two) {
						t.Fatalf("seed %d, %q:\n%+v\n%+v", seed, q.Text, one, two)
					}
					if len(one.Hits) > 0 {
						some++
					}
					if q.After = one.EndCursor; !one.HasNext {
						break
					}
				}
			}
			if some < queries/3 {
				t.Errorf("only %d pages held anything", some)
			}
		})
	}
}

func TestCharactersAreFoundWhereverTheyStand(t *testing.T) {
	const signs = "登录页面用户测试软件环境"
	each(t, func(t *testing.T, w *workspace) {
		const seed = 11
		chance := rand.New(rand.NewPCG(seed, 0))
		some := func(most int) string {
			letters, made := []rune(signs), []rune{}
			for range 1 + chance.IntN(most) {
				made = append(made, letters[chance.IntN(len(letters))])
			}
			return string(made)
		}
		all := make([]written, 200)
		for i := range all {
			all[i] = written{id: ident.New(ident.Defect), key: fmt.Sprint("K", i), title: "t " + some(5), text: some(8) + " x" + some(4), at: projecttest.Now}
		}
		w.keep(all)
		for range 300 {
			text := some(4)
			var want, got []string
			for _, one := range all {
				if strings.Contains(one.title+"\n"+one.text, text) {
					want = append(want, one.id.String())
				}
			}
			page := w.find(search.Query{Text: text, First: 100})
			for _, hit := range page.Hits {
				got = append(got, hit.Entity.String())
				if !strings.Contains(shown(hit.Title)+shown(hit.Snippet), "["+text) && len([]rune(text)) > 1 {
					t.Errorf("seed %d: %q is not marked in %s %s", seed, text, shown(hit.Title), shown(hit.Snippet))
				}
			}
			if slices.Sort(got); page.Total != len(want) || !page.HasNext && !slices.Equal(got, want) {
				t.Fatalf("seed %d: %q finds %d, want %d", seed, text, page.Total, len(want))
			}
		}
	})
}
