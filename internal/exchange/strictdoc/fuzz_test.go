package strictdoc_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

func FuzzRead(f *testing.F) {
	f.Add(header + "[[SECTION]]\nTITLE: x\n\n[REQUIREMENT]\nUID: A\nSTATEMENT: >>>\nx\n<<<\nRELATIONS:\n- TYPE: Child\n  VALUE: B\n\n[[/SECTION]]\n")
	f.Add("[GRAMMAR]\nIMPORT_FROM_FILE: a\n")
	f.Add(header + "[FREETEXT]\n[/FREETEXT]\n[COMPOSITE_X]\n[/COMPOSITE_REQUIREMENT]\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, err := read(strings.NewReader(text), map[string]string{"a": text})
		var refused *record.Error
		if err != nil && !errors.As(err, &refused) {
			t.Errorf("the refusal has no place: %v", err)
		}
	})
}
