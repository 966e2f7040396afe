package app_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/clock"
)

// many are results of n tests.
func many(n int) string {
	var b strings.Builder
	b.WriteString("<testsuite name=\"many\">")
	for i := range n {
		fmt.Fprintf(&b, "<testcase classname=\"many\" name=\"t%d\"/>\n", i)
	}
	b.WriteString("</testsuite>")
	return b.String()
}

func TestProgressIsToldLineByLineAndWhoGoesAwayHasImportedNothing(t *testing.T) {
	eachImports(t, func(t *testing.T, f *files) {
		body, kind := form(t, "many.xml", many(12_000))
		response, text := f.ask(t, http.MethodPost, "/imports/P?dryRun=true", body, "Asterism-Upload", "1", "Content-Type", kind, "Accept", "application/x-ndjson")
		if response.Header.Get("Content-Type") != "application/x-ndjson" {
			t.Fatalf("%v %s", response.Header, text)
		}
		phases, before, last := map[string]int{}, -1, shownAnswer{}
		for line := range strings.Lines(text) {
			last = shownAnswer{}
			if err := json.Unmarshal([]byte(line), &last); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			if p := last.Progress; p != nil {
				if phases[p.Phase] > 0 && p.Percent <= before {
					t.Errorf("it goes back: %s", line)
				}
				phases[p.Phase]++
				before = p.Percent
			}
		}
		if phases["reading"] < 3 || phases["publishing"] < 3 || last.Preview.Report == nil || last.Preview.Report.Counts["executions"] != 12_000 {
			t.Fatalf("it told %v and at the end %+v", phases, last.Preview)
		}
		ctx, leave := context.WithCancel(t.Context())
		defer leave()
		request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+f.address+"/imports/P/"+last.Preview.Staged.Token, strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Asterism-Upload", "1")
		request.Header.Set("Accept", "application/x-ndjson")
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		heard := bufio.NewReader(answer.Body)
		for {
			line, err := heard.ReadString('\n')
			if err != nil {
				t.Fatalf("it ended before it published: %v", err)
			}
			if strings.Contains(line, "publishing") {
				break
			}
		}
		status, told := f.runs(t, "P", last.Preview.Staged.Token, `{}`)
		if status != http.StatusConflict || told.Error.Code != "CONFLICT" {
			t.Errorf("a second import of the same upload: %d %+v", status, told)
		}
		leave()
		f.Idle() // until the server has noticed
		if f.brought(t) != "0 0 0" {
			t.Errorf("there is %s", f.brought(t))
		}
		if status, done := f.runs(t, "P", last.Preview.Staged.Token, `{}`); status != http.StatusOK || f.brought(t) != "12000 12000 1" {
			t.Errorf("the files wait all the same: %d %+v, %s", status, done.Error, f.brought(t))
		}
	})
}

func TestTwoImportsAtOnceBothEndAndMakeNothingTwice(t *testing.T) {
	eachImports(t, func(t *testing.T, f *files) {
		one, two := f.stages(t, "a.xml", nightly).Preview.Staged.Token, f.stages(t, "b.xml", many(3)+"\n").Preview.Staged.Token
		ended := make(chan int, 2)
		for _, token := range []string{one, two} {
			go func() {
				response, _ := f.ask(t, http.MethodPost, "/imports/P/"+token, strings.NewReader("{}"), "Asterism-Upload", "1")
				ended <- response.StatusCode
			}()
		}
		if a, b := <-ended, <-ended; a != http.StatusOK || b != http.StatusOK || f.brought(t) != "5 5 2" {
			t.Errorf("they ended with %d and %d; there is %s", a, b, f.brought(t))
		}
	})
}

func TestAnUploadWaitsOneHourUnlessItIsPutAway(t *testing.T) {
	eachImports(t, func(t *testing.T, f *files) {
		put := f.stages(t, "a.xml", nightly).Preview.Staged.Token
		if response, _ := f.ask(t, http.MethodDelete, "/imports/P/"+put, nil, "Asterism-Upload", "1"); response.StatusCode != http.StatusNoContent {
			t.Errorf("putting it away: %d", response.StatusCode)
		}
		if status, _ := f.runs(t, "P", put, `{}`); status != http.StatusNotFound {
			t.Errorf("what was put away: %d", status)
		}
		old := f.stages(t, "a.xml", nightly).Preview.Staged.Token
		late := func(after string) int {
			ctx := clock.With(t.Context(), app.After(t, after))
			request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/imports/P/"+old+"?dryRun=true", strings.NewReader("{}"))
			request.Header.Set("Asterism-Upload", "1")
			recorder := httptest.NewRecorder()
			f.Handler(http.NotFoundHandler()).ServeHTTP(recorder, request)
			return recorder.Code
		}
		if status := late("59m"); status != http.StatusOK {
			t.Errorf("after 59 minutes: %d", status)
		}
		if status := late("2h"); status != http.StatusNotFound {
			t.Errorf("an hour after its last use: %d", status)
		}
	})
}
