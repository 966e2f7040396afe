package frontend

import (
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

const (
	workspacePage = "index.html"
	graphiqlPage  = "graphiql.html"
	// hashedFolder holds the files whose names change with their content, so a browser may keep them for good.
	hashedFolder = "assets/"
)

// notBuilt is for whoever built the binary: the page is made by npm, and the Go build cannot do it.
const notBuilt = "The page of Asterism is not part of this binary. Run `make frontend`, then build again. The API at /graphql works without it.\n"

// Handler serves the page out of dist: the workspace at / and at every address of the page itself, GraphiQL at /graphiql, and the
// files that both load. Mount it behind the API's own paths.
func Handler(dist fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protect(w.Header())
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "The page is only read: use GET. The API answers at /graphql.", http.StatusMethodNotAllowed)
			return
		}
		name := fileFor(r.URL.Path)
		content, err := fs.ReadFile(dist, name)
		switch {
		case err == nil:
			send(w, r, name, content)
		case name == workspacePage || name == graphiqlPage:
			http.Error(w, notBuilt, http.StatusServiceUnavailable)
		default:
			http.NotFound(w, r)
		}
	})
}

// fileFor names the file behind an address. Addresses of the page are made up in the browser, so an unknown one opens the
// workspace; only what looks like a file may be missing. Project keys may hold a dot, hence /p/.
func fileFor(address string) string {
	name := strings.TrimPrefix(path.Clean("/"+address), "/")
	switch {
	case name == "graphiql":
		return graphiqlPage
	case strings.HasPrefix(name, "p/"), !strings.Contains(name, "."):
		return workspacePage
	case strings.HasPrefix(path.Base(name), "."): // .gitkeep and its kind are no part of the page.
		return ""
	default:
		return name
	}
}

// send writes one file. It offers no validators: the pages are under a kilobyte, hashed files are kept for good, and a 304 hangs
// the window on Windows.
func send(w http.ResponseWriter, r *http.Request, name string, content []byte) {
	w.Header().Set("Content-Type", contentType(name))
	if strings.HasPrefix(name, hashedFolder) {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		w.Header().Set("Cache-Control", "no-cache")
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

// contentTypes is fixed for what the build makes, since the machine's own table may call a script plain text (Windows does) and
// nosniff then refuses to run it.
var contentTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".png":  "image/png",
	".svg":  "image/svg+xml",
}

func contentType(name string) string {
	extension := path.Ext(name)
	if known, ok := contentTypes[extension]; ok {
		return known
	}
	if guessed := mime.TypeByExtension(extension); guessed != "" {
		return guessed
	}
	return "application/octet-stream"
}
