package junit_test

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/junit"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

func TestOutcomeComesFromDirectChildrenByPrecedence(t *testing.T) {
	cases := []struct{ name, body, status, raw string }{
		{"nothing inside is passed", ``, "PASSED", "passed"},
		{"skipped is skipped", `<skipped/>`, "SKIPPED", "skipped"},
		{"failure comes before skipped", `<skipped/><failure/>`, "FAILED", "failure"},
		{"error comes before failure", `<failure/><error/><skipped/>`, "ERROR", "error"},
		{"an empty failure is a failure", `<failure></failure>`, "FAILED", "failure"},
		{"a failure deeper down is no outcome", `<other><failure/></other>`, "PASSED", "passed"},
		{"a rerun is no outcome", `<rerunFailure/><flakyError/>`, "PASSED", "passed"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, _ := one(t, `<testcase name="n">`+c.body+`</testcase>`)
			if got.Status != c.status || got.RawStatus != c.raw {
				t.Errorf("got %s/%s, want %s/%s", got.Status, got.RawStatus, c.status, c.raw)
			}
		})
	}
}

func TestEveryTestcaseCountsWhereverItIsNested(t *testing.T) {
	got := read(t, `<testsuites name="all">
<testsuite name="a"><testsuite><testsuite name="b">
<testcase name="1"/></testsuite></testsuite>
<group><testcase name="2"
  classname="c"/></group></testsuite>
<testcase name="3"><system-out><testcase name="4"/></system-out></testcase>
</testsuites>`)
	var told []string
	for i, r := range got.results {
		if r.Ordinal != i || r.File != "in.xml" || r.Properties["testsuites.name"] != "all" {
			t.Errorf("result %d: %+v", i, r)
		}
		told = append(told, r.Name+"@"+strings.Join(r.Suites, "/")+":"+string(rune('0'+r.Line)))
	}
	if want := []string{"1@a/b:3", "2@a:4", "4@:6", "3@:6"}; !slices.Equal(told, want) {
		t.Errorf("got %v, want %v", told, want)
	}
}

func TestNames(t *testing.T) {
	got, all := one(t, `<testcase name="" classname="pkg.Class"/>`)
	if got.Name != "pkg.Class" || len(all.about("name")) != 1 {
		t.Errorf("a testcase without a name takes its classname with a warning: %q %v", got.Name, all.warnings)
	}
	if got, all = one(t, `<testcase/>`); got.Name != "" || len(all.about("name")) != 1 {
		t.Errorf("a testcase without any name is warned about: %q %v", got.Name, all.warnings)
	}
	if got, _ = one(t, `<testcase name="n" class="C"/>`); got.ClassName != "C" {
		t.Errorf("class stands in for classname: %q", got.ClassName)
	}
}

func TestStatusAttribute(t *testing.T) {
	got, all := one(t, `<testcase name="n" status="run" result="completed"/>`)
	if got.RawStatus != "run" || got.Properties["result"] != "completed" || len(all.warnings) != 0 {
		t.Errorf("got %+v %v", got, all.warnings)
	}
	if got, all = one(t, `<testcase name="n" status="notrun"/>`); got.Status != "PASSED" || len(all.about("status")) != 1 {
		t.Errorf("an attribute that disagrees is warned about: %s %v", got.Status, all.warnings)
	}
}

func TestPropertiesInnermostWins(t *testing.T) {
	got := read(t, `<testsuites><properties><property name="a" value="outer"/><property name="b" value="outer"/></properties>
<testsuite name="s" hostname="h1" file="suite.py">
<properties><property name="b" value="suite"/><property name="c">
  text
</property></properties>
<testcase name="1" file="case.py" line="7"><properties><property name="c" value="case"/>
<property name="req" value="R1"/><property name="req" value="R2"/><property name="req" value="R1"/></properties></testcase>
<testcase name="2"/></testsuite>
<testsuite hostname="h2"><properties><property name="hostname" value="stated"/></properties><testcase name="3"/></testsuite>
</testsuites>`)
	want := []map[string]string{
		{"a": "outer", "b": "suite", "c": "case", "hostname": "h1", "file": "case.py", "line": "7", "req": "R1\nR2"},
		{"a": "outer", "b": "suite", "c": "text", "hostname": "h1", "file": "suite.py"},
		{"a": "outer", "b": "outer", "hostname": "stated"},
	}
	for i, r := range got.results {
		if !maps.Equal(r.Properties, want[i]) {
			t.Errorf("result %d: got %v, want %v", i, r.Properties, want[i])
		}
	}
	got.results[1].Properties["a"] = "changed"
	if got.results[0].Properties["a"] != "outer" {
		t.Error("results must not share their properties")
	}
}

func TestLatePropertiesApplyToLaterTestcasesWithAWarning(t *testing.T) {
	got := read(t, "<testsuite name='s'><testcase name='1'/>\n<properties><property name='p' value='v'/></properties><testcase name='2'/></testsuite>")
	if got.results[0].Properties["p"] != "" || got.results[1].Properties["p"] != "v" {
		t.Errorf("got %v and %v", got.results[0].Properties, got.results[1].Properties)
	}
	if w := got.about("properties"); len(w) != 1 || w[0].Line != 2 {
		t.Errorf("got warnings %v", got.warnings)
	}
}

func TestPropertiesAreBounded(t *testing.T) {
	many := strings.Repeat(`<property name="same" value="v"/><property name="same" value="w"/>`, 500)
	var b strings.Builder
	for i := range 1500 {
		b.WriteString("<property name='p" + strings.Repeat("x", i) + "' value='v'/>")
	}
	got, all := one(t, `<testcase name="n"><properties>`+many+b.String()+`</properties></testcase>`)
	if len(got.Properties) > 1000 || got.Properties["same"] != "v\nw" || len(all.warnings) != 1 {
		t.Errorf("got %d properties, %v", len(got.Properties), all.warnings)
	}
}

func TestAttemptsBecomeSteps(t *testing.T) {
	got, _ := one(t, `<testcase name="n"><failure message="first"/>
<rerunFailure message="again" time="0.5"><stackTrace>at x</stackTrace><system-out>noise</system-out></rerunFailure>
<flakyError><system-out>noise</system-out><stackTrace>boom
 at y</stackTrace></flakyError></testcase>`)
	want := []record.StepResult{
		{Name: "rerun", Status: "FAILED", Message: "again", Duration: 5e8},
		{Name: "flaky attempt", Status: "ERROR", Message: "boom"},
	}
	if !slices.Equal(got.Steps, want) || got.Message != "first" {
		t.Errorf("got %+v, message %q", got.Steps, got.Message)
	}
}

func TestDeclaredTotalsThatDifferAreOneWarning(t *testing.T) {
	cases := []struct{ name, document, field string }{
		{"right totals", `<testsuites tests="1" failures="0"><testsuite tests="9"><testcase name="n"/></testsuite></testsuites>`, ""},
		{"wrong totals of the root", "<testsuites tests='2' failures='1'><testsuite><testcase name='n'/></testsuite></testsuites>", "tests"},
		{"wrong sum of suites", "<testsuites><testsuite tests='1' errors='1'><testcase name='n'/></testsuite></testsuites>", "errors"},
		{"a sum that lacks a suite is not compared", "<testsuites><testsuite tests='4'/><testsuite/></testsuites>", ""},
		{"empty totals declare nothing", "<testsuites tests=''/>", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := read(t, c.document)
			if c.field == "" && len(got.warnings) == 0 {
				return
			}
			if len(got.warnings) != 1 || got.warnings[0].Field != c.field || got.warnings[0].Line != 1 {
				t.Errorf("got %v, want one about %q", got.warnings, c.field)
			}
		})
	}
}

func TestWhatIsNotUnderstoodIsWarnedAboutOnce(t *testing.T) {
	got := read(t, `<testsuite><failure/><testcase name="1"><odd/></testcase><testcase name="2"><odd/></testcase></testsuite>`)
	if len(got.about("odd")) != 1 || len(got.about("failure")) != 1 || len(got.warnings) != 2 {
		t.Errorf("got %v", got.warnings)
	}
}

func TestDetect(t *testing.T) {
	cases := []struct {
		name, head string
		sure       bool
	}{
		{"testsuites", "\xEF\xBB\xBF<?xml version='1.0'?><!-- c --><testsuites", false},
		{"whole testsuites tag", `<?xml version="1.0"?><!-- c --> <testsuites name="x"><tests`, true},
		{"testsuite", `<testsuite name="x">`, true},
		{"NUnit 2", `<test-results name="x">`, false},
		{"NUnit 3", `<test-run id="2">`, false},
		{"xUnit", `<assemblies>`, false},
		{"TestNG", `<testng-results>`, false},
		{"Robot Framework", `<robot>`, false},
		{"TestLink export", `<testsuite name=""><node_order><![CDATA[]]></node_order>`, false},
		{"JSON", `{"testsuites": []}`, false},
		{"nothing", ``, false},
	}
	for _, c := range cases {
		if got := (junit.Reader{}).Detect("x.xml", []byte(c.head)); got > 50 != c.sure {
			t.Errorf("%s: got %d", c.name, got)
		}
	}
}

type refusing struct{ catch }

var errFull = errors.New("the store is full")

func (*refusing) Put(record.Record) error { return errFull }

func TestReadingEndsWithTheSinkOrTheContext(t *testing.T) {
	document := []byte(`<testsuite><testcase name="1"/></testsuite>`)
	if err := (junit.Reader{}).Read(context.Background(), sourceOf("in.xml", document), &refusing{}); !errors.Is(err, errFull) {
		t.Errorf("got %v, want the sink's error unchanged", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := (junit.Reader{}).Read(ctx, sourceOf("in.xml", document), &catch{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}
