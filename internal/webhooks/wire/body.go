package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
)

// ContentType is that of a Body: a CloudEvent in structured JSON.
const ContentType = "application/cloudevents+json"

// typePrefix makes types ours among those of all senders.
const typePrefix = "org.asterism."

// Meta is what the outside of a change says about it.
type Meta struct {
	EventID    string    // the id of the change, the same on every attempt
	ProjectKey string    // for example PAY
	Type       string    // what was changed, as the feed spells it, for example REQUIREMENT
	Op         string    // what happened to it, as the feed spells it, for example UPDATE
	Subject    string    // the id of the entity; empty when the change is about none
	At         time.Time // when the change was committed; finer parts than microseconds are cut off, as databases do
}

// head is the outside in the order in which it is written.
type head struct {
	SpecVersion     string    `json:"specversion"`
	ID              string    `json:"id"`
	Source          string    `json:"source"`
	Type            string    `json:"type"`
	Subject         string    `json:"subject,omitempty"`
	Time            time.Time `json:"time"`
	DataContentType string    `json:"datacontenttype"`
}

// Body packs the envelope of a change as a CloudEvent 1.0. The same change gives the same bytes each time, and the
// envelope is inside unchanged. It is an error if the envelope is not one JSON value or if the meta lacks anything but
// the subject.
func Body(meta Meta, envelope []byte) ([]byte, error) {
	if meta.EventID == "" || meta.ProjectKey == "" || meta.Type == "" || meta.Op == "" || meta.At.IsZero() {
		return nil, fmt.Errorf("pack change %q: its id, project, type, operation or time is missing", meta.EventID)
	}
	if !json.Valid(envelope) {
		return nil, errors.New("pack change " + meta.EventID + ": its envelope is not JSON")
	}
	outside, err := json.Marshal(head{
		SpecVersion: "1.0", ID: meta.EventID, Source: "/projects/" + url.PathEscape(meta.ProjectKey),
		Type: typePrefix + strings.ToLower(meta.Type) + "." + strings.ToLower(meta.Op), Subject: meta.Subject,
		Time: meta.At.UTC().Truncate(time.Microsecond), DataContentType: "application/json",
	})
	if err != nil {
		return nil, fmt.Errorf("pack change %s: %w", meta.EventID, err)
	}
	outside = bytes.TrimSuffix(outside, []byte("}")) // open for the envelope, which an encoder would write anew
	return slices.Concat(outside, []byte(`,"data":`), envelope, []byte("}")), nil
}
