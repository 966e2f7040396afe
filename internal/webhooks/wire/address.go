package wire

import (
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/fault"
)

// maxURL is the most characters that the address of a webhook may have.
const maxURL = 2000

// CheckURL reads the address of a webhook when it is made, and says all that is wrong with it under the field url. What
// a name leads to is decided when it is called. With an allow list, http and other ports pass for names too, which may
// lead there.
func (g Guard) CheckURL(text string) (*url.URL, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil, fault.New(fault.Invalid, "give the webhook an address, for example https://hooks.example/asterism").At("url")
	}
	if length := utf8.RuneCountInString(text); length > maxURL {
		return nil, tooLong(length)
	}
	parsed, err := url.Parse(text)
	if err != nil || !utf8.ValidString(text) || parsed.Host == "" {
		return nil, fault.New(fault.Invalid, "this is not the address of a server; write it like https://hooks.example/asterism").At("url")
	}
	var check fault.Check
	if parsed.User != nil {
		check.Fail("leave name and password out of the address; the endpoint knows deliveries by their signature", "url")
	}
	if strings.Contains(text, "#") {
		check.Fail("leave out # and what follows it; it is never sent", "url")
	}
	g.checkRoad(&check, parsed)
	if err := check.Err(); err != nil {
		return nil, err
	}
	if length := len(parsed.String()); length > maxURL { // letters beyond ASCII take more room once they are encoded
		return nil, tooLong(length)
	}
	return parsed, nil
}

func tooLong(length int) error {
	return fault.New(fault.Invalid, "the address of a webhook has at most %d characters and this one has %d; shorten it", maxURL, length).At("url")
}

// checkRoad checks scheme, host and port together, since each is judged by the host.
func (g Guard) checkRoad(check *fault.Check, parsed *url.URL) {
	isSecure, port := parsed.Scheme == "https", portOf(parsed)
	if !isSecure && parsed.Scheme != "http" {
		check.Fail("begin the address with https://", "url")
		return
	}
	if port == 0 {
		check.Fail("write the port as a number from 1 to 65535, or leave it out", "url")
		return
	}
	host := parsed.Hostname()
	if address, err := netip.ParseAddr(host); err == nil {
		if address.Zone() != "" || address.Is4() == strings.HasPrefix(parsed.Host, "[") {
			check.Fail(unusual, "url")
		} else if reason := g.reason(isSecure, netip.AddrPortFrom(address, port)); reason != "" {
			check.Fail(fmt.Sprintf("%s cannot be called because %s", host, reason), "url")
		}
		return
	}
	if problem := hostProblem(host); problem != "" {
		check.Fail(problem, "url")
		return
	}
	if isLocal(host) && !g.opens(netip.AddrFrom4([4]byte{127, 0, 0, 1})) && !g.opens(netip.IPv6Loopback()) {
		check.Fail(fmt.Sprintf("%s cannot be called because %s", host, isInside), "url")
		return
	}
	if len(g.Allow) > 0 {
		return
	}
	if !isSecure {
		check.Fail("begin the address with https://; "+isPlain, "url")
	}
	if isSecure && port != 443 && port != 8443 {
		check.Fail("use port 443 or 8443; "+isOtherPort, "url")
	}
}

// portOf is the port that is called; zero when it is not written as ports are.
func portOf(parsed *url.URL) uint16 {
	switch text := parsed.Port(); {
	case text != "":
		port, err := strconv.ParseUint(text, 10, 16)
		if err != nil || strconv.FormatUint(port, 10) != text {
			return 0
		}
		return uint16(port)
	case parsed.Scheme == "http":
		return 80
	}
	return 443
}
