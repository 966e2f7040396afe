// Package testdata finds the real files that conformance tests read. They are not part of the project: a test that
// needs them says loudly that they are missing and is skipped.
package testdata
