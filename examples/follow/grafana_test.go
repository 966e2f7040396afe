package follow_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// pushed is a line of the Influx protocol: texts without their quotes, numbers as they are.
type pushed struct {
	measurement string
	fields      map[string]string
	at          time.Time
}

// Parts of a line as the protocol lays them down; these lines have no tags.
var (
	lineForm  = regexp.MustCompile(`^([a-z]+) ((?:[a-z_]+=(?:-?\d+i|"(?:[^"\\]|\\["\\])*"),?)+) (\d{19})$`)
	fieldForm = regexp.MustCompile(`([a-z_]+)=(-?\d+i|"(?:[^"\\]|\\["\\])*")(?:,|$)`)
)

func readLine(t *testing.T, text string) pushed {
	t.Helper()
	parts := lineForm.FindStringSubmatch(text)
	if parts == nil || strings.HasSuffix(parts[2], ",") {
		t.Fatalf("this is no line of the Influx protocol: %s", text)
	}
	nanoseconds, err := strconv.ParseInt(parts[3], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	one := pushed{measurement: parts[1], fields: map[string]string{}, at: time.Unix(0, nanoseconds)}
	for _, field := range fieldForm.FindAllStringSubmatch(parts[2], -1) {
		value := strings.TrimSuffix(field[2], "i")
		if quoted, is := strings.CutPrefix(field[2], `"`); is {
			value = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(strings.TrimSuffix(quoted, `"`))
		}
		one.fields[field[1]] = value
	}
	return one
}

// What finishes is pushed to Grafana once, also when Grafana was away, and in the names that the dashboard shows.
func TestTheWallDisplayHearsOfEveryExecution(t *testing.T) {
	s := serve(t)
	lines := make(chan pushed, 1_000)
	away := make(chan struct{}, 1)
	away <- struct{}{}
	grafana := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if r.Method != http.MethodPost || r.URL.Path != "/api/live/push/asterism" || r.Header.Get("Authorization") != "Bearer glsa_test" {
			t.Errorf("%s %s by %q", r.Method, r.URL, r.Header.Get("Authorization"))
		}
		select {
		case <-away:
			http.Error(w, "starting", http.StatusServiceUnavailable)
			return
		default:
		}
		for line := range strings.Lines(string(body)) {
			lines <- readLine(t, strings.TrimSuffix(line, "\n"))
		}
	}))
	t.Cleanup(grafana.Close)
	bridge := start(t, with(t, "grafana"), []string{"GRAFANA=" + grafana.URL, "TOKEN=glsa_test"}, "node", "bridge.mjs", s.url(), "PAY")
	bridge.line("ready")
	began := time.Now().Add(-time.Minute)
	s.results("1.0")
	s.server.kill()
	s.open()
	s.results(`2 "beta"`)

	var told []pushed
	late := time.After(patience)
	for len(told) < 8 {
		select {
		case one := <-lines:
			told = append(told, one)
		case <-late:
			t.Fatalf("only this was pushed: %v", told)
		}
	}
	statuses, builds, shown := []string{}, []string{}, map[string][]string{}
	for _, one := range told {
		for name := range one.fields {
			shown[one.measurement] = append(shown[one.measurement], name)
		}
		if one.measurement == "executions" {
			statuses, builds = append(statuses, one.fields["status"]), append(builds, one.fields["build"])
		}
		if one.at.Before(began) || one.at.After(time.Now().Add(time.Minute)) {
			t.Errorf("%v is of another time", one)
		}
	}
	slices.Sort(statuses)
	if !slices.Equal(statuses, []string{"FAILED", "FAILED", "PASSED", "PASSED"}) || !slices.Equal(builds, []string{"1.0", "1.0", `2 "beta"`, `2 "beta"`}) {
		t.Errorf("pushed %v", told)
	}
	if last := told[len(told)-1]; last.fields["passed"] != "2" || last.fields["failed"] != "2" {
		t.Errorf("counted %v", last)
	}
	checkDashboard(t, shown)
}

// checkDashboard makes sure that each panel listens to something that is pushed and colours fields that there are.
func checkDashboard(t *testing.T, shown map[string][]string) {
	t.Helper()
	text, err := os.ReadFile("grafana/dashboard.json")
	if err != nil {
		t.Fatal(err)
	}
	var dashboard struct {
		Panels []struct {
			FieldConfig struct {
				Overrides []struct{ Matcher struct{ Options string } }
			}
			Targets []struct{ Channel, QueryType string }
		}
	}
	if err := json.Unmarshal(text, &dashboard); err != nil || len(dashboard.Panels) != 2 {
		t.Fatalf("%v: %d panels", err, len(dashboard.Panels))
	}
	for _, panel := range dashboard.Panels {
		measurement, is := strings.CutPrefix(panel.Targets[0].Channel, "stream/asterism/")
		if !is || len(shown[measurement]) == 0 || panel.Targets[0].QueryType != "measurements" {
			t.Errorf("nothing is pushed to %v", panel.Targets)
		}
		for _, override := range panel.FieldConfig.Overrides {
			if !slices.Contains(shown[measurement], override.Matcher.Options) {
				t.Errorf("no %s is pushed to %s", override.Matcher.Options, measurement)
			}
		}
	}
}
