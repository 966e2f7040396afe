package junit_test

import (
	"testing"
	"time"
)

func TestDuration(t *testing.T) {
	cases := []struct {
		text   string
		want   time.Duration
		warned bool
	}{
		{"", 0, false},
		{"0", 0, false},
		{"0.123", 123 * time.Millisecond, false},
		{" 2 ", 2 * time.Second, false},
		{"1,234.5", 1234500 * time.Millisecond, false},
		{"1,234,567", 1234567 * time.Second, false},
		{"1.234,5", 1234500 * time.Millisecond, false},
		{"0,25", 250 * time.Millisecond, false},
		{"4.5e-05", 45 * time.Microsecond, false},
		{"-0.5", 0, true},
		{"1.2.3", 0, true},
		{"NaN", 0, true},
		{"inf", 0, true},
		{"0x10", 0, true},
		{"1_000", 0, true},
		{"1e300", 0, true},
		{"1e999", 0, true},
		{"5 s", 0, true},
		{"computed", 0, true},
		{"-", 0, true},
	}
	for _, c := range cases {
		got, all := one(t, `<testcase name="n" time="`+c.text+`"/>`)
		if got.Duration != c.want || (len(all.about("time")) == 1) != c.warned {
			t.Errorf("%q: got %v, warnings %v", c.text, got.Duration, all.warnings)
		}
	}
}

func TestTimestamp(t *testing.T) {
	noon := time.Date(2026, 7, 21, 12, 31, 33, 0, time.UTC)
	cases := []struct {
		text   string
		want   time.Time
		warned bool
	}{
		{"2026-07-21T12:31:33", noon, false},
		{"2026-07-21T12:31:33Z", noon, false},
		{"2026-07-21T12:31:33.416464", noon.Add(416464 * time.Microsecond), false},
		{"2026-07-21T14:31:33.000+02:00", noon, false},
		{"2026-07-21T14:31:33+0200", noon, false},
		{"2026-07-21 12:31:33", noon, false},
		{"2026-07-21 14:31:33 +0200", noon, false},
		{"2026-07-21T12:31:33 UTC", noon, false},
		{"Tue, 21 Jul 2026 12:31:33 GMT", noon, false},
		{"2026-07-21", noon.Truncate(24 * time.Hour), false},
		{"", time.Time{}, false},
		{"21/07/2026 12:31", time.Time{}, true},
		{"2026-07-21T12:31:33 EST", time.Time{}, true},
		{"yesterday", time.Time{}, true},
	}
	for _, c := range cases {
		got, all := one(t, `<testcase name="n" timestamp="`+c.text+`"/>`)
		if !got.ExecutedAt.Equal(c.want) || (len(all.about("timestamp")) == 1) != c.warned {
			t.Errorf("%q: got %v, warnings %v", c.text, got.ExecutedAt, all.warnings)
		}
		if got.ExecutedAt.Location() != time.UTC {
			t.Errorf("%q: not in UTC", c.text)
		}
	}
}

func TestTimestampOfTheNearestSuiteIsInherited(t *testing.T) {
	got := read(t, `<testsuites timestamp="2026-01-01T00:00:00"><testsuite timestamp="2026-01-02T00:00:00">
<testcase name="1"/><testcase name="2" timestamp="2026-01-03T00:00:00"/><testcase name="3" timestamp="soon"/></testsuite>
<testsuite timestamp=""><testcase name="4"/></testsuite></testsuites>`)
	for i, day := range []int{2, 3, 2, 1} {
		if at := got.results[i].ExecutedAt; at.Day() != day {
			t.Errorf("result %d: got %v, want day %d", i, at, day)
		}
	}
	if len(got.about("timestamp")) != 1 {
		t.Errorf("got %v", got.warnings)
	}
}
