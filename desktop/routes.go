package desktop

import (
	"io/fs"
	"net/http"

	"github.com/asterism-qa/asterism/frontend"
)

// apiPaths are the addresses that the backend answers; every other one is the page's. GraphiQL is part of the page.
var apiPaths = []string{"/graphql", "/schema.graphql"}

// routes decides who answers a request of the window: the backend or the page.
func routes(assets fs.FS, backend http.Handler) http.Handler {
	mux := http.NewServeMux()
	for _, path := range apiPaths {
		mux.Handle(path, api(backend))
	}
	mux.Handle("/", frontend.Handler(assets))
	return mux
}

// api is the one place between the window and the backend. Today it hands requests over in the same process, which is enough for
// POST. Two later needs change only this function:
//
//   - Subscriptions. gqlgen streams them through http.Flusher, which the window's response writer is not. The backend then listens
//     on a loopback port and a httputil.ReverseProxy with FlushInterval -1 stands here, which copies every event as it comes.
//   - A team server. The same proxy points there and adds the access token, which so never reaches JavaScript.
//
// Either proxy has to drop Accept-Encoding and Origin (wails://wails means nothing to a server). On Windows the window waits for
// the end of every answer, so live news goes by events there.
func api(backend http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// A 304 without a body hangs the window on Windows, so no answer may be conditional.
		r.Header.Del("If-None-Match")
		r.Header.Del("If-Modified-Since")
		backend.ServeHTTP(w, r)
	})
}
