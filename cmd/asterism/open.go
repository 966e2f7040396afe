package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"

	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/fault"
)

// open opens the workspace that the command line names.
func (c *cli) open(ctx context.Context) (*app.App, error) {
	return app.Open(ctx, c.config())
}

func (c *cli) config() config.Config {
	return config.Config{Database: c.DB, Version: config.Version()}
}

// answer is what a question brings.
type answer struct {
	Data   json.RawMessage `json:"data"`
	Errors []struct {
		Message    string         `json:"message"`
		Extensions map[string]any `json:"extensions"`
	} `json:"errors"`
}

// ask sends a question the way every client does, without a network in between, and returns the answer as it came.
func ask(ctx context.Context, a *app.App, document string, variables json.RawMessage, operation string) ([]byte, *answer, error) {
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables, "operationName": operation})
	if err != nil {
		return nil, nil, err
	}
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	response := httptest.NewRecorder()
	a.API().ServeHTTP(response, request)
	var read answer
	if err := json.Unmarshal(response.Body.Bytes(), &read); err != nil {
		return nil, nil, fault.New(fault.Internal, "the API did not answer in JSON").Because(err)
	}
	return response.Body.Bytes(), &read, nil
}

// refused turns the first error of an answer into a fault.
func (a *answer) refused() error {
	if len(a.Errors) == 0 {
		return nil
	}
	code, _ := a.Errors[0].Extensions["code"].(string)
	return fault.New(fault.Code(code), "%s", a.Errors[0].Message)
}
