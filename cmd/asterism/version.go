package main

import (
	"runtime"

	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/internal/config"
)

// versionCommand says which build this is.
type versionCommand struct{}

// Run prints {"version", "go", "system"}.
func (v *versionCommand) Run(out *output) error {
	if out.json {
		return out.document(map[string]string{"version": config.Version(), "go": runtime.Version(), "system": runtime.GOOS + "/" + runtime.GOARCH})
	}
	out.printf("asterism %s (%s, %s/%s)\n", config.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return nil
}

// schemaCommand shows the API.
type schemaCommand struct{}

// Run prints the API as GraphQL text, or {"schema"}.
func (s *schemaCommand) Run(out *output) error {
	if out.json {
		return out.document(map[string]string{"schema": graph.SDL()})
	}
	out.printf("%s", graph.SDL())
	return nil
}
