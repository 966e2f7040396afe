// Package graph is the API: thin resolvers over the areas, and the server with its limits and its one translator of errors.
//
// A nested list is loaded for all its siblings at once (see ent/level), so a query costs a constant number of statements
// for each level. Which rows belong to which parent is said by the relations in relations.go.
package graph
