// Package chaos holds what proves that the feed loses nothing while its parts are killed: a checker of histories, and the
// hands that start, kill and cut the parts.
//
// Its packages are imported by tests only. history judges what writers and subscribers saw; cluster is a PostgreSQL of a
// test's own; process is a child that may be killed at any moment; proxy is a network link that may fail; port finds where
// to listen.
package chaos
