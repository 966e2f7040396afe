//go:build unix

package suite_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

// subscription is the document of a stream and its variables.
func subscription(want asked) map[string]any {
	const fields = `{ cursor seq op envelope }`
	if len(want.Projects) == 1 {
		return map[string]any{
			"query":     `subscription ($project: String!, $after: ChangeCursor) { message: changes(project: $project, after: $after) ` + fields + ` }`,
			"variables": map[string]any{"project": want.Projects[0], "after": want.After},
		}
	}
	variables := map[string]any{"projects": want.Projects}
	if want.After != "" {
		variables["after"] = want.After
	}
	return map[string]any{
		"query":     `subscription ($projects: [String!]!, $after: ChangeCursor) { message: changesOf(projects: $projects, after: $after) ` + fields + ` }`,
		"variables": variables,
	}
}

// given reads a message of a stream.
func given(text []byte, give func(message)) error {
	var found answered
	if err := json.Unmarshal(text, &found); err != nil {
		return fmt.Errorf("%w: %s", err, text)
	}
	if err := found.refused(); err != nil {
		return err
	}
	var data struct {
		Message struct {
			message
			Envelope string `json:"envelope"` // a text that holds JSON
		}
	}
	if err := json.Unmarshal(found.Data, &data); err != nil {
		return err
	}
	one := data.Message.message
	one.Envelope = json.RawMessage(data.Message.Envelope)
	give(one)
	return nil
}

// events follows over Server-Sent Events.
func events(ctx context.Context, want asked, give func(message)) error {
	body, err := json.Marshal(subscription(want))
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, want.URL+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	return lines(request, func(line []byte) error {
		if text, is := bytes.CutPrefix(line, []byte("data:")); is && len(bytes.TrimSpace(text)) > 0 {
			return given(text, give)
		}
		return nil
	})
}

// lines sends a request on a connection of its own and gives the whole lines of the answer.
func lines(request *http.Request, give func([]byte) error) error {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	reader := bufio.NewReader(response.Body)
	if response.StatusCode != http.StatusOK {
		var said struct{ Error refusal }
		text, err := io.ReadAll(reader)
		if err != nil || json.Unmarshal(text, &said) != nil || said.Error.Code == "" {
			return fmt.Errorf("%s: %s", response.Status, text)
		}
		return &said.Error
	}
	for {
		line, err := reader.ReadBytes('\n')
		if err != nil {
			return err // a line that broke off is none
		}
		if err := give(bytes.TrimSuffix(line, []byte("\n"))); err != nil {
			return err
		}
	}
}

// poll follows by asking again and again for JSON lines.
func poll(ctx context.Context, want asked, give func(message)) error {
	for after := want.After; ; {
		query := url.Values{"after": {after}, "wait": {"30s"}, "limit": {"300"}}
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, want.URL+"/changes/"+want.Projects[0]+"?"+query.Encode(), nil)
		if err != nil {
			return err
		}
		isWhole := false
		err = lines(request, func(line []byte) error {
			one := message{Envelope: line}
			if err := json.Unmarshal(line, &one); err != nil {
				return err
			}
			one.Envelope = line
			after, isWhole = one.Cursor, one.Op == "BOOKMARK"
			give(one)
			return nil
		})
		if !isWhole || !errors.Is(err, io.EOF) {
			return err
		}
	}
}
