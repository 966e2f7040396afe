package app

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics shows what an operator watches, in the text form that Prometheus reads. The registry is the workspace's own, so
// that several in one process do not meet.
func (a *App) metrics() http.Handler {
	registry := prometheus.NewRegistry()
	registry.MustRegister(
		collectors.NewGoCollector(),
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "asterism_database_statements_total", Help: "Statements sent to the database.",
		}, func() float64 { return float64(a.Store.Statements.Count()) }),
	)
	return promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
}
