package proxy_test

import (
	"bufio"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/proxy"
)

// echo is a server that says back every line and passes on what it heard.
func echo(t *testing.T) (address string, heard <-chan string) {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	lines := make(chan string, 100)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				reader := bufio.NewReader(conn)
				for {
					line, err := reader.ReadString('\n')
					lines <- line // what broke off too, and an empty one at the end
					if err != nil {
						return
					}
					if _, err := io.WriteString(conn, line); err != nil {
						return
					}
				}
			}()
		}
	}()
	return listener.Addr().String(), lines
}

// client is a connection through the proxy.
type client struct {
	net.Conn
	*testing.T
}

func dial(t *testing.T, p *proxy.Proxy) client {
	t.Helper()
	var dialer net.Dialer
	conn, err := dialer.DialContext(t.Context(), "tcp", p.Address())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return client{conn, t}
}

func (c client) say(text string) {
	c.Helper()
	if _, err := io.WriteString(c, text); err != nil {
		c.Fatal(err)
	}
}

// hear reads so many bytes within a limit.
func (c client) hear(n int, limit time.Duration) (string, error) {
	c.Helper()
	if err := c.SetReadDeadline(time.Now().Add(limit)); err != nil {
		c.Fatal(err)
	}
	buffer := make([]byte, n)
	read, err := io.ReadFull(c, buffer)
	return string(buffer[:read]), err
}

// long is more than what is waited for; short is how long silence is listened to.
const long, short = time.Minute, 200 * time.Millisecond

func (c client) wantEcho(text string) {
	c.Helper()
	c.say(text)
	if got, err := c.hear(len(text), long); err != nil || got != text {
		c.Fatalf("said %q, heard %q, %v", text, got, err)
	}
}

func (c client) wantSilence() {
	c.Helper()
	if got, err := c.hear(1, short); !errors.Is(err, os.ErrDeadlineExceeded) {
		c.Fatalf("heard %q, %v, want silence", got, err)
	}
}

func (c client) wantCut() {
	c.Helper()
	if got, err := c.hear(1, long); err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		c.Fatalf("heard %q, %v, want a cut", got, err)
	}
}

func TestAWholeLinkPassesEverythingAndTheEndOfOneDirection(t *testing.T) {
	address, heard := echo(t)
	c := dial(t, proxy.Start(t, address))
	c.wantEcho("hello\n")
	c.wantEcho(strings.Repeat("long ", 20_000) + "\n")
	c.say("rest")
	if err := c.Conn.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	<-heard
	<-heard
	if rest := <-heard; rest != "rest" {
		t.Errorf("the server heard %q at the end", rest)
	}
}

func TestACutEndsOpenAndNewConnectionsUntilItIsMended(t *testing.T) {
	address, _ := echo(t)
	p := proxy.Start(t, address)
	c := dial(t, p)
	c.wantEcho("hello\n")
	p.Set(proxy.Cut)
	c.wantCut()
	var dialer net.Dialer
	if conn, err := dialer.DialContext(t.Context(), "tcp", p.Address()); err == nil { // the cut may come that early
		client{conn, t}.wantCut()
		_ = conn.Close()
	}
	p.Set(proxy.Through)
	dial(t, p).wantEcho("again\n")
}

func TestAHoleSwallowsSilentlyAndWhatLostBytesIsCutWhenMended(t *testing.T) {
	address, heard := echo(t)
	p := proxy.Start(t, address)
	talking, idle := dial(t, p), dial(t, p)
	talking.wantEcho("hello\n")
	idle.wantEcho("hello\n")
	<-heard
	<-heard
	p.Set(proxy.Hole)
	talking.say("lost\n")
	talking.wantSilence()
	fresh := dial(t, p)
	fresh.say("lost\n")
	fresh.wantSilence()
	p.Set(proxy.Through)
	talking.wantCut()
	fresh.wantCut()
	idle.wantEcho("kept\n")
	for line := range heard {
		if strings.Contains(line, "lost") {
			t.Errorf("the server heard %q", line)
		}
		if line == "kept\n" {
			break
		}
	}
}

func TestADeafLinkPassesRequestsAndLosesTheirAnswers(t *testing.T) {
	address, heard := echo(t)
	p := proxy.Start(t, address)
	c := dial(t, p)
	p.Set(proxy.Deaf)
	c.say("done\n")
	if line := <-heard; line != "done\n" {
		t.Errorf("the server heard %q", line)
	}
	c.wantSilence()
	p.Set(proxy.Through)
	c.wantCut()
}

func TestASlowLinkPassesEverythingBitByBit(t *testing.T) {
	address, _ := echo(t)
	p := proxy.Start(t, address)
	c := dial(t, p)
	p.Set(proxy.Slow)
	began := time.Now()
	c.wantEcho(strings.Repeat("slow", 256) + "\n")
	if took := time.Since(began); took < 80*time.Millisecond {
		t.Errorf("16 pauses of 5 ms took %v", took)
	}
	p.Set(proxy.Through)
	c.wantEcho("quick\n")
}

func TestATornLinkPassesHalfThenCuts(t *testing.T) {
	address, heard := echo(t)
	p := proxy.Start(t, address)
	c := dial(t, p)
	c.wantEcho("hello\n")
	<-heard
	p.Set(proxy.Torn)
	c.say("12345678")
	c.wantCut()
	if half := <-heard; half != "1234" {
		t.Errorf("the server heard %q", half)
	}
	p.Set(proxy.Through)
	dial(t, p).wantEcho("again\n")
}

func TestNothingIsLeftOfConnectionsThatEnded(t *testing.T) {
	address, _ := echo(t)
	p := proxy.Start(t, address)
	for range 20 {
		c := dial(t, p)
		c.wantEcho("hello\n")
		_ = c.Close()
	}
	for deadline := time.Now().Add(long); p.Links() > 0; {
		if time.Now().After(deadline) {
			t.Fatalf("%d connections are open", p.Links())
		}
		<-time.After(time.Millisecond)
	}
}
