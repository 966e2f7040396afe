// Package follow holds recipes for following changes: Node, Go, curl and Grafana. Its tests run them as they are against a
// running server, and end and restart both.
package follow
