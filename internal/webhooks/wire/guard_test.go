package wire_test

import (
	"errors"
	"math/rand/v2"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// forbidden are addresses at both ends of each network that the guard keeps closed.
var forbidden = []string{
	"0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.0", "127.0.0.1", "127.255.255.255",
	"169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.0.2.0", "192.0.2.255",
	"192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.0", "198.51.100.255", "203.0.113.0", "203.0.113.255",
	"224.0.0.0", "239.255.255.255", "240.0.0.0", "255.255.255.255",
	"::", "::1", "::8.8.8.8", "::ffff:8.8.8.8", "::ffff:127.0.0.1", "64:ff9b::", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::", "64:ff9b:1:ffff::",
	"100::", "2001::", "2001:0:ffff::", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::", "2001:db8:ffff::", "2002::", "2002:7f00:1::",
	"2002:808:808::", "2002:ffff::", "3fff::1", "5f00::1", "fc00::", "fd12::1", "fdff::", "fe80::", "fe80::1%eth0", "febf::", "fec0::1", "ff00::", "ff02::1", "2606:4700::1111%eth0",
}

// open are addresses of the internet, most of them beside a closed network.
var open = []string{
	"1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
	"169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
	"203.0.112.255", "203.0.114.0", "223.255.255.255", "2001:200::", "2001:db7:ffff::1", "2001:db9::", "2003::1", "2606:4700::1111", "2a00::1",
}

func TestTheGuardAdmitsTheInternetAndNothingElse(t *testing.T) {
	for _, text := range forbidden {
		if (wire.Guard{}).Admits(netip.MustParseAddr(text)) {
			t.Errorf("%s was admitted", text)
		}
	}
	for _, text := range open {
		if !(wire.Guard{}).Admits(netip.MustParseAddr(text)) {
			t.Errorf("%s was not admitted", text)
		}
	}
	if (wire.Guard{}).Admits(netip.Addr{}) {
		t.Error("no address was admitted")
	}
}

func TestNoAddressThatCarriesAnotherIsAdmitted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		inner := [4]byte(rapid.SliceOfN(rapid.Byte(), 4, 4).Draw(t, "address"))
		for _, prefix := range []string{"::", "::ffff:0:0", "64:ff9b::", "64:ff9b:1::"} {
			carrier := netip.MustParseAddr(prefix).As16()
			copy(carrier[12:], inner[:])
			if outer := netip.AddrFrom16(carrier); (wire.Guard{}).Admits(outer) {
				t.Errorf("%s was admitted", outer)
			}
		}
		for _, start := range []string{"2002::", "2001::"} {
			carrier := netip.MustParseAddr(start).As16()
			copy(carrier[2+2*strings.Count(start, "1"):], inner[:])
			if outer := netip.AddrFrom16(carrier); (wire.Guard{}).Admits(outer) {
				t.Errorf("%s was admitted", outer)
			}
		}
	})
}

func TestWhatGoCallsLocalIsNeverAdmitted(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		var bytes [16]byte
		for i := range bytes {
			bytes[i] = byte(random.Uint32())
		}
		for _, address := range []netip.Addr{netip.AddrFrom16(bytes), netip.AddrFrom4([4]byte(bytes[:4]))} {
			if (wire.Guard{}).Admits(address) && (!address.IsGlobalUnicast() || address.IsPrivate()) {
				t.Fatalf("%s was admitted", address)
			}
		}
	}
}

// call makes a request under a guard and gives its error.
func call(t *testing.T, guard wire.Guard, address string) error {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := guard.Client().Do(request)
	if err != nil {
		return err
	}
	return response.Body.Close()
}

func TestANameThatLeadsInsideIsRefusedWithoutTellingWhere(t *testing.T) {
	for _, text := range forbidden {
		address := netip.MustParseAddr(text)
		if address.Zone() != "" {
			continue // names lead to no zone
		}
		if (wire.Guard{}).Admits(address.Unmap()) {
			continue // a mapped address is dialled as the one inside, and this one would be called
		}
		guard := strict(address)
		if _, err := guard.CheckURL("https://hooks.example/in"); err != nil {
			t.Fatalf("a name says nothing yet: %v", err)
		}
		err := call(t, guard, "https://hooks.example/in")
		refused, ok := errors.AsType[*wire.Refusal](err)
		if !ok || refused.Host != "hooks.example" || !strings.Contains(refused.Error(), "hooks.example was not called because it leads to an address inside the network") {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if strings.Contains(err.Error(), address.String()) && len(address.String()) > 3 {
			t.Errorf("%s is told in %v", text, err)
		}
	}
}

func TestAnAllowListDoesNotOpenTheInternetToOtherRoads(t *testing.T) {
	guard := strict(netip.MustParseAddr("8.8.8.8"))
	for range 2 {
		for address, says := range map[string]string{
			"http://hooks.example/": "because http is for networks", "http://hooks.example:443/": "because http is for networks",
			"https://hooks.example:80/": "because other ports", "https://hooks.example:25/": "because other ports",
		} {
			err := call(t, guard, address)
			if refused, ok := errors.AsType[*wire.Refusal](err); !ok || !strings.Contains(refused.Error(), says) {
				t.Errorf("%s with %v allowed: %v", address, guard.Allow, err)
			}
		}
		guard.Allow = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
	}
}

func TestAnAllowedNetworkIsOpenAndItsNeighboursStayClosed(t *testing.T) {
	guard := wire.Guard{Allow: []netip.Prefix{netip.MustParsePrefix("10.1.2.3/16"), netip.MustParsePrefix("fd00:1::/32")}}
	for text, want := range map[string]bool{
		"10.1.0.0": true, "10.1.255.255": true, "10.0.255.255": false, "10.2.0.0": false, "::ffff:10.1.0.1": true, "::ffff:10.2.0.1": false,
		"fd00:1::5": true, "fd00:2::5": false, "127.0.0.1": false, "8.8.8.8": true,
	} {
		if got := guard.Admits(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestLocalhostAsTheMachineKnowsItIsRefused(t *testing.T) {
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"http://localhost:" + port, "https://localhost:" + port, "https://127.0.0.1:" + port} {
		err := call(t, wire.Guard{}, address)
		if _, ok := errors.AsType[*wire.Refusal](err); !ok {
			t.Errorf("%s: %v", address, err)
		}
	}
}
