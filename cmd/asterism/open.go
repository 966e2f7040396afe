package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/fault"
)

// open opens the workspace that the command line names, and makes it when there is none.
func (c *cli) open(ctx context.Context) (*app.App, error) {
	return app.Open(ctx, c.config())
}

// existing opens a workspace that must be there: a slip in --db is not to be answered by an empty one.
func (c *cli) existing(ctx context.Context) (*app.App, error) {
	if !c.exists() {
		return nil, fault.New(fault.NotFound,
			"there is no workspace %s; 'asterism project create KEY --name NAME' makes one, or name another with --db", c.DB).At("db")
	}
	return app.Open(ctx, c.config())
}

// exists tells whether the workspace is there; a PostgreSQL database always is, or says so itself.
func (c *cli) exists() bool {
	path, file := strings.CutPrefix(c.DB, "sqlite:")
	if !file {
		return true
	}
	_, err := os.Stat(path)
	return err == nil || !errors.Is(err, fs.ErrNotExist)
}

func (c *cli) config() config.Config {
	return config.Config{Database: c.DB, Version: config.Version(), Callable: c.Webhook.WebhookAllow}
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

// mutationRefused tells whether a payload at the top of the answer says that something in its input is to be mended.
func (a *answer) mutationRefused() bool {
	var payloads map[string]json.RawMessage
	if json.Unmarshal(a.Data, &payloads) != nil {
		return false
	}
	for _, payload := range payloads {
		var found struct{ UserErrors []json.RawMessage }
		if json.Unmarshal(payload, &found) == nil && len(found.UserErrors) > 0 {
			return true
		}
	}
	return false
}
