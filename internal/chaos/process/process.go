//go:build unix

package process

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"time"
)

// Process is one life of a command.
type Process struct {
	command *exec.Cmd
	output  *output
	errors  *tail
	done    chan struct{}
	ended   error // how it ended; to be read when done is closed
}

// Spec is what is started.
type Spec struct {
	Path      string
	Arguments []string
	// Folder is where it starts; empty for the test's own.
	Folder string
	// Environment is added to the test's own, as NAME=value.
	Environment []string
	// Credential is the user it runs as; nil for the test's own.
	Credential *syscall.Credential
}

// Start begins a life. The process goes on when the context ends; who starts it also ends it.
func Start(ctx context.Context, spec Spec) (*Process, error) {
	p := &Process{output: newOutput(), errors: &tail{}, done: make(chan struct{})}
	p.command = exec.CommandContext(context.WithoutCancel(ctx), spec.Path, spec.Arguments...)
	p.command.Dir = spec.Folder
	p.command.Env = append(os.Environ(), spec.Environment...)
	p.command.Stdout, p.command.Stderr = p.output, p.errors
	p.command.WaitDelay = 5 * time.Second // a grandchild may hold the pipes longer
	p.command.SysProcAttr = &syscall.SysProcAttr{Credential: spec.Credential}
	endWithParent(p.command.SysProcAttr)
	started := make(chan error)
	go func() {
		// The system ends the child with the thread that began it, so the thread stays until then.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := p.command.Start()
		started <- err
		if err == nil {
			p.ended = p.command.Wait()
			p.output.end()
			close(p.done)
		}
	}()
	if err := <-started; err != nil {
		return nil, fmt.Errorf("start %s: %w", spec.Path, err)
	}
	return p, nil
}

// PID is the number that the system gave it.
func (p *Process) PID() int { return p.command.Process.Pid }

// Done is closed when it has ended.
func (p *Process) Done() <-chan struct{} { return p.done }

// Signal sends a signal. One that has ended already gives os.ErrProcessDone.
func (p *Process) Signal(signal syscall.Signal) error { return p.command.Process.Signal(signal) }

// Kill ends it with SIGKILL, so that it can tidy up nothing, and waits until it is gone. One that has ended already is
// left as it is.
func (p *Process) Kill() {
	_ = p.command.Process.Kill() // it has ended already, or now will
	<-p.done
}

// Stop halts it with SIGSTOP: it keeps its connections and answers nothing until Continue.
func (p *Process) Stop() error { return p.Signal(syscall.SIGSTOP) }

// Continue lets it go on after Stop.
func (p *Process) Continue() error { return p.Signal(syscall.SIGCONT) }

// Wait waits for its end and tells how it ended: nil for exit code 0, otherwise what exec.Cmd.Wait gives. A context that
// ends first gives its own error.
func (p *Process) Wait(ctx context.Context) error {
	select {
	case <-p.done:
		return p.ended
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Line gives the next line of its standard output without its end, and waits for it. After the last it gives io.EOF. A line
// that broke off when the process was killed is not given.
func (p *Process) Line(ctx context.Context) ([]byte, error) { return p.output.next(ctx) }

// Errors is the end of what it wrote to standard error.
func (p *Process) Errors() string { return p.errors.String() }
