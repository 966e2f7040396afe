//go:build production || dev || bindings

package desktop

// windowed says that this binary was built with a window in it.
const windowed = true
