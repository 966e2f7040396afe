package graph_test

import (
	"fmt"
	"strings"
)

// documents are questions that cost a lot or make no sense.
func documents() []attack {
	return []attack{
		{"nonsense", question(secret+` {`, nil), unparsed},
		{"4,000 levels", question(strings.Repeat(`{a`, 4_000)+strings.Repeat(`}`, 4_000), nil), unparsed},
		{"20 levels", question(`{ projects { nodes `+strings.Repeat(`{ requirements { nodes `, 9)+`{ key }`+strings.Repeat(`} }`, 9)+` } }`, nil), tooCostly},
		{"10,000 aliases", question(`{ `+repeated(10_000, "a%d: version ")+`}`, nil), unparsed},
		{"400 aliases", question(`{ projects { nodes {`+repeated(400, "a%d: key ")+`} } }`, nil), tooCostly},
		{"60 questions at once", question(`{ `+repeated(60, "a%d: version ")+`}`, nil), tooCostly},
		{"100,000 directives", question(`{ version `+strings.Repeat("@a", 100_000)+`}`, nil), unparsed},
		{"400 directives", question(`{ version `+strings.Repeat("@a ", 400)+`}`, nil), unexpected},
		{"a field 8,000 times", question(`{ `+strings.Repeat("version ", 8_000)+`}`, nil), unparsed},
		{"a field 600 times", question(`{ projects { nodes { `+strings.Repeat("key ", 600)+`} } }`, nil), tooCostly},
		{"fragments in a circle", question(`{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }`, nil), unexpected},
		{"a fragment in itself", question(`{ ...a } fragment a on Query { version ...a }`, nil), unexpected},
		{"fragments that double", question(doubling(14), nil), tooCostly},
		{"fragments that double lists", question(doublingLists(9), nil), tooCostly},
		{"unused fragments", question(`{ version } `+repeated(200, "fragment f%d on Query { version } "), nil), unexpected},
		{"lists in lists", question(`{ projects(first: 50) { nodes { requirements(first: 50) { nodes { testCases(first: 50) { nodes { executions(first: 50) { nodes { status } } } } } } } } }`, nil), tooCostly},
		{"lists in lists by variables", question(`query($n: Int) { projects(first: $n) { nodes { requirements(first: $n) { nodes { testCases(first: $n) { nodes { key } } } } } } }`, map[string]any{"n": 200}), tooCostly},
		{"an unknown field", question(`{ version passwords }`, nil), unexpected},
		{"an unknown field that looks like one", question(`{ projects { nodes { kez deletedAt } } }`, nil), unexpected},
		{"500 unknown fields", question(`{ projects { nodes { `+repeated(499, "x%d ")+`} } }`, nil), unexpected},
		{"an unknown argument", question(`{ project(key: "PAY", secret: "`+secret+`") { key } }`, nil), unexpected},
		{"an unknown type", question(`query($a: Passwords) { version }`, nil), unexpected},
		{"a subscription", question(`subscription { changes { seq } }`, nil), unexpected},
		{"several operations and no name", question(`query A { version } query B { version }`, nil), unexpected},
		{"an operation that is not there", body(`{"query":"query A { version }","operationName":"C"}`), unexpected},
		{"the name of one of several operations", body(`{"query":"query A { version } query B { version }","operationName":"B"}`), ""},
		{"an unknown mutation", question(`mutation { dropEverything }`, nil), unexpected},
		{"a field without its fields", question(`{ projects }`, nil), unexpected},
		{"fields of a value", question(`{ version { length } }`, nil), unexpected},
		{"a fragment on a stranger", question(`{ projects { nodes { ... on Defect { key } } } }`, nil), unexpected},
		{"one name for two things", question(`{ projects { nodes { key key: name } } }`, nil), unexpected},
		{"a question about types", question(introspection, nil), ""},
		{"types of types of types", question(`{ __schema { types { fields { type { ofType { fields { type { ofType { fields { type { ofType { fields { name } } } } } } } } } } } } }`, nil), unexpected},
		{"many questions about types", question(`{ `+repeated(20, "a%d: __schema { types { fields { name args { name } } inputFields { name } } } ")+`}`, nil), tooCostly},
	}
}

func repeated(times int, format string) string {
	var text strings.Builder
	for i := range times {
		fmt.Fprintf(&text, format, i)
	}
	return text.String()
}

func doubling(levels int) string {
	var text strings.Builder
	text.WriteString(`{ ...f0 }`)
	for i := range levels {
		fmt.Fprintf(&text, ` fragment f%d on Query { ...f%d ...f%d }`, i, i+1, i+1)
	}
	fmt.Fprintf(&text, ` fragment f%d on Query { version viewer { login } }`, levels)
	return text.String()
}

// doublingLists doubles the fields that lists bring rather than the fragments.
func doublingLists(levels int) string {
	var text strings.Builder
	text.WriteString(`{ projects { nodes { ...f0 } } }`)
	for i := range levels {
		fmt.Fprintf(&text, ` fragment f%d on Project { a%d: requirements(first: 9) { nodes { project { ...f%d } } } b%d: testCases(first: 9) { nodes { project { ...f%d } } } }`, i, i, i+1, i, i+1)
	}
	fmt.Fprintf(&text, ` fragment f%d on Project { key }`, levels)
	return text.String()
}

// introspection is what the usual tools ask first.
const introspection = `query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name }
  types { ...FullType } directives { name description locations args { ...InputValue } } } }
fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
  inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }`
