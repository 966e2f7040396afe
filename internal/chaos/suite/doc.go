// Package suite shows that the feed loses nothing while its parts are killed: writers and subscribers use a workspace through
// the program alone, servers, subscribers, backends and the database itself are killed with SIGKILL, and history judges what
// all of them saw.
//
// It holds tests only. A site is the servers of one workspace; a world is the site with everybody who uses it; a kill comes
// when everybody has gone on since the last one, never after a time. What is chosen by chance comes from one seed, which
// ASTERISM_SEED sets.
package suite
