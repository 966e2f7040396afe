// Package proxy is a network link that a test can spoil: it passes what clients and a server say to each other, or cuts,
// swallows, slows or tears it.
//
// A link is spoilt for the connections that are open and for new ones alike. A stream of which bytes were swallowed cannot
// go on, so its connection is cut when the link is mended.
package proxy
