package search_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent/searchentry"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/search"
)

func TestThingsAreFoundByWhatIsWrittenInThem(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("ZEP-SRS-5-1", "Semaphore reset", "A thread shall reset a semaphore with k_sem_reset.")
		w.requirement("ZEP-SRS-5-16", "Événements", "The kernel shall log in order.")
		w.testCase("TC-1", "semReset wakes waiters", "Calls kernel.semaphore.test_sem_reset once")
		w.testCase("TC-2", "登录功能测试", "用户打开登录页面，输入密码。测试环境：预发布")
		w.defect("D-7", "Login fails after logout", `Message: "cannot open C:\temp", 100% of the time`)
		w.comment("D-7", "seen on the pre-release 软件 build")
		for text, names := range map[string]string{
			"semaphore": "ZEP-SRS-5-1,TC-1", "SEMAPHORE": "ZEP-SRS-5-1,TC-1", "sem": "ZEP-SRS-5-1,TC-1",
			"reset semaphore": "ZEP-SRS-5-1,TC-1", "reset nowhere": "", "waiters semReset": "TC-1",
			"semreset": "ZEP-SRS-5-1,TC-1", "semRes": "ZEP-SRS-5-1,TC-1", "sem_reset": "ZEP-SRS-5-1,TC-1", "test_sem_reset": "TC-1",
			"semaphore.test": "TC-1", "kernel.semaphore.test_sem_reset": "TC-1",
			"ZEP-SRS-5-1": "ZEP-SRS-5-1,ZEP-SRS-5-16", "zep-srs-5-16": "ZEP-SRS-5-16", "srs-5": "ZEP-SRS-5-1,ZEP-SRS-5-16", "srs": "ZEP-SRS-5-1,ZEP-SRS-5-16",
			"5-16": "ZEP-SRS-5-16", "zep-5": "", "evenements": "ZEP-SRS-5-16", "événe": "ZEP-SRS-5-16",
			"log": "ZEP-SRS-5-16,D-7", "log in": "ZEP-SRS-5-16", `"log in"`: "ZEP-SRS-5-16", `"in log"`: "", "login": "D-7", "logi": "D-7",
			"logi fails": "", "l": "", `"log`: "ZEP-SRS-5-16,D-7", "temp": "D-7", "100%": "D-7", `C:\temp`: "D-7",
			"登录": "TC-2", "登录页面": "TC-2", "录页": "TC-2", "试": "TC-2", "录": "TC-2", "面": "TC-2", "登录 密码": "TC-2", "登录密码": "",
			"测试环": "TC-2", "环试": "", "软件": "seen on the pre-release 软件 build", "件": "seen on the pre-release 软件 build",
			"pre-release": "seen on the pre-release 软件 build", "prerelease": "seen on the pre-release 软件 build", `"登录 页面"`: "",
			`"release 软件"`: "seen on the pre-release 软件 build", `release "软"`: "seen on the pre-release 软件 build", "预发布 用户": "TC-2",
		} {
			w.want(text, names)
		}
	})
}

func TestBetterHitsComeFirstAndThenNewerOnes(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("ALPHA-1", "Key", "")
		w.requirement("ALPHA-12", "Key", "")
		w.requirement("R-1", "The alpha 1 order", "")
		w.requirement("R-2", "No alpha-1 order", "")
		w.requirement("R-3", "xalpha", "alpha is here and order")
		w.requirement("R-4", "", "order of alpha-1")
		w.requirement("R-5", "", "order of alpha-1, newer")
		for text, want := range map[string][]string{
			"alpha-1": {"ALPHA-1", "R-2", "ALPHA-12", "R-5", "R-4"},
			"alpha":   {"R-2", "R-1", "ALPHA-12", "ALPHA-1", "R-3", "R-5", "R-4"},
			"order":   {"R-2", "R-1", "R-5", "R-4", "R-3"},
		} {
			if got := w.finds(text); !slices.Equal(got, want) {
				t.Errorf("%q finds %q, want %q", text, got, want)
			}
		}
		ranks := map[string]int{}
		for _, hit := range w.find(search.Query{Text: "alpha"}).Hits {
			ranks[w.names[hit.Entity]] = hit.Rank
		}
		if ranks["R-1"] != search.RankTitle || ranks["ALPHA-1"] != search.RankTitle || ranks["R-3"] != search.RankPiece || ranks["R-4"] != search.RankText {
			t.Errorf("ranks %v", ranks)
		}
	})
}

func TestASearchCanBeNarrowed(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-1", "pay", "")
		w.testCase("T-1", "pay", "")
		w.defect("D-1", "pay", "")
		w.comment("D-1", "pay again")
		for want, kinds := range map[string][]searchentry.Kind{
			"R-1": {searchentry.KindREQUIREMENT}, "T-1,D-1": {searchentry.KindTEST_CASE, searchentry.KindDEFECT}, "pay again": {searchentry.KindCOMMENT},
		} {
			page := w.find(search.Query{Text: "pay", Kinds: kinds, Project: w.ID})
			if got := w.called(page); page.Total != len(got) || !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(strings.Split(want, ",")))) {
				t.Errorf("%v: %q", kinds, got)
			}
		}
	})
}

func TestPagesHoldEveryHitOnce(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		for i := range 13 {
			title := []string{"pay", "paying", "other"}[i%3]
			w.requirement("R-"+strings.Repeat("x", i+1), title, "pay")
		}
		whole := w.finds("pay")
		for size := 1; size <= 14; size++ {
			var walked []string
			q := search.Query{Text: "pay", First: size}
			for {
				page := w.find(q)
				walked = append(walked, w.called(page)...)
				if page.Total != 13 || page.HasNext != (len(walked) < 13) {
					t.Fatalf("pages of %d: after %d hits of %d there are further ones: %v", size, len(walked), page.Total, page.HasNext)
				}
				if !page.HasNext {
					break
				}
				q.After = page.EndCursor
			}
			if !slices.Equal(walked, whole) {
				t.Errorf("pages of %d hold %q, want %q", size, walked, whole)
			}
		}
	})
}

func TestWhatCannotBeLookedForIsRefusedWithItsField(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-1", "pay", "")
		w.requirement("R-2", "pay", "")
		cursor := w.find(search.Query{Text: "pay", First: 1}).EndCursor
		for name, test := range map[string]struct {
			q     search.Query
			field string
		}{
			"nothing":            {search.Query{Text: ""}, "text"},
			"signs only":         {search.Query{Text: ` "*" -- … `}, "text"},
			"too long":           {search.Query{Text: strings.Repeat("a", 201)}, "text"},
			"a megabyte":         {search.Query{Text: strings.Repeat("登", 1<<20)}, "text"},
			"too many words":     {search.Query{Text: strings.Repeat("a ", 21)}, "text"},
			"NUL":                {search.Query{Text: "a\x00b"}, "text"},
			"not text":           {search.Query{Text: "a\xff"}, "text"},
			"pages of none":      {search.Query{Text: "a", First: -1}, "first"},
			"too large pages":    {search.Query{Text: "a", First: 101}, "first"},
			"an unknown kind":    {search.Query{Text: "a", Kinds: []searchentry.Kind{"USER"}}, "kinds"},
			"no cursor":          {search.Query{Text: "pay", After: "x y"}, "after"},
			"another's cursor":   {search.Query{Text: "pays", After: cursor}, "after"},
			"of another choice":  {search.Query{Text: "pay", After: cursor, Kinds: []searchentry.Kind{"DEFECT"}}, "after"},
			"of another project": {search.Query{Text: "pay", After: cursor, Project: w.ID}, "after"},
		} {
			if _, err := search.Find(w.Ctx, w.Client, test.q); !fault.Is(err, fault.Invalid) || fault.Of(err).Field[0] != test.field || len(err.Error()) > 200 {
				t.Errorf("%s: %v", name, err)
			}
		}
		if page := w.find(search.Query{Text: "pay", First: 1, After: cursor}); len(page.Hits) != 1 || page.HasNext {
			t.Errorf("the right cursor gives %+v", page)
		}
		if _, err := search.Find(w.Ctx, w.Client, search.Query{Text: "pay", Project: ident.New(ident.Project)}); !fault.Is(err, fault.NotFound) {
			t.Errorf("a project that is not there: %v", err)
		}
		if _, err := search.Find(t.Context(), w.Client, search.Query{Text: "pay"}); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("nobody asks: %v", err)
		}
	})
}

func TestNothingThatSomebodyTypesIsAnOperator(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.requirement("R-1", "Terms: a NEAR b", `say "it's" (a*b) OR NOT c; DROP TABLE search_terms; -- {x} terms:y <-> z`)
		w.requirement("R-2", "Nothing", "of this kind")
		for _, text := range []string{
			`"`, `""`, `'`, `*`, `a*`, `NEAR(a b)`, `a NEAR b`, `terms:y`, `terms : y`, `-a`, `^a`, `a AND`, `OR`, `NOT c`, `a + b`, `(a`, `{x} : y`,
			`search_terms`, `'; DROP TABLE search_entries; --`, `a & b`, `a | b`, `!a`, `a:*`, `a <-> b`, `'a':A`, `\`, `\'`, `%`, `_`, `$1`, `?`, `"a" "b`, `""""`,
			"a\nb", "a\tb", "Ŧ", `“a”`, `«terms» „x“`, "\u202Ea", `a:`, `(((((((((a)))))))))`, `"it's"`,
		} {
			page, err := search.Find(w.Ctx, w.Client, search.Query{Text: text})
			if err != nil && !fault.Is(err, fault.Invalid) {
				t.Errorf("%q: %v", text, err)
			}
			for _, hit := range page.Hits {
				if w.names[hit.Entity] != "R-1" {
					t.Errorf("%q finds %q", text, w.names[hit.Entity])
				}
			}
		}
		w.want("NOT c", "R-1")
		w.want("a OR nowhere", "")
		w.want(`"it's"`, "R-1")
		w.want("not there", "")
	})
}
