package wire_test

import (
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

func TestAddressesOfTheInternetMayBeWebhooks(t *testing.T) {
	for given, want := range map[string]string{
		"https://hooks.example": "https://hooks.example", " https://hooks.example/in?key=a%20b \n": "https://hooks.example/in?key=a%20b",
		"HTTPS://hooks.example:443/": "https://hooks.example:443/", "https://hooks.example:8443/é": "https://hooks.example:8443/%C3%A9",
		"https://8.8.8.8/": "https://8.8.8.8/", "https://[2606:4700::1111]:8443/": "https://[2606:4700::1111]:8443/",
		"https://a_b.hooks.example./": "https://a_b.hooks.example./", "https://intranet/": "https://intranet/",
		"https://xn--bcher-kva.example/": "https://xn--bcher-kva.example/", "https://4.hooks.x4/": "https://4.hooks.x4/",
		"https://hooks.example/" + strings.Repeat("x", 1978): "https://hooks.example/" + strings.Repeat("x", 1978),
	} {
		if got, err := (wire.Guard{}).CheckURL(given); err != nil || got.String() != want {
			t.Errorf("%q became %v, %v", given, got, err)
		}
	}
}

func TestWhatMayNotBeAWebhookIsRefusedUnderItsField(t *testing.T) {
	for _, c := range []struct{ given, says string }{
		{"", "give the webhook an address"}, {" \n", "give the webhook an address"}, {"hooks.example", "not the address of a server"},
		{"https:", "not the address"}, {"https:///in", "not the address"}, {"https:hooks.example", "not the address"}, {"//hooks.example", "https://"},
		{"https://hooks.example/%zz", "not the address"}, {"https://hooks.example/\x00", "not the address"}, {"https://hooks.example/\xff", "not the address"},
		{"https://hooks.example:port/", "not the address"}, {"https://[::1", "not the address"},
		{"http://hooks.example/", "begin the address with https://"}, {"ftp://hooks.example/", "begin the address with https://"},
		{"file://hooks.example/etc/passwd", "begin the address with https://"}, {"gopher://hooks.example:443/", "begin the address with https://"},
		{"https://hooks.example:80/", "use port 443 or 8443"}, {"https://hooks.example:22/", "use port 443 or 8443"},
		{"https://hooks.example:0/", "number from 1 to 65535"}, {"https://hooks.example:65979/", "number from 1 to 65535"}, {"https://hooks.example:0443/", "number from 1 to 65535"},
		{"https://user@hooks.example/", "name and password"}, {"https://:@hooks.example/", "name and password"}, {"https://8.8.8.8@127.0.0.1/", "name and password"},
		{"https://hooks.example/#", "leave out #"}, {"https://hooks.example/in#part", "leave out #"},
		{"https://hooks.example/" + strings.Repeat("x", 1979), "at most 2000 characters and this one has 2001"},
		{"https://hooks.example/" + strings.Repeat("é", 1000), "at most 2000 characters and this one has 6022"},
		{"https://localhost/", "inside the network"}, {"https://LocalHost./", "inside the network"}, {"https://a.localhost/", "inside the network"},
		{"https://%6cocalhost/", "not the address"}, {"https://127.0.0.1/", "inside the network"}, {"https://127.0.0.1:8443/", "inside the network"},
		{"https://169.254.169.254/latest/meta-data/", "inside the network"}, {"https://[::1]/", "inside the network"}, {"https://[::ffff:127.0.0.1]/", "inside the network"},
		{"https://[::ffff:8.8.8.8]/", "inside the network"}, {"https://[64:ff9b::7f00:1]/", "inside the network"}, {"https://[2002:7f00:1::]/", "inside the network"},
		{"https://[fe80::1%25eth0]/", "usual form"}, {"https://2130706433/", "usual form"}, {"https://0x7f000001/", "usual form"}, {"https://0X7F.1/", "usual form"},
		{"https://127.1/", "usual form"}, {"https://0177.0.0.1/", "usual form"}, {"https://127.0.0.1./", "usual form"}, {"https://8.8.8.8.8/", "usual form"},
		{"https://bücher.example/", "xn-- form"}, {"https://hooks..example/", "xn-- form"}, {"https://.example/", "xn-- form"}, {"https://./", "xn-- form"},
		{"https://１２７.0.0.1/", "xn-- form"}, {"https://127。0。0。1/", "xn-- form"}, {"https://a%20b.example/", "not the address"}, {"https://a~b.example/", "xn-- form"}, {"https://*.example/", "xn-- form"},
		{"https://" + strings.Repeat("x", 64) + ".example/", "xn-- form"}, {"https://" + strings.Repeat("x.", 130) + "example/", "longer than names"},
		{"https://8.8.8.8:22/", "other ports"}, {"http://8.8.8.8/", "http is for networks"},
	} {
		got, err := (wire.Guard{}).CheckURL(c.given)
		found := fault.All(err)
		if len(found) == 0 || got != nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q became %v, %v", c.given, got, err)
		}
		for _, one := range found {
			if one.Code != fault.Invalid || !slices.Equal(one.Field, []string{"url"}) {
				t.Errorf("%q: %v at %v", c.given, one.Code, one.Field)
			}
		}
	}
}

func TestAllThatIsWrongWithAnAddressIsSaidAtOnce(t *testing.T) {
	_, err := (wire.Guard{}).CheckURL("https://user:word@hooks.example:22/#part")
	if found := fault.All(err); len(found) != 3 || strings.Contains(err.Error(), "word@") {
		t.Errorf("%v", err)
	}
}

func TestAnAllowListLiftsTheRulesForItsAddressesOnly(t *testing.T) {
	guard := wire.Guard{Allow: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("::1/128")}}
	for given, says := range map[string]string{
		"http://10.0.0.7:8080/": "", "https://10.0.0.7:22/": "", "http://10.0.0.7/": "", "http://hooks.corp:9000/": "", "https://hooks.corp:9000/": "",
		"http://[::1]:80/": "", "http://localhost/": "", "http://[::ffff:10.0.0.7]/": "", "https://8.8.8.8/": "",
		"http://8.8.8.8/": "http is for networks", "https://8.8.8.8:9000/": "other ports", "http://11.0.0.1/": "http is for", "https://192.168.0.1/": "inside the network",
		"ftp://10.0.0.7/": "begin the address", "http://u@10.0.0.7/": "name and password", "http://10.0.0.7:99999/": "number from 1", "http://0x0a.1/": "usual form",
	} {
		got, err := guard.CheckURL(given)
		if says == "" && (err != nil || got == nil) || says != "" && (err == nil || !strings.Contains(err.Error(), says)) {
			t.Errorf("%q became %v, %v", given, got, err)
		}
	}
}

func FuzzCheckURL(f *testing.F) {
	for _, seed := range []string{
		"https://hooks.example/in?a=b", "http://10.0.0.7:8080/", "https://[::ffff:127.0.0.1]:8443/", "https://2130706433/", "https://u:p@h.example#f",
		"https://%6c%6f/", "https://[fe80::1%25eth0]/", "https:\\\\hooks.example", "https://hooks.example:0443", "https://127.1/", "https://é/\xff", "https://::1:443/",
		"https://h.example/%2F?\u00a0", "https://h.example:443:443/", "https://[8.8.8.8]/", "HTTPS://H/?#",
	} {
		f.Add(seed)
	}
	allowed := netip.MustParsePrefix("10.0.0.0/8")
	f.Fuzz(func(t *testing.T, text string) {
		for _, guard := range []wire.Guard{{}, {Allow: []netip.Prefix{allowed}}} {
			got, err := guard.CheckURL(text)
			if err != nil {
				if got != nil || fault.All(err) == nil {
					t.Errorf("%q became %v, %v", text, got, err)
				}
				continue
			}
			again, err := guard.CheckURL(got.String())
			if err != nil || again.String() != got.String() {
				t.Errorf("%q became %s and then %v, %v", text, got, again, err)
			}
			checkAccepted(t, got.String(), len(guard.Allow) > 0, allowed)
		}
	})
}

// checkAccepted reads an accepted address anew, by other means than the guard's where there are any.
func checkAccepted(t *testing.T, text string, hasAllowed bool, allowed netip.Prefix) {
	t.Helper()
	read, err := url.Parse(text)
	if err != nil || read.Host == "" || read.User != nil || strings.Contains(text, "#") || utf8.RuneCountInString(text) > 2000 {
		t.Fatalf("%q was accepted: %v", text, err)
	}
	if ip := net.ParseIP(read.Hostname()); ip != nil {
		if v4 := ip.To4(); v4 != nil && hasAllowed && allowed.Contains(netip.AddrFrom4([4]byte(v4))) {
			return
		}
		if !ip.IsGlobalUnicast() || ip.IsPrivate() {
			t.Errorf("%q was accepted", text)
		}
	} else if hasAllowed {
		return // the name may lead into the allowed network
	}
	if port := read.Port(); read.Scheme != "https" || port != "" && port != "443" && port != "8443" {
		t.Errorf("%q was accepted", text)
	}
	if name := strings.ToLower(strings.TrimSuffix(read.Hostname(), ".")); name == "localhost" || strings.HasSuffix(name, ".localhost") {
		t.Errorf("%q was accepted", text)
	}
}
