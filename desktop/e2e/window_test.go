//go:build linux && e2e

package e2e

import (
	"os"
	"os/exec"
	"testing"
)

func TestTheWindowShowsTheProjectsOfTheDemo(t *testing.T) {
	d := open(t, t.TempDir())
	var failed string
	d.run(`window.go.desktop.Bridge.State().then(s => window.go.desktop.Bridge.Open("local", s.demo.address)).then(() => done(""), e => done(String(e)))`, &failed)
	if failed != "" {
		t.Fatal(failed)
	}
	if err := d.call("POST", "/refresh", map[string]any{}, nil); err != nil {
		t.Fatal(err)
	}
	d.sees("PAY")
	var words []string
	d.run(`done(Object.keys(window.go.desktop.Bridge).sort())`, &words)
	if len(words) != 6 {
		t.Errorf("the page sees %v", words)
	}
	var recent int
	d.run(`window.go.desktop.Bridge.State().then(s => done(s.recent.length))`, &recent)
	if recent != 1 {
		t.Errorf("%d workspaces are remembered", recent)
	}
}

func TestASecondStartHandsItsLinkToTheFirstWindow(t *testing.T) {
	home := t.TempDir()
	d := open(t, home)
	d.run(`window.handed = new Promise(heard => window.runtime.EventsOn("open", heard)); done(true)`, nil)
	second := exec.Command(os.Getenv("ASTERISM_WINDOW"), "asterism://open/p/PAY/requirements/R-4")
	second.Env = environment(home)
	_ = second.Run() // Wails ends a second start with 1.
	var address string
	d.run(`window.handed.then(done)`, &address)
	if address != "/p/PAY/requirements/R-4" {
		t.Errorf("the first window was handed %q", address)
	}
}
