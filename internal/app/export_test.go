package app

import "time"

// MostUploads is how many files may arrive at the same moment.
const MostUploads = mostUploads

// SetPatience makes the server wait no longer than this for progress.
func (a *App) SetPatience(d time.Duration) { a.patience = d }
