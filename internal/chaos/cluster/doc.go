// Package cluster is a PostgreSQL server of a test's own, of which one backend or the postmaster may be killed at any
// moment.
//
// It does not wait for the disk, since nothing here must survive a power cut; otherwise it is set as a server for users,
// so that a kill loses nothing that was acknowledged. A backend is the process behind one connection, and the postmaster is
// the process that starts them.
package cluster
