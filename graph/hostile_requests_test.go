package graph_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
)

const (
	invalid    = "BAD_USER_INPUT"
	unparsed   = "GRAPHQL_PARSE_FAILED"
	unexpected = "GRAPHQL_VALIDATION_FAILED"
	tooCostly  = "COMPLEXITY_LIMIT_EXCEEDED"
)

// body posts text as it is.
func body(text string) func() *http.Request {
	return func() *http.Request {
		request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(text))
		request.Header.Set("Content-Type", "application/json")
		return request
	}
}

// question posts a document with variables.
func question(document string, variables map[string]any) func() *http.Request {
	text, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		panic(err) // the table is wrong
	}
	return body(string(text))
}

// bodies are requests that are not even questions.
func bodies() []attack {
	deep := strings.Repeat(`[`, 100_000)
	return []attack{
		{"broken JSON", body(`{"query": "` + secret), invalid},
		{"an empty body", body(``), invalid},
		{"a body of spaces", body("  \n "), invalid},
		{"several requests in one", body(`[{"query":"{version}"},{"query":"{version}"}]`), invalid},
		{"text after the request", body(`{"query":"{version}"} {"query":"` + secret + `"}`), invalid},
		{"a number for a body", body(`1`), invalid},
		{"null for a body", body(`null`), invalid},
		{"no query", body(`{"variables":{}}`), invalid},
		{"null for a query", body(`{"query":null}`), invalid},
		{"a number for a query", body(`{"query":7}`), invalid},
		{"an object for a query", body(`{"query":{"secret":"` + secret + `"}}`), invalid},
		{"an empty query", body(`{"query":""}`), unexpected},
		{"a query of comments", body(`{"query":"# ` + secret + `"}`), unexpected},
		{"a list for variables", body(`{"query":"{version}","variables":["` + secret + `"]}`), invalid},
		{"text for variables", body(`{"query":"{version}","variables":"` + secret + `"}`), invalid},
		{"a list for extensions", body(`{"query":"{version}","extensions":[1]}`), invalid},
		{"a number for an operation's name", body(`{"query":"{version}","operationName":3}`), invalid},
		{"null for what may be left out", body(`{"query":"{version}","variables":null,"extensions":null,"operationName":null}`), ""},
		{"JSON without a bottom", body(`{"query":"{version}","variables":{"a":` + deep + `}`), invalid},
		{"twenty megabytes", body(`{"query":"{version}","variables":{"a":"` + strings.Repeat("x", 20<<20) + `"}}`), invalid},
		{"variables of 970 KiB", body(`{"query":"{version}","variables":{"a":"` + strings.Repeat("x", 970<<10) + `"}}`), invalid},
		{"broken UTF-8 in a document", body("{\"query\":\"{ project(key: \\\"\xff\xfe\\\") { key } }\"}"), ""},
		{"a lone surrogate in a variable", body(`{"query":"query($k: String!){ project(key: $k) { key } }","variables":{"k":"\ud800"}}`), ""},
		{"a name given twice", body(`{"query":"{version}","query":"{ viewer { login } }"}`), ""},
	}
}

// methods are requests by other ways than a POST of JSON.
func methods() []attack {
	get := func(parameters url.Values) func() *http.Request {
		return func() *http.Request { return httptest.NewRequest(http.MethodGet, "/graphql?"+parameters.Encode(), nil) }
	}
	with := func(method, media, text string) func() *http.Request {
		return func() *http.Request {
			request := httptest.NewRequest(method, "/graphql", strings.NewReader(text))
			request.Header.Set("Content-Type", media)
			return request
		}
	}
	mutation := `mutation { projectCreate(input: {key: "EVIL", name: "evil"}) { project { key } } }`
	return []attack{
		{"a query by GET", get(url.Values{"query": {"{ version }"}}), ""},
		{"a query with variables by GET", get(url.Values{"query": {"query($k: String!){ project(key: $k) { key } }"}, "variables": {`{"k":"PAY"}`}}), ""},
		{"a mutation by GET", get(url.Values{"query": {mutation}}), invalid},
		{"a GET without a query", get(url.Values{}), unexpected},
		{"a GET with broken variables", get(url.Values{"query": {"{ version }"}, "variables": {`{"` + secret}}), invalid},
		{"a GET with broken extensions", get(url.Values{"query": {"{ version }"}, "extensions": {`{"` + secret}}), invalid},
		{"a PUT", with(http.MethodPut, "application/json", `{"query":"{version}"}`), invalid},
		{"a DELETE", with(http.MethodDelete, "application/json", `{"query":"{version}"}`), invalid},
		{"plain text", with(http.MethodPost, "text/plain", `{"query":"{version}"}`), invalid},
		{"no media type", with(http.MethodPost, "", `{"query":"{version}"}`), invalid},
		{"a broken media type", with(http.MethodPost, "application/json; charset", `{"query":"{version}"}`), invalid},
		{"a form", with(http.MethodPost, "application/x-www-form-urlencoded", url.Values{"query": {mutation}}.Encode()), invalid},
		{"a form with files", with(http.MethodPost, "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{version}\"}\r\n--x--"), invalid},
		{"a bare document", with(http.MethodPost, "application/graphql", `{ version }`), invalid},
		{"another protocol", func() *http.Request {
			request := httptest.NewRequest(http.MethodGet, "/graphql", nil)
			request.Header.Set("Connection", "Upgrade")
			request.Header.Set("Upgrade", "h2c")
			return request
		}, invalid},
		{"an encoded body", func() *http.Request {
			request := body("\x1f\x8b broken")()
			request.Header.Set("Content-Encoding", "gzip")
			return request
		}, invalid},
		{"a request that is cancelled", func() *http.Request {
			request := question(`{ projects { nodes { key } } }`, nil)()
			ctx, cancel := context.WithCancel(request.Context())
			cancel()
			return request.WithContext(ctx)
		}, "CANCELLED"},
	}
}
