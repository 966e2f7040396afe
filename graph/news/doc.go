// Package news shows the changes of the feed as the API names them. It knows the fields of one message; who is sent what
// is decided in internal/feed, and what else the API tells of it (the thing, the actor) in graph.
package news
