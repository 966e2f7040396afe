package graph_test

import (
	"encoding/base64"
	"strings"

	"github.com/asterism-qa/asterism/internal/ident"
)

const list = `query($after: Cursor, $before: Cursor, $first: Int, $last: Int, $orderBy: [RequirementOrder!]) { project(key: "PAY") {
  requirements(after: $after, before: $before, first: $first, last: $last, orderBy: $orderBy) { nodes { key } } } }`

// pages are arguments that ask for impossible parts of lists.
func pages() []attack {
	at := func(cursor string) func() map[string]any {
		return func() map[string]any { return map[string]any{"after": cursor} }
	}
	raw := func(text string) func() map[string]any { return at(base64.RawStdEncoding.EncodeToString([]byte(text))) }
	all := []attack{
		{"first below zero", question(`{ projects(first: -1) { nodes { key } } }`, nil), invalid},
		{"first beyond the page", question(`{ projects(first: 1000000) { nodes { key } } }`, nil), invalid},
		{"first beyond all numbers", question(`{ projects(first: 1099511627776) { nodes { key } } }`, nil), invalid},
		{"first beyond 64 bits", question(`{ projects(first: 99999999999999999999999) { nodes { key } } }`, nil), unexpected},
		{"first with a fraction", question(`{ projects(first: 1.5) { nodes { key } } }`, nil), unexpected},
		{"first as text", question(`{ projects(first: "1") { nodes { key } } }`, nil), unexpected},
		{"first of nothing", question(`{ projects(first: 0) { nodes { key } totalCount } }`, nil), ""},
		{"first and last", question(list, map[string]any{"first": 1, "last": 1}), invalid},
		{"a cursor that is a number", question(`{ projects(after: 7) { nodes { key } } }`, nil), invalid},
		{"eleven criteria", question(list, map[string]any{"orderBy": criteria(11)}), invalid},
		{"300 criteria", question(list, map[string]any{"orderBy": criteria(300)}), invalid},
		{"ten criteria", question(list, map[string]any{"orderBy": criteria(10)}), ""},
	}
	for name, value := range map[string]any{"below zero": -1, "beyond the page": 1_000_000, "beyond all numbers": 1 << 40, "with a power": 1e300} {
		all = append(all, attack{"first by a variable " + name, question(list, map[string]any{"first": value}), map[bool]string{true: invalid, false: unexpected}[value != 1e300]})
	}
	id := ident.New(ident.Requirement).String()
	for name, variables := range map[string]func() map[string]any{
		"garbage": at("%%%" + secret), "of nothing": at(""), "of a megabyte of letters": at(strings.Repeat("A", 60_000)),
		"cut off": raw("\x82\xa1i\xbe" + id[:10]), "of another kind": raw("\x82\xa1i\xbf" + ident.New(ident.Project).String()[:31] + "\xa1v\x91\xa3id "),
		"without values": raw("\x81\xa1i\xbe" + id), "with a list of millions": raw("\x82\xa1i\xbe" + id + "\xa1v\xdd\xff\xff\xff\xff"),
		"with millions inside millions": raw("\x82\xa1i\xbe" + id + "\xa1v" + strings.Repeat("\xdd\xff\xff\xff\xff", 8_000)),
		"with maps inside maps":         raw("\x82\xa1i\xbe" + id + "\xa1v" + strings.Repeat("\xdf\xff\xff\xff\xff\xa1a", 8_000)),
		"deeper than any":               raw("\x82\xa1i\xbe" + id + "\xa1v" + strings.Repeat("\x91", 11_000)),
		"with an extension":             raw("\x82\xa1i\xbe" + id + "\xa1v\xc9\xff\xff\xff\xff\x01"),
		"that is only a number":         raw("\x07"),
	} {
		all = append(all, attack{"a cursor " + name, question(list, variables()), invalid})
	}
	return all
}

func criteria(count int) []any {
	all := make([]any, count)
	for i := range all {
		all[i] = map[string]any{"field": "KEY", "direction": "ASC"}
	}
	return all
}

// values are ids, texts, numbers and filters that nobody means well with.
func values() []attack {
	where := func(filter any) map[string]any { return map[string]any{"where": filter} }
	filtered := `query($where: RequirementWhereInput) { project(key: "PAY") { requirements(where: $where) { totalCount nodes { key } } } }`
	executions := `query($where: ExecutionWhereInput) { project(key: "PAY") { executions(where: $where) { totalCount } } }`
	text := func(value string) map[string]any { return where(map[string]any{"titleContains": value}) }
	key := `query($k: String!) { project(key: $k) { key } }`
	node := `query($id: ID!) { node(id: $id) { id } }`
	all := []attack{
		{"a key with NUL", question(key, map[string]any{"k": "a\x00b"}), invalid},
		{"a filter with NUL", question(filtered, text("\x00")), invalid},
		{"a filter with a character that means nothing", question(filtered, text("\ufffd\u202e\ufeff")), ""},
		{"a key of 60 kB", question(key, map[string]any{"k": strings.Repeat("k", 60_000)}), ""},
		{"a key with quotes and comments", question(key, map[string]any{"k": `'"; DROP TABLE projects; -- \`}), ""},
		{"30 links there and back", question(filtered, where(nested(30, "hasTraceLinksWith", "hasRequirementWith"))), tooCostly},
		{"2,000 times not", question(filtered, where(nested(2_000, "not", "not"))), tooCostly},
		{"300 conditions", question(filtered, where(map[string]any{"or": spread(300)})), tooCostly},
		{"a list of 40,000 ids", body(`{"query":"{ projects(where: {keyIn: [` + strings.Repeat(`\"a\",`, 40_000) + `]}) { totalCount } }"}`), unparsed},
		{"a list of 1,500 keys", question(filtered, where(map[string]any{"keyIn": strings.Split(strings.Repeat("a ", 1_500), " ")})), tooCostly},
		{"201 ids", question(`query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, map[string]any{"ids": ids(201)}), invalid},
		{"a number beyond 64 bits", question(`{ project(key: "PAY") { requirements(where: {position: 99999999999999999999}) { totalCount } } }`, nil), unexpected},
		{"a great number", question(filtered, where(map[string]any{"positionGT": 1 << 53})), ""},
		{"the year 99999", question(executions, where(map[string]any{"executedAtGT": "99999-01-01T00:00:00Z"})), invalid},
		{"a moment beyond all years", question(executions, where(map[string]any{"executedAtGT": 1 << 62})), invalid},
		{"a moment that is no date", question(executions, where(map[string]any{"executedAtGT": "2026-02-30T00:00:00Z"})), invalid},
		{"a moment that is true", question(executions, where(map[string]any{"executedAtGT": true})), invalid},
		{"an unknown status", question(executions, where(map[string]any{"status": "SPLENDID"})), unexpected},
		{"an unknown condition", question(filtered, where(map[string]any{"deletedAtIsNil": true})), unexpected},
		{"an empty filter", question(filtered, where(map[string]any{})), ""},
		{"null for a filter", question(filtered, where(nil)), ""},
		{"no filters to fit", question(filtered, where(map[string]any{"and": []any{}, "or": []any{}})), ""},
		{"not an empty filter", question(filtered, where(map[string]any{"not": map[string]any{}})), invalid},
		{"one of an empty filter", question(filtered, where(map[string]any{"or": []any{map[string]any{}}})), invalid},
		{"an empty filter and a condition", question(filtered, where(map[string]any{"and": []any{map[string]any{}, map[string]any{"key": "a"}}})), invalid},
		{"null inside a filter", question(filtered, where(map[string]any{"not": map[string]any{"key": nil}})), invalid},
		{"null for a list", question(filtered, where(map[string]any{"keyIn": nil})), ""},
	}
	for name, id := range map[string]string{
		"garbage": "garbage", "without an end": "req_", "of 10 kB": "req_" + strings.Repeat("0", 10_000), "with letters that are none": "req_" + strings.Repeat("u", 26),
		"of nothing": "", "with the prefix of another": "case_" + ident.New(ident.Requirement).String()[4:], "with NUL": "req_\x00",
	} {
		all = append(all, attack{"an id " + name, question(node, map[string]any{"id": id}), invalid})
		all = append(all, attack{"a filter by an id " + name, question(filtered, where(map[string]any{"idIn": []string{id}})), invalid})
	}
	for _, kind := range []ident.Kind{ident.Membership, ident.KeyCounter, ident.Requirement, ident.User} {
		all = append(all, attack{"an id of nobody, " + kind.Prefix(), question(node, map[string]any{"id": ident.New(kind).String()}), ""})
	}
	return all
}

func nested(levels int, names ...string) map[string]any {
	filter := map[string]any{"id": ident.New(ident.Requirement).String()}
	for i := range levels {
		name := names[len(names)-1-i%len(names)]
		if strings.HasPrefix(name, "has") {
			filter = map[string]any{name: []any{filter}}
		} else {
			filter = map[string]any{name: filter}
		}
	}
	return filter
}

func spread(count int) []any {
	all := make([]any, count)
	for i := range all {
		all[i] = map[string]any{"keyContains": "a"}
	}
	return all
}

func ids(count int) []string {
	all := make([]string, count)
	for i := range all {
		all[i] = ident.New(ident.Requirement).String()
	}
	return all
}
