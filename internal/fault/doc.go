// Package fault holds the kinds of failure that Asterism tells apart, each with a sentence for the person who must act.
//
// Areas turn database errors into faults where they happen, with domain words. The API and the command line translate a
// fault once, at the edge. An error that is not a fault is internal: its text is logged and never shown.
package fault
