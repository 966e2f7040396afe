// Package store opens the database, brings it to the present model and begins transactions. It is the only package that
// knows the drivers. A database is named by an address: sqlite:PATH or postgres://….
package store
