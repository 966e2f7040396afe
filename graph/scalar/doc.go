// Package scalar reads and writes the API's own scalar types.
package scalar
