package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"sync"

	"github.com/asterism-qa/asterism/internal/fault"
)

// source is a server of changes.
type source struct {
	client  *http.Client
	address string
}

// awayError says that there was no answer, or no whole one: asking again later may help.
type awayError struct{ words *fault.Fault }

// Error implements error.
func (e *awayError) Error() string { return e.words.Error() }

// Unwrap gives the words for the person who waits.
func (e *awayError) Unwrap() error { return e.words }

func away(words string, cause error) error {
	return &awayError{fault.New(fault.Unavailable, "%s", words).Because(cause)}
}

// get asks for lines; the caller closes them.
func (s source) get(ctx context.Context, path string, query url.Values) (io.ReadCloser, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.address+path+"?"+query.Encode(), nil)
	if err != nil {
		return nil, err
	}
	response, err := s.client.Do(request)
	if err != nil {
		return nil, away("the server at "+s.address+" does not answer", err)
	}
	if response.StatusCode == http.StatusOK {
		return response.Body, nil
	}
	defer response.Body.Close()
	return nil, s.refusal(response)
}

// refusal is why nothing was answered, in the words of the server.
func (s source) refusal(response *http.Response) error {
	var said struct {
		Error struct {
			Code    fault.Code `json:"code"`
			Message string     `json:"message"`
			Field   []string   `json:"field"`
		} `json:"error"`
	}
	isOurs := json.NewDecoder(io.LimitReader(response.Body, 1<<20)).Decode(&said) == nil && said.Error.Code != ""
	switch {
	case isOurs && said.Error.Code != fault.Unavailable && said.Error.Code != fault.Internal:
		return fault.New(said.Error.Code, "%s", said.Error.Message).At(said.Error.Field...)
	case isOurs:
		return away(said.Error.Message, nil)
	case response.StatusCode >= http.StatusInternalServerError:
		return away("the server at "+s.address+" answers "+response.Status, nil)
	}
	return fault.New(fault.Invalid, "what answers at %s is no server of Asterism: it says %s", s.address, response.Status).At("url")
}

// within answers requests by a handler of this program, without a network in between.
type within struct{ handler http.Handler }

// RoundTrip implements http.RoundTripper. Closing the answer waits for the handler.
func (w within) RoundTrip(request *http.Request) (*http.Response, error) {
	reader, writer := io.Pipe()
	a := &answering{header: http.Header{}, body: writer, began: make(chan struct{})}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.handler.ServeHTTP(a, request)
		a.WriteHeader(http.StatusOK)
		_ = writer.Close() // it cannot fail
	}()
	<-a.began // handlers end with the context of their request
	return &http.Response{
		StatusCode: a.status, Status: http.StatusText(a.status), Header: a.sent, Request: request,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, ContentLength: -1, Body: &answered{reader, ended},
	}, nil
}

// answering is an answer that is being written.
type answering struct {
	header, sent http.Header
	status       int
	body         *io.PipeWriter
	once         sync.Once
	began        chan struct{}
}

// Header implements http.ResponseWriter.
func (a *answering) Header() http.Header { return a.header }

// WriteHeader implements http.ResponseWriter.
func (a *answering) WriteHeader(status int) {
	a.once.Do(func() {
		a.status, a.sent = status, a.header.Clone()
		close(a.began)
	})
}

// Write implements io.Writer.
func (a *answering) Write(text []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	return a.body.Write(text)
}

// answered is an answer that is being read.
type answered struct {
	*io.PipeReader
	ended chan struct{}
}

// Close implements io.Closer.
func (a *answered) Close() error {
	err := a.PipeReader.Close()
	<-a.ended
	return err
}
