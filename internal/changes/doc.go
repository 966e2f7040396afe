// Package changes is the one way to write. A write is one transaction in which every mutation is noted, areas that stand
// higher react to what lower ones did, and all of it is committed together or not at all.
//
// News travels up here while imports go down: an area states what happened, and who reacts is wired where the program is
// put together.
package changes
