package table

import (
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// Extensions are how the names of such files usually end.
func (*Reader) Extensions() []string { return []string{".csv", ".tsv"} }

// Brings lists what such a file can state.
func (*Reader) Brings() []record.Kind { return mapping.Kinds() }
