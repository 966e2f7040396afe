package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// titles hold what SQL, LIKE and case folding could trip over; requirement i has the i-th.
var titles = []string{"100% done", "100 done", "under_score", "underXscore", `back\slash`, `quo'te"s`, "Straße ÉTÉ", "STRASSE été", "需求", "", "needle in text", "NEEDLE", "İi", "tail\\"}

// matches are the titles that a filter keeps.
func matches(fit func(title string) bool) string {
	var keys []string
	for i, title := range titles {
		if fit(title) {
			keys = append(keys, fmt.Sprintf("T-%02d", i))
		}
	}
	return strings.Join(keys, " ")
}

// ascii folds as the API says: ASCII letters only.
func ascii(text string) string {
	return strings.Map(func(letter rune) rune {
		if letter >= 'A' && letter <= 'Z' {
			return letter + 'a' - 'A'
		}
		return letter
	}, text)
}

func TestTextFiltersMeanTheirTextOnBothDatabases(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		w := populate(s, "PAY", 0)
		s.Write(func(ctx context.Context, tx *ent.Client) error {
			for i, title := range titles {
				if err := tx.Requirement.Create().SetProjectID(w.project.ID).SetKey(fmt.Sprintf("T-%02d", i)).SetTitle(title).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		for _, text := range []string{"%", "_", `\`, "'", `"`, "100%", "r_s", "", "needle", "NEEDLE", "É", "é", "ß", "ss", "需", "i", "İ", "\\\\", "tail\\", "%' OR 1=1 --", "text", "Straße ÉTÉ", "straße ÉTÉ"} {
			for field, fit := range map[string]func(string) bool{
				"title":             func(title string) bool { return title == text },
				"titleNEQ":          func(title string) bool { return title != text },
				"titleContains":     func(title string) bool { return strings.Contains(title, text) },
				"titleHasPrefix":    func(title string) bool { return strings.HasPrefix(title, text) },
				"titleHasSuffix":    func(title string) bool { return strings.HasSuffix(title, text) },
				"titleEqualFold":    func(title string) bool { return ascii(title) == ascii(text) },
				"titleContainsFold": func(title string) bool { return strings.Contains(ascii(title), ascii(text)) },
				"titleGT":           func(title string) bool { return title > text },
				"titleLTE":          func(title string) bool { return title <= text },
			} {
				if got, want := kept(s, map[string]any{field: text}), matches(fit); got != want {
					t.Errorf("%s %q keeps %s, not %s", field, text, got, want)
				}
			}
		}
		for field, fit := range map[string]func(string) bool{
			"titleIn":    func(string) bool { return false },
			"titleNotIn": func(string) bool { return true },
			"idIn":       func(string) bool { return false },
			"statusIn":   func(string) bool { return false },
		} {
			if got, want := kept(s, map[string]any{field: []string{}}), matches(fit); got != want {
				t.Errorf("%s without values keeps %q, not %q", field, got, want)
			}
		}
	})
}

func kept(s *graphtest.Server, where map[string]any) string {
	s.T.Helper()
	var got struct {
		Project struct {
			Requirements struct {
				TotalCount int
				Nodes      []struct{ Key string }
			}
		}
	}
	s.Data(`query($where: RequirementWhereInput) { project(key: "PAY") { requirements(where: $where) { totalCount nodes { key } } } }`, map[string]any{"where": where}, &got)
	var keys []string
	for _, one := range got.Project.Requirements.Nodes {
		keys = append(keys, one.Key)
	}
	if len(keys) != got.Project.Requirements.TotalCount {
		s.T.Errorf("%v: the count is %d of %d", where, got.Project.Requirements.TotalCount, len(keys))
	}
	return strings.Join(keys, " ")
}
