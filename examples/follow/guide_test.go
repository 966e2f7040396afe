package follow_test

import (
	"bufio"
	"encoding/json"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
)

const guide = "../../docs/guide/follow.md"

// Every stream in the guide begins as it says, and every recipe that it leads to is there.
func TestTheStreamsOfTheGuideBegin(t *testing.T) {
	text, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t)
	s.run("consumer", "create", "warehouse", "--project", "PAY")
	streams := regexp.MustCompile("(?ms)^```graphql subscription\n(.*?)^```$").FindAllStringSubmatch(string(text), -1)
	if len(streams) < 5 {
		t.Fatalf("the guide holds %d streams", len(streams))
	}
	for _, one := range streams {
		if got := s.first(one[1]); !strings.Contains(got, `"op":"READY"`) || strings.Contains(got, `"errors"`) {
			t.Errorf("%s\nbegins with %s", one[1], got)
		}
	}
	for _, link := range regexp.MustCompile(`\]\(\.\./\.\./examples/follow/([^)]*)\)`).FindAllStringSubmatch(string(text), -1) {
		if _, err := os.Stat(link[1]); err != nil {
			t.Errorf("the guide leads to nothing: %v", err)
		}
	}
}

// first is the first message of a stream over server-sent events.
func (s *served) first(question string) string {
	s.Helper()
	body, _ := json.Marshal(map[string]string{"query": question})
	request, err := http.NewRequestWithContext(s.Context(), http.MethodPost, s.url()+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		s.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		s.Fatal(err)
	}
	defer response.Body.Close()
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		if data, is := strings.CutPrefix(lines.Text(), "data:"); is {
			return data
		}
	}
	return response.Status
}

// The recipes name the packages in the versions with which they are tested here.
func TestTheRecipesNameThePackagesThatAreTested(t *testing.T) {
	read := func(path string) map[string]string {
		var manifest struct{ Dependencies, DevDependencies map[string]string }
		text, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(text, &manifest)
		}
		if err != nil {
			t.Fatal(err)
		}
		for name, version := range manifest.DevDependencies {
			manifest.Dependencies[name] = version
		}
		return manifest.Dependencies
	}
	tested := read("../../frontend/package.json")
	for _, recipe := range []string{"node", "grafana"} {
		for name, version := range read(recipe + "/package.json") {
			if tested[name] != version {
				t.Errorf("%s names %s %s; tested is %q", recipe, name, version, tested[name])
			}
		}
	}
}
