package guard

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/asterism-qa/asterism/internal/fault"
)

// Body wraps the handler of requests: it reads the body within its limit and passes on only what has the shape of a
// GraphQL request and a document within the limits.
func Body(next http.Handler) http.Handler {
	documents := newAccepted()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status, err := check(w, r, documents)
		if err != nil {
			refuse(w, status, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func check(w http.ResponseWriter, r *http.Request, documents *accepted) (int, error) {
	switch r.Method {
	case http.MethodGet:
		return asked(w, r, documents)
	case http.MethodPost:
	case http.MethodOptions:
		return 0, nil
	default:
		w.Header().Set("Allow", "GET, POST, OPTIONS")
		return http.StatusMethodNotAllowed, fault.New(fault.Invalid, "send the question by POST, or a query by GET")
	}
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != "application/json" {
		return http.StatusUnsupportedMediaType, fault.New(fault.Invalid, "send the question as application/json")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return http.StatusRequestEntityTooLarge, fault.New(fault.Invalid, "the request is larger than %d KiB; send less at once", maxBody>>10)
		}
		return http.StatusBadRequest, fault.New(fault.Invalid, "the request broke off")
	}
	if err := shape(body, documents); err != nil {
		return http.StatusBadRequest, err
	}
	if r.Context().Err() != nil {
		return http.StatusBadRequest, fault.New("CANCELLED", "the client went away")
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	r.ContentLength = int64(len(body))
	return 0, nil
}

// asked checks a question in the address, which may only read: links and images of other pages can send it too.
func asked(w http.ResponseWriter, r *http.Request, documents *accepted) (int, error) {
	if r.Header.Get("Upgrade") != "" {
		if !strings.EqualFold(r.Header.Get("Upgrade"), "websocket") {
			return http.StatusBadRequest, fault.New(fault.Invalid, "no other protocol than websocket is spoken here")
		}
		return 0, nil // its messages are checked one by one
	}
	query := r.URL.Query()
	if text := query.Get("extensions"); text != "" && !object([]byte(text)) {
		return http.StatusBadRequest, fault.New(fault.Invalid, "extensions must be a JSON object").At("extensions")
	}
	if err := errors.Join(variables(query.Get("variables")), documents.check(query.Get("query"))); err != nil {
		return http.StatusBadRequest, err
	}
	if documents.changes(query.Get("query"), query.Get("operationName")) {
		w.Header().Set("Allow", "POST")
		return http.StatusMethodNotAllowed, fault.New(fault.Invalid, "a change is sent by POST, never by GET").At("query")
	}
	return 0, nil
}

// shape checks that a body is one request object. The texts never repeat the body: it may hold secrets.
func shape(body []byte, documents *accepted) error {
	trimmed := bytes.TrimSpace(body)
	if len(trimmed) > 0 && trimmed[0] == '[' {
		return fault.New(fault.Invalid, "several requests in one are not taken; send them one by one")
	}
	var request struct {
		Query         *string         `json:"query"`
		OperationName *string         `json:"operationName"`
		Variables     json.RawMessage `json:"variables"`
		Extensions    json.RawMessage `json:"extensions"`
	}
	if err := json.Unmarshal(body, &request); err != nil {
		return fault.New(fault.Invalid, "the request is not a JSON object with query, variables and operationName")
	}
	if request.Query == nil {
		return fault.New(fault.Invalid, "the request has no query").At("query")
	}
	if len(request.Extensions) > 0 && !object(request.Extensions) {
		return fault.New(fault.Invalid, "extensions must be a JSON object").At("extensions")
	}
	return errors.Join(variables(string(request.Variables)), documents.check(*request.Query))
}

func variables(text string) error {
	if len(text) > maxVariables {
		return fault.New(fault.Invalid, "the variables are larger than %d KiB", maxVariables>>10).At("variables")
	}
	if text != "" && !object([]byte(text)) {
		return fault.New(fault.Invalid, "variables must be a JSON object").At("variables")
	}
	return nil
}

// object tells whether a text is a JSON object or null.
func object(text []byte) bool {
	var found map[string]json.RawMessage
	return json.Unmarshal(text, &found) == nil
}

// refuse answers in the form of every other GraphQL error.
func refuse(w http.ResponseWriter, status int, err error) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{shown(err)}})
}

// shown is an error as GraphQL writes it.
func shown(err error) map[string]any {
	found := fault.Of(err)
	extensions := map[string]any{"code": found.Code}
	if len(found.Field) > 0 {
		extensions["fields"] = []any{map[string]any{"path": found.Field, "message": found.Message}}
	}
	return map[string]any{"message": found.Message, "extensions": extensions}
}

// messages remembers the documents that came over sockets.
var messages = newAccepted()

// Message checks a request that came over a socket as Body does one that came alone. It gives the error to answer with, or
// nothing when the request is within the limits.
func Message(body []byte) map[string]any {
	if err := shape(body, messages); err != nil {
		return shown(err)
	}
	return nil
}
