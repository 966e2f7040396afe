// Package consumers keeps the places of those who follow the changes of a project by name, so that they go on where they
// were after any pause.
//
// A consumer says who follows and which changes it wants; that is a setting, and changes of it are news. Its position says
// how far it has come and who serves it; that moves with every change that is handed over and is nobody's news.
//
// One at a time serves a consumer. Who does holds a lease, a secret word that is good for half a minute and renewed in
// between. When a lease ends, the next one may serve, and what a late one still confirms is refused. What was handed over
// and not confirmed is handed over again: every change arrives at least once.
package consumers
