// Command go follows the changes of a project over plain HTTP into a file: go run . http://127.0.0.1:8080 PAY changes.jsonl
//
// The last whole line of the file says where to go on, so whenever the program is ended nothing is lost and nothing stands
// there twice.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"time"
)

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: go run . SERVER PROJECT FILE")
	}
	server, project, path := os.Args[1], os.Args[2], os.Args[3]
	file, after, err := openMirror(path)
	if err != nil {
		log.Fatal(err)
	}
	for attempts := 0; ; {
		next, err := fetch(context.Background(), file, server, project, after)
		after = next // also after half an answer
		var no refused
		switch {
		case errors.As(err, &no):
			log.Fatal(no) // most often a new snapshot is needed; the message says what
		case err != nil:
			log.Print(err)
			<-time.After(backOff(attempts))
			attempts++
		default:
			attempts = 0
		}
	}
}

// openMirror opens the file and finds the place behind its last whole line.
func openMirror(path string) (file *os.File, after string, err error) {
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, "", err
	}
	if file, err = os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err != nil {
		return nil, "", err
	}
	whole := text[:bytes.LastIndexByte(text, '\n')+1]
	if err := file.Truncate(int64(len(whole))); err != nil { // half a line was never written, as far as we know
		return nil, "", err
	}
	if len(whole) == 0 {
		return file, "start", nil
	}
	var last line
	err = json.Unmarshal(whole[bytes.LastIndexByte(whole[:len(whole)-1], '\n')+1:], &last)
	return file, last.Cursor, err
}

// line is what this program must know of a change.
type line struct {
	Cursor     string `json:"cursor"`
	Seq        int64  `json:"seq"`
	Op         string `json:"op"`
	EntityType string `json:"entityType"`
	EntityKey  string `json:"entityKey"`
}

// refused is what the server said.
type refused string

// Error implements error.
func (r refused) Error() string { return string(r) }

// fetch appends what came after a place, waiting up to half a minute for it, and gives the place to go on from.
func fetch(ctx context.Context, to io.Writer, server, project, after string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute) // a server that fell silent is asked again
	defer cancel()
	asked := url.Values{"after": {after}, "wait": {"30s"}}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, server+"/changes/"+url.PathEscape(project)+"?"+asked.Encode(), nil)
	if err != nil {
		return after, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return after, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		said, _ := io.ReadAll(response.Body)
		if bytes.Contains(said, []byte(`"CURSOR_`)) || response.StatusCode < http.StatusInternalServerError {
			return after, refused(said)
		}
		return after, fmt.Errorf("the server answers %s: %s", response.Status, said)
	}
	for lines := bufio.NewReader(response.Body); ; {
		text, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return after, nil // half a line is fetched again
		}
		var one line
		if err == nil {
			err = json.Unmarshal(text, &one)
		}
		isChange := one.Op != "BOOKMARK" // which only moves the place
		if err == nil && isChange {
			_, err = to.Write(text)
		}
		if err != nil {
			return after, err
		}
		if isChange {
			fmt.Println(one.Seq, one.Op, one.EntityType, one.EntityKey)
		}
		after = one.Cursor
	}
}

// backOff is half a second at first and half a minute at most, half of it by chance.
func backOff(attempts int) time.Duration {
	whole := min(500*time.Millisecond<<min(attempts, 6), 30*time.Second)
	return whole/2 + rand.N(whole/2)
}
