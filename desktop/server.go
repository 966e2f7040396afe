package desktop

import (
	"errors"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
)

var errAddress = errors.New("the address of a server begins with https:// or http:// and its name, and holds no password")

// serverAddress reads what a person typed as the address of a team server.
func serverAddress(typed string) (*url.URL, error) {
	at, err := url.Parse(strings.TrimRight(strings.TrimSpace(typed), "/"))
	if err != nil || (at.Scheme != "https" && at.Scheme != "http") || at.Host == "" || at.User != nil || at.RawQuery != "" || at.Fragment != "" {
		return nil, errAddress
	}
	return at, nil
}

// remote asks a team server. The access token is added here and so never reaches JavaScript; a server that redirects is not
// followed, so the token goes to nobody else.
func remote(at *url.URL, token func() string) http.Handler {
	return &httputil.ReverseProxy{
		FlushInterval: -1, // streams
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(at)
			// wails://wails means nothing to a server, and a packed answer would not stream.
			for _, name := range []string{"Origin", "Referer", "Accept-Encoding", "Cookie", "Authorization"} {
				r.Out.Header.Del(name)
			}
			if known := token(); known != "" {
				r.Out.Header.Set("Authorization", "Bearer "+known)
			}
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) {
			http.Error(w, "The server at "+at.Host+" does not answer.", http.StatusBadGateway)
		},
	}
}
