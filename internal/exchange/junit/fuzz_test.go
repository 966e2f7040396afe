package junit_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/junit"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// FuzzRead promises that no file makes the reader panic or hang, and that a refusal always names the file.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`<testsuites><testsuite name="a" tests="2"><properties><property name="p" value="v"/></properties>` +
			`<testcase name="n" classname="c" time="1,2"><failure message="m">t</failure></testcase></testsuite></testsuites>`,
		`<testsuite><testcase><testcase/><rerunError/><error><![CDATA[x]]></error></testcase></testsuite>`,
		`<?xml version="1.0" encoding="gbk"?><testsuite name="` + "\xc4\xe3" + `"/>`,
		"\xFF\xFE<\x00t\x00e\x00s\x00t\x00s\x00u\x00i\x00t\x00e\x00/\x00>\x00",
		`<!DOCTYPE x [<!ENTITY a "b">]><testsuite>&a;</testsuite>`,
		``,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got := &catch{}
		err := junit.Reader{}.Read(context.Background(), sourceOf("in.xml", data), got)
		var words *record.Error
		if err != nil && (!errors.As(err, &words) || words.File != "in.xml" || words.Message == "") {
			t.Errorf("got %#v, want a *record.Error of the file", err)
		}
		for i, r := range got.results {
			if r.Ordinal != i || r.Status == "" || r.Line < 1 || r.Duration < 0 {
				t.Errorf("result %d: %+v", i, r)
			}
		}
		junit.Reader{}.Detect("in.xml", data)
	})
}

// void is a sink that keeps nothing.
type void struct{}

func (void) Put(record.Record) error { return nil }
func (void) Warn(record.Warning)     {}

func BenchmarkRead(b *testing.B) {
	var document bytes.Buffer
	document.WriteString(`<testsuites><testsuite name="board" hostname="h"><properties><property name="version" value="v1"/></properties>`)
	for i := range 10_000 {
		fmt.Fprintf(&document, "\n<testcase classname=\"kernel.memory\" name=\"kernel.memory.case_%d\" time=\"0.01\">", i)
		if i%10 == 0 {
			document.WriteString(`<failure type="failure" message="Timeout">E: bus fault &amp; more` + "\n at kernel.c:42\n" + `</failure>`)
		}
		document.WriteString("</testcase>")
	}
	document.WriteString("</testsuite></testsuites>")
	b.SetBytes(int64(document.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if err := (junit.Reader{}).Read(context.Background(), sourceOf("in.xml", document.Bytes()), void{}); err != nil {
			b.Fatal(err)
		}
	}
}
