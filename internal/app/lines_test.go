package app_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// lines are the JSON lines of an answer.
func lines(t *testing.T, address, path string) (status int, all []map[string]any) {
	t.Helper()
	status, body := send(t, http.MethodGet, address+path, "", func(*http.Request) {})
	for line := range strings.Lines(body) {
		var one map[string]any
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		all = append(all, one)
	}
	return status, all
}

func TestAJobFollowsTheFeedByPlainHTTP(t *testing.T) {
	address := serving(t)
	project(t, address)
	change(t, address, "One")
	status, all := lines(t, address, "/changes/PAY?after=start&limit=3")
	if status != http.StatusOK || len(all) != 4 || all[2]["seq"] != 3.0 || all[3]["op"] != "BOOKMARK" || all[3]["seq"] != 3.0 || all[3]["head"] != 4.0 {
		t.Fatalf("%d %v", status, all)
	}
	last := all[3]["cursor"].(string)
	if last != all[2]["cursor"] {
		t.Errorf("the last line goes on elsewhere than the last change: %v", all)
	}
	if _, rest := lines(t, address, "/changes/PAY?after="+last); len(rest) != 2 || rest[0]["entityType"] != "REQUIREMENT_VERSION" {
		t.Errorf("it goes on with %v", rest)
	}
	if _, none := lines(t, address, "/changes/PAY?after="+last+"&entity=DEFECT"); len(none) != 1 || none[0]["seq"] != 4.0 {
		t.Errorf("what the filter lets nothing through of moves the cursor to %v", none)
	}
	waited := make(chan []map[string]any)
	go func() {
		_, all := lines(t, address, "/changes/PAY?after=now&wait=60s&entity=REQUIREMENT")
		waited <- all
	}()
	for {
		change(t, address, "Later") // one of them comes after the other has begun to wait
		select {
		case all := <-waited:
			if len(all) < 2 || all[0]["op"] != "CREATE" {
				t.Errorf("it waited for %v", all)
			}
			return
		default:
		}
	}
}

func TestWhatIsAskedWronglyByPlainHTTPIsSaid(t *testing.T) {
	address := serving(t)
	project(t, address)
	for path, want := range map[string]struct {
		status int
		words  string
	}{
		"/changes/NONE?after=start":                {404, "there is no project NONE"},
		"/snapshot/NONE":                           {404, "there is no project NONE"},
		"/changes/PAY":                             {400, "after=start"},
		"/changes/PAY?after=xx":                    {400, "CURSOR_INVALID"},
		"/changes/PAY?after=start&limit=0":         {400, "from 1 to"},
		"/changes/PAY?after=start&wait=2h":         {400, "up to 60s"},
		"/changes/PAY?after=start&entity=BUG":      {400, "BUG"},
		"/changes/PAY?after=start&entitytype=BUG":  {400, "is not known here"},
		"/changes/PAY?after=start&field=%00&op=OP": {400, ""},
	} {
		status, body := send(t, http.MethodGet, address+path, "", func(*http.Request) {})
		if status != want.status || !strings.Contains(body, want.words) || !strings.Contains(body, `"error"`) {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}

func TestASnapshotIsWholeAndSaysWhereToGoOn(t *testing.T) {
	address := serving(t)
	project(t, address)
	change(t, address, "One")
	_, all := lines(t, address, "/snapshot/PAY")
	first, last := all[0], all[len(all)-1]
	if first["op"] != "READY" || last["op"] != "COMPLETE" || first["cursor"] != last["cursor"] || last["things"] != float64(len(all)-2) {
		t.Fatalf("it begins with %v and ends with %v", first, last)
	}
	kinds := map[any]int{}
	for _, one := range all[1 : len(all)-1] {
		kinds[one["entityType"]]++
	}
	if kinds["REQUIREMENT"] != 1 || kinds["PROJECT"] != 1 || kinds["MEMBERSHIP"] != 1 || kinds["REQUIREMENT_VERSION"] != 1 || len(kinds) != 4 {
		t.Errorf("it holds %v", kinds)
	}
	if _, rest := lines(t, address, "/changes/PAY?after="+first["cursor"].(string)); len(rest) != 1 {
		t.Errorf("right after it comes %v", rest)
	}
	change(t, address, "Two")
	if _, rest := lines(t, address, "/changes/PAY?after="+first["cursor"].(string)); len(rest) != 3 || rest[0]["entityKey"] != "R-2" {
		t.Errorf("what happened since is %v", rest)
	}
}
