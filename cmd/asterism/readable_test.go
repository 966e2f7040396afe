package main

import "testing"

func TestAnswersShowSignsAndNotTheirEscapes(t *testing.T) {
	for given, want := range map[string]string{
		`"expected: \u003c401\u003e \u0026 more"`: `"expected: <401> & more"`,
		`"a path\\u003cx"`:                        `"a path\\u003cx"`,
		`"a path\\\u003cx"`:                       `"a path\\<x"`,
		`"\u00e9"`:                                `"\u00e9"`,
	} {
		if got := string(readable([]byte(given))); got != want {
			t.Errorf("%s became %s, not %s", given, got, want)
		}
	}
}
