// Package wire is what a webhook puts on the wire: how a change is packed (Body), signed (Sign), posted (Sender) and
// tried again (Next), and where it may be posted to (Guard). It knows no database and decides nothing about consumers.
//
// A delivery is one attempt to post one change. A secret signs it. The guard keeps deliveries out of the network that
// the server stands in. The outcome of a delivery says what the endpoint answered; the decision after it says when the
// next one is due, or that the webhook pauses.
package wire
