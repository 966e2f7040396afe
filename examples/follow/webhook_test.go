package follow_test

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
)

// A receiver believes only what is signed with the secret, and gets every change in order.
func TestAReceiverGetsEveryChangeInOrderAndBelievesNobodyElse(t *testing.T) {
	s := serve(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	_ = listener.Close()
	made := s.run("webhook", "create", "tickets", "--project", "PAY", "--url", "http://"+address+"/in", "--after", "start", "--webhook-allow", "127.0.0.0/8", "--json")
	var data struct{ Secret string }
	if err := json.Unmarshal([]byte(made), &data); err != nil || data.Secret == "" {
		t.Fatalf("%v: %s", err, made)
	}
	_, port, _ := net.SplitHostPort(address)
	receiver := start(t, "node", []string{"SECRET=" + data.Secret}, "node", "receiver.mjs", port)
	receiver.line("listening")
	s.run("webhook", "resume", "tickets", "--project", "PAY") // at once, when it was tried before somebody listened
	s.create(5)
	s.results("1.0")
	for seq, head := 1, s.head(); seq <= head; seq++ {
		got := receiver.line("")
		if !strings.HasPrefix(got, fmt.Sprintf("%d org.asterism.", seq)) {
			t.Fatalf("instead of change %d came %s", seq, got)
		}
	}
	response, err := http.Post("http://"+address+"/in", "application/json", strings.NewReader(`{"type": "org.asterism.defect.create", "data": {"seq": 99}}`))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusUnauthorized {
		t.Errorf("a delivery that nobody signed was answered with %s", response.Status)
	}
	if out := s.run("webhook", "ping", "tickets", "--project", "PAY", "--webhook-allow", "127.0.0.0/8"); !strings.Contains(out, "DELIVERED, status 204") {
		t.Errorf("the ping said %s", out)
	}
	receiver.line("0 org.asterism.webhook.ping")
}
