package wire

import "strings"

// The most characters of a name and of one part of it, as the domain name system has them.
const (
	maxHost  = 253
	maxLabel = 63
)

// unusual is said of addresses that programs read in different ways.
const unusual = "write an IP address in its usual form, for example https://[2606:4700::1111]/, or give a name"

// hostProblem says what is wrong with the name of a server; empty when nothing is.
func hostProblem(host string) string {
	labels := strings.Split(strings.TrimSuffix(host, "."), ".")
	for _, label := range labels {
		if label == "" || len(label) > maxLabel || strings.ContainsFunc(label, isForeign) {
			return "the name of the server holds letters, digits, - and dots between them; write other letters in their xn-- form"
		}
	}
	if len(host) > maxHost {
		return "the name of the server is longer than names can be; check it"
	}
	if isNumber(labels[len(labels)-1]) {
		return unusual
	}
	return ""
}

// isForeign tells whether names of servers do without a letter. The underscore is not in the standard and in use.
func isForeign(letter rune) bool {
	switch {
	case letter >= 'a' && letter <= 'z', letter >= 'A' && letter <= 'Z', letter >= '0' && letter <= '9':
		return false
	}
	return letter != '-' && letter != '_'
}

// isNumber tells whether the last part of a name is a number, octal or hexadecimal included: some resolvers take
// 2130706433 or 0x7f.1 for an IPv4 address.
func isNumber(label string) bool {
	if digits, isHex := strings.CutPrefix(strings.ToLower(label), "0x"); isHex {
		return strings.Trim(digits, "0123456789abcdef") == ""
	}
	return strings.Trim(label, "0123456789") == ""
}

// isLocal tells whether a name always means the machine itself.
func isLocal(host string) bool {
	name := strings.ToLower(strings.TrimSuffix(host, "."))
	return name == "localhost" || strings.HasSuffix(name, ".localhost")
}
