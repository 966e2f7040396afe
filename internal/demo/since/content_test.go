package since

import (
	"strings"
	"testing"
	"time"
)

// told are the acts of all parts.
func told(t *testing.T) []*act {
	t.Helper()
	var all []*act
	for _, name := range []string{"1", "2"} {
		acts, err := part(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, acts...)
	}
	return all
}

func TestEveryActIsAVerbAndEveryVerbIsUsed(t *testing.T) {
	used := map[string]bool{}
	for _, a := range told(t) {
		used[a.Do] = true
		if verbs[a.Do] == nil {
			t.Errorf("%s: no such verb", a.where)
		}
	}
	for name := range verbs {
		if !used[name] {
			t.Errorf("no act does %s; take the verb out", name)
		}
	}
}

func TestActsFollowTheImportOneAfterAnotherInWorkingHours(t *testing.T) {
	before := Imported
	for _, a := range told(t) {
		if !a.at.After(before) {
			t.Errorf("%s happens at %s, not after the act before it", a.where, a.at)
		}
		if day := a.at.Weekday(); day == time.Saturday || day == time.Sunday || a.at.Hour() < 8 || a.at.Hour() > 17 {
			t.Errorf("%s happens at %s, when nobody works", a.where, a.at)
		}
		before = a.at
	}
}

func TestRevisionsAndAnswersSayWhy(t *testing.T) {
	for _, a := range told(t) {
		switch a.Do {
		case "requirementRevise", "caseRevise", "linkAffirm", "signatureClassify", "defectDuplicate", "commentAdd", "attach":
			if strings.TrimSpace(a.Say) == "" {
				t.Errorf("%s says nothing", a.where)
			}
		}
	}
}
