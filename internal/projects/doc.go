// Package projects makes projects, gives out the keys that people use, and recognises what came in before: by its key,
// or by the identity that it has in the tool it came from.
package projects
