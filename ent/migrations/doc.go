// Package migrations holds the reviewed steps by which a database reaches the present model, one folder a dialect, in
// the form that goose replays. They are planned by the program in plan/cmd and never edited after they have landed.
package migrations
