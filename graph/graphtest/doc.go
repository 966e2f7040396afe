// Package graphtest asks the API questions in tests, over HTTP as any client does, on a real database.
package graphtest
