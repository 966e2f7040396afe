//go:build !production && !dev && !bindings

package desktop

// windowed is false in a build without tags: it compiles and tests on machines without GTK, and Run refuses to open anything.
const windowed = false
