package executions_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestWhatFailedInTheSameWordsSharesASignature(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		base := oneCase(p)
		draft := func(print string, status execution.Status, kind, message, text string, hours int) executions.Draft {
			d := base
			d.Fingerprint, d.Status, d.FailureType, d.Message, d.FailureText = print, status, kind, message, text
			d.ExecutedAt = projecttest.Now.Add(time.Duration(hours) * time.Hour)
			return d
		}
		for _, drafts := range [][]executions.Draft{
			{
				draft("a1", execution.StatusFAILED, "", "basket 17 is closed", "", 1), draft("a2", execution.StatusERROR, "", "basket 18 is closed", "", 2),
				draft("b1", execution.StatusFAILED, "KeyError", "", "", 1), draft("c1", execution.StatusFAILED, "", "", "at shop.Basket.add(Basket.java:3)", 1),
				draft("no words", execution.StatusFAILED, "", " ", "", 1), draft("skipped", execution.StatusSKIPPED, "", "basket 17 is closed", "", 9),
			},
			{draft("a3", execution.StatusFAILED, "", "basket 9 is closed", "", -5), draft("b2", execution.StatusFAILED, "KeyError", "", "", 5)},
		} {
			if err := record(p, drafts...); err != nil {
				t.Fatal(err)
			}
		}
		groups := map[string][]string{}
		for _, one := range p.Client.Execution.Query().AllX(p.Ctx) {
			name := one.Fingerprint[:1]
			if one.SignatureID == nil {
				name = "none"
			}
			id := "none"
			if one.SignatureID != nil {
				id = one.SignatureID.String()
			}
			groups[name] = append(groups[name], id)
		}
		for name, count := range map[string]int{"a": 3, "b": 2, "c": 1, "none": 2} {
			same := len(groups[name]) == count
			for _, id := range groups[name] {
				same = same && id == groups[name][0]
			}
			if !same {
				t.Errorf("%s: %v", name, groups[name])
			}
		}
		all := p.Client.FailureSignature.Query().AllX(p.Ctx)
		for _, one := range all {
			first, last := -5, 2
			switch one.Text {
			case "KeyError":
				first, last = 1, 5
			case "at shop.Basket.add(Basket.java:<line>)":
				first, last = 1, 1
			}
			at := func(hours int) time.Time { return projecttest.Now.Add(time.Duration(hours) * time.Hour) }
			if !one.FirstSeenAt.Equal(at(first)) || !one.LastSeenAt.Equal(at(last)) || one.Version != 1 {
				t.Errorf("%q was seen from %v to %v, version %d", one.Text, one.FirstSeenAt, one.LastSeenAt, one.Version)
			}
		}
		if len(all) != 3 {
			t.Errorf("%d signatures, want 3", len(all))
		}
	})
}

// A chunk of executions costs as many statements whether few of them failed in new words or all did.
func TestSignaturesCostTheSameHoweverManyThereAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		base := oneCase(p)
		statements := func(set string, failed int) int64 {
			var drafts []executions.Draft
			for i := range bulk.Size {
				d := base
				d.Fingerprint = fmt.Sprint(set, i)
				if i < failed {
					d.Status, d.Message = execution.StatusFAILED, fmt.Sprintf("no %c%c%s", 'g'+i%20, 'g'+i/20%26, set)
				}
				drafts = append(drafts, d)
			}
			before := s.Statements.Count()
			if err := record(p, drafts...); err != nil {
				t.Fatal(err)
			}
			return s.Statements.Count() - before
		}
		if few, many := statements("few", 1), statements("many", bulk.Size); few != many {
			t.Errorf("%d statements for one failure, %d for %d", few, many, bulk.Size)
		}
	})
}
