package changes

// Unlogged makes a hub that writes no log, for measuring what the log costs.
func Unlogged(h *Hub) { h.unlogged = true }
