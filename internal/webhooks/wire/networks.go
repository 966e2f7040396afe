package wire

import "net/netip"

// inside are the networks that lie within a public range and still are not the internet at large. What Go's netip tells
// of an address misses most of them.
var inside = prefixes(
	"0.0.0.0/8",       // this host
	"10.0.0.0/8",      // private
	"100.64.0.0/10",   // behind a provider's address translation
	"127.0.0.0/8",     // loopback
	"169.254.0.0/16",  // link-local, where clouds keep the credentials of a machine
	"172.16.0.0/12",   // private
	"192.0.0.0/24",    // protocol assignments
	"192.0.2.0/24",    // documentation
	"192.88.99.0/24",  // relays of 6to4
	"192.168.0.0/16",  // private
	"198.18.0.0/15",   // measurements between networks
	"198.51.100.0/24", // documentation
	"203.0.113.0/24",  // documentation
	"224.0.0.0/4",     // multicast
	"240.0.0.0/4",     // reserved, and broadcast
	"2001::/23",       // protocol assignments: Teredo, which carries any IPv4 address, ORCHID, measurements
	"2001:db8::/32",   // documentation
	"2002::/16",       // 6to4, which carries any IPv4 address
	"3fff::/20",       // documentation
)

// global is all of IPv6 that is given out to the internet. Loopback, unspecified, IPv4-mapped and -compatible, NAT64
// (64:ff9b::/96 and 64:ff9b:1::/48), unique local (fc00::/7), link-local, site-local and multicast lie outside.
var global = netip.MustParsePrefix("2000::/3")

func prefixes(texts ...string) []netip.Prefix {
	parsed := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		parsed[i] = netip.MustParsePrefix(text)
	}
	return parsed
}

// isPublic tells whether an address is one of the internet at large. With a zone it is not: zones are for one link.
func isPublic(address netip.Addr) bool {
	return (address.Is4() || global.Contains(address)) && !within(inside, address)
}

func within(networks []netip.Prefix, address netip.Addr) bool {
	for _, network := range networks {
		if network.Contains(address) {
			return true
		}
	}
	return false
}
