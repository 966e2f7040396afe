package wire_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

var meta = wire.Meta{
	EventID: "chg_01", ProjectKey: "PAY", Type: "REQUIREMENT", Op: "UPDATE", Subject: "req_01",
	At: time.Date(2026, 3, 4, 5, 6, 7, 123456000, time.UTC),
}

func TestAChangeIsPackedAsACloudEvent(t *testing.T) {
	const envelope = "{ \"seq\": 7,\n\"title\":\"<Pay> & \\u00e9\" , \"n\":1e2}"
	const want = `{"specversion":"1.0","id":"chg_01","source":"/projects/PAY","type":"org.asterism.requirement.update","subject":"req_01",` +
		`"time":"2026-03-04T05:06:07.123456Z","datacontenttype":"application/json","data":` + envelope + `}`
	got, err := wire.Body(meta, []byte(envelope))
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
}

func TestTheSameChangeIsPackedIntoTheSameBytes(t *testing.T) {
	again := meta
	again.At = meta.At.Add(999).In(time.FixedZone("east", 8*60*60)) // as another database, or a memory, may give it
	first, err := wire.Body(meta, []byte(`{}`))
	if err != nil {
		t.Fatal(err)
	}
	if second, err := wire.Body(again, []byte(`{}`)); err != nil || !bytes.Equal(first, second) {
		t.Errorf("%v\n%s\n%s", err, first, second)
	}
}

func TestABodyIsAlwaysJSONWithTheEnvelopeInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := wire.Meta{
			EventID: rapid.StringN(1, 20, -1).Draw(t, "id"), ProjectKey: rapid.StringN(1, 20, -1).Draw(t, "project"),
			Type: rapid.StringN(1, 20, -1).Draw(t, "type"), Op: rapid.StringN(1, 20, -1).Draw(t, "op"), Subject: rapid.String().Draw(t, "subject"),
			At: time.UnixMicro(rapid.Int64Range(1, 4e15).Draw(t, "at")),
		}
		envelope, err := json.Marshal(rapid.MapOf(rapid.String(), rapid.String()).Draw(t, "envelope"))
		if err != nil {
			t.Fatal(err)
		}
		packed, err := wire.Body(drawn, envelope)
		if err != nil {
			t.Fatal(err)
		}
		var read struct {
			ID, Subject string
			Time        time.Time
			Data        json.RawMessage
		}
		if err := json.Unmarshal(packed, &read); err != nil {
			t.Fatalf("%v in %s", err, packed)
		}
		if read.ID != drawn.EventID || read.Subject != drawn.Subject || !read.Time.Equal(drawn.At) || !bytes.Equal(read.Data, envelope) {
			t.Errorf("%s came of %v and %s", packed, drawn, envelope)
		}
	})
}

func TestAChangeAboutNothingHasNoSubject(t *testing.T) {
	ping := meta
	ping.Subject = ""
	packed, err := wire.Body(ping, []byte(`null`))
	if err != nil || bytes.Contains(packed, []byte("subject")) {
		t.Errorf("%v: %s", err, packed)
	}
}

func TestWhatIsNotAWholeChangeIsNotPacked(t *testing.T) {
	for name, c := range map[string]struct {
		spoil    func(*wire.Meta)
		envelope string
	}{
		"no id":         {func(m *wire.Meta) { m.EventID = "" }, `{}`},
		"no project":    {func(m *wire.Meta) { m.ProjectKey = "" }, `{}`},
		"no type":       {func(m *wire.Meta) { m.Type = "" }, `{}`},
		"no operation":  {func(m *wire.Meta) { m.Op = "" }, `{}`},
		"no time":       {func(m *wire.Meta) { m.At = time.Time{} }, `{}`},
		"far future":    {func(m *wire.Meta) { m.At = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) }, `{}`},
		"no envelope":   {func(*wire.Meta) {}, ``},
		"cut envelope":  {func(*wire.Meta) {}, `{"a":`},
		"two envelopes": {func(*wire.Meta) {}, `{},"specversion":{}`},
	} {
		spoilt := meta
		c.spoil(&spoilt)
		if packed, err := wire.Body(spoilt, []byte(c.envelope)); err == nil || packed != nil {
			t.Errorf("%s became %s", name, packed)
		}
	}
}
