//go:build unix

package process_test

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/process"
)

func TestMain(m *testing.M) { os.Exit(process.Main(m)) }

// soon ends what would otherwise wait for ever.
func soon(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func shell(t *testing.T, script string) *process.Process {
	t.Helper()
	p, err := process.Start(soon(t), process.Spec{Path: "/bin/sh", Arguments: []string{"-c", script}, Environment: []string{"WORD=hello"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Kill)
	return p
}

// line reads one line, which must be there.
func line(t *testing.T, p *process.Process) string {
	t.Helper()
	text, err := p.Line(soon(t))
	if err != nil {
		t.Fatalf("read a line: %v; on standard error: %s", err, p.Errors())
	}
	return string(text)
}

func TestEveryWholeLineIsReadAndAnEndIsToldByItsCode(t *testing.T) {
	p := shell(t, `echo "$WORD"; echo second; echo trouble >&2; printf broken; exit 3`)
	var exit *exec.ExitError
	if err := p.Wait(soon(t)); !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Errorf("ended with %v, want exit code 3", err)
	}
	if one, two := line(t, p), line(t, p); one != "hello" || two != "second" {
		t.Errorf("read %q and %q", one, two)
	}
	if text, err := p.Line(soon(t)); !errors.Is(err, io.EOF) {
		t.Errorf("after the last line: %q, %v", text, err)
	}
	if p.Errors() != "trouble\n" {
		t.Errorf("standard error is %q", p.Errors())
	}
}

func TestOneThatIsKilledIsGoneAndMayBeKilledAgain(t *testing.T) {
	p := shell(t, "echo ready; exec sleep 600")
	line(t, p)
	p.Kill()
	p.Kill()
	var exit *exec.ExitError
	if err := p.Wait(soon(t)); !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Errorf("ended with %v", err)
	}
	if err := p.Signal(syscall.SIGTERM); !errors.Is(err, os.ErrProcessDone) {
		t.Errorf("a signal to one that is gone: %v", err)
	}
}

func TestOneThatIsStoppedSaysNothingUntilItMayContinue(t *testing.T) {
	p := shell(t, "while :; do echo tick; done")
	line(t, p)
	if err := p.Stop(); err != nil {
		t.Fatal(err)
	}
	// What was written before is still read; then there is silence.
	limit := soon(t)
	for quiet := false; !quiet; {
		ctx, cancel := context.WithTimeout(limit, 300*time.Millisecond)
		_, err := p.Line(ctx)
		quiet = errors.Is(err, context.DeadlineExceeded)
		cancel()
	}
	if limit.Err() != nil {
		t.Fatal("it went on for a minute")
	}
	if err := p.Continue(); err != nil {
		t.Fatal(err)
	}
	line(t, p)
}

func TestWhatCannotStartIsAnError(t *testing.T) {
	if p, err := process.Start(soon(t), process.Spec{Path: "/nowhere/asterism"}); err == nil {
		t.Errorf("%d started", p.PID())
	}
}
