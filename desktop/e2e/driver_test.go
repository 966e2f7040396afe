//go:build linux && e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// patience ends a test whose event never comes; nothing waits for it otherwise.
const patience = 60 * time.Second

// driven is the window under WebKitWebDriver.
type driven struct {
	t    *testing.T
	base string
}

// open starts a driver, which starts the window, with a user of its own.
func open(t *testing.T, home string) *driven {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	_ = listener.Close()
	driver := exec.Command("WebKitWebDriver", "--port="+strconv.Itoa(port))
	driver.Env = environment(home)
	driver.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // The window is its child and ends with it.
	if err := driver.Start(); err != nil {
		t.Fatal(err)
	}
	d := &driven{t, fmt.Sprintf("http://127.0.0.1:%d/session", port)}
	t.Cleanup(func() { _ = syscall.Kill(-driver.Process.Pid, syscall.SIGKILL); _ = driver.Wait() })
	wish := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"webkitgtk:browserOptions": map[string]any{"binary": os.Getenv("ASTERISM_WINDOW"), "args": []string{}},
		"timeouts":                 map[string]int{"script": int(patience.Milliseconds())},
	}}}
	for begun := time.Now(); ; { // Until the driver listens.
		var session struct{ SessionID string }
		if err = d.call(http.MethodPost, "", wish, &session); err == nil {
			d.base += "/" + session.SessionID
			break
		}
		if time.Since(begun) > patience {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Cleanup(func() { _ = d.call(http.MethodDelete, "", nil, nil) }) // The window closes under the answer.
	return d
}

func environment(home string) []string {
	return append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home+"/config", "XDG_DATA_HOME="+home+"/data", "XDG_CACHE_HOME="+home+"/cache")
}

// call asks the driver.
func (d *driven) call(method, path string, body, into any) error {
	content, err := json.Marshal(body)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, d.base+path, bytes.NewReader(content))
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("driver: %s", text)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(text, &struct{ Value any }{into})
}

// run runs a script in the page; it calls done with its answer.
func (d *driven) run(script string, into any, given ...any) {
	d.t.Helper()
	script = "const done = arguments[arguments.length - 1];" + script
	if given == nil {
		given = []any{}
	}
	if err := d.call(http.MethodPost, "/execute/async", map[string]any{"script": script, "args": given}, into); err != nil {
		d.t.Fatal(err)
	}
}

// sees waits until the page shows a text: it looks at each change of the page, not at the clock.
func (d *driven) sees(text string) {
	d.t.Helper()
	d.run(`const look = () => document.body.innerText.includes(arguments[0]) && (watcher.disconnect(), done(true));
		const watcher = new MutationObserver(look);
		watcher.observe(document.body, {subtree: true, childList: true, characterData: true}); look();`, nil, text)
}
