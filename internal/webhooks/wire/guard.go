package wire

import (
	"crypto/x509"
	"net"
	"net/netip"
)

// Guard decides where deliveries may go, so that nobody can make the server call what only the server can reach. It
// judges the address that is dialled: a name may mean one address when it is looked at and another when it is called.
// The zero value is the strictest guard: https to public addresses on port 443 or 8443, and nothing else.
type Guard struct {
	// Allow are the networks that the operator opens, such as the company's own; those of IPv4 written as such. Their
	// addresses may be called by http too and on any port; nothing changes for others.
	Allow []netip.Prefix
	// Roots are the authorities whose certificates are believed; those of the system when nil.
	Roots *x509.CertPool
	// Resolver finds the addresses of names; the system's own when nil.
	Resolver *net.Resolver
}

// Refusal is the error when the guard does not let a delivery out. It names the host and never an address that the host
// was resolved to.
type Refusal struct {
	Host   string // as it stands in the address of the webhook
	Reason string // in words that follow "because"
}

// Error implements error.
func (r *Refusal) Error() string { return r.Host + " was not called because " + r.Reason }

// Why the guard refuses, as far as people are told.
const (
	isInside    = "it leads to an address inside the network"
	isPlain     = "http is for networks that the operator allows; others are called by https"
	isOtherPort = "other ports than 443 and 8443 are for networks that the operator allows"
)

// Admits tells whether an address may be called by https on port 443 or 8443.
func (g Guard) Admits(address netip.Addr) bool { return isPublic(address) || g.opens(address) }

// opens tells whether the operator opens the network of an address.
func (g Guard) opens(address netip.Addr) bool {
	return within(g.Allow, address.Unmap().WithZone(""))
}

// reason says why an address may not be called this way; empty when it may.
func (g Guard) reason(secure bool, address netip.AddrPort) string {
	switch {
	case g.opens(address.Addr()):
		return ""
	case !isPublic(address.Addr()):
		return isInside
	case !secure:
		return isPlain
	case address.Port() != 443 && address.Port() != 8443:
		return isOtherPort
	}
	return ""
}
