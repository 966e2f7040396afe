// Package ident is the one identifier type of Asterism.
//
// An ID is a UUIDv7 made by the application: it sorts roughly by creation time and needs no database to be made. One of
// its random bytes holds the kind of the entity, so that node(id) knows the type without a look-up. People see it as
// prefix_base32 (req_…, case_…); databases see an ordinary UUID.
//
// The package is not called id because generated code names its variables so.
package ident
