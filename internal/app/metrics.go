package app

import (
	"fmt"
	"net/http"
	"runtime"
)

// metrics shows what an operator watches, in the text form that Prometheus reads.
func (a *App) metrics(w http.ResponseWriter, _ *http.Request) {
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	for _, one := range []struct {
		name, kind, help string
		value            int64
	}{
		{"asterism_database_statements_total", "counter", "Statements sent to the database.", a.Store.Statements.Count()},
		{"asterism_goroutines", "gauge", "Goroutines at work.", int64(runtime.NumGoroutine())},
		{"asterism_heap_bytes", "gauge", "Bytes of live heap.", int64(memory.HeapAlloc)},
	} {
		_, _ = fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s %s\n%s %d\n", one.name, one.help, one.name, one.kind, one.name, one.value)
	}
}
