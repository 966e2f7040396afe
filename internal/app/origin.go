package app

import (
	"net"
	"net/url"
)

// hostname cuts the port off a Host header.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return name
	}
	if len(host) > 1 && host[0] == '[' && host[len(host)-1] == ']' {
		return host[1 : len(host)-1]
	}
	return host
}

// ownOrigin tells whether a page may ask: one that this machine serves, the window's, or a program, which sends none.
func ownOrigin(origin string) bool {
	if origin == "" {
		return true
	}
	address, err := url.Parse(origin)
	if err != nil {
		return false
	}
	return (address.Scheme == "http" && (loopback(address.Hostname()) || address.Hostname() == "wails.localhost")) ||
		(address.Scheme == "wails" && address.Host == "wails")
}
