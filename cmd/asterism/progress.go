package main

import (
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
)

// progress shows a bar on a terminal and nothing elsewhere.
func progress(out *output) func(done, total int64, what string) {
	file, ok := out.stderr.(*os.File)
	if !ok || !isatty.IsTerminal(file.Fd()) {
		return func(int64, int64, string) {}
	}
	var bar *progressbar.ProgressBar
	now := ""
	return func(done, total int64, what string) {
		if bar == nil || what != now {
			if bar != nil {
				_ = bar.Finish()
			}
			now = what
			bar = progressbar.NewOptions64(total, progressbar.OptionSetWriter(file), progressbar.OptionSetDescription(what),
				progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(throttle))
		}
		bar.ChangeMax64(total)
		_ = bar.Set64(done)
	}
}

// throttle keeps a bar from costing more than the work.
const throttle = 100 * time.Millisecond
