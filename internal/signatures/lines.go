package signatures

import (
	"regexp"
	"strings"
)

// mode says which lines of a text count.
type mode int

const (
	all        mode = iota // every line
	telling                // the first lines, and those that speak of a failure
	framesOnly             // the stack and the causes
)

// What of a text counts in the mode telling.
const (
	firstHeads   = 2
	tellingHeads = 3
)

// read takes in the lines of one text.
func (c *collector) read(text string, m mode) {
	var inTraceback, inGoroutine bool
	plain, spoke := 0, 0
	for n := 0; n < farthestLine && text != ""; n++ {
		var raw string
		raw, text, _ = strings.Cut(text, "\n")
		raw = cut(raw, longestRead)
		bare := strings.TrimSpace(raw)
		switch {
		case bare == "":
			inGoroutine = false
			continue
		case strings.HasPrefix(bare, traceback):
			inTraceback, c.isInnermostEnd = true, true
			continue
		case isGoroutine(bare):
			inGoroutine = true
			continue
		}
		// Below its first line Python writes calls and source code indented, and ends with what failed.
		isCode := inTraceback && bare[0] != raw[0]
		inTraceback = isCode
		isCause := strings.HasPrefix(bare, "Caused by: ")
		isAsked := m == all || m == telling && (plain < firstHeads || spoke < tellingHeads && speaks(bare))
		if !isAsked && !isCause && !mayBeFrame(bare) {
			continue
		}
		line := plainLine(raw)
		switch {
		case strings.HasPrefix(line, traceback) || isGoroutine(line) || isMore.MatchString(line):
		case isFrame(line):
			c.frame(raw, line)
		case isCode || inGoroutine || !isAsked && !isCause:
		default:
			if plain++; plain > firstHeads {
				spoke++
			}
			c.head(line)
		}
	}
}

// plainLine is a line in its normal form, which is its own.
func plainLine(raw string) string {
	line := raw
	for range 8 {
		next := strings.TrimSpace(cut(replaced(tidied(line)), maxLine))
		if next == line {
			break
		}
		line = next
	}
	return line
}

// traceback begins a stack of Python.
const traceback = "Traceback (most recent call last)"

// isGoroutine finds the line that begins a stack of Go.
func isGoroutine(line string) bool {
	return strings.HasPrefix(line, "goroutine ") && strings.Contains(line, " [")
}

// isMore finds the line by which Java stands for calls that were shown before.
var isMore = regexp.MustCompile(`^\.\.\. <number> (?:more|common frames)`)

var failing = []string{"error", "exception", "fail", "assert", "expect", "panic", "fatal", "abort", "timeout", "timed out", "fault", "mismatch", "not found", "denied", "refused"}

// speaks tells whether a line speaks of a failure.
func speaks(line string) bool {
	line = strings.ToLower(line)
	for _, word := range failing {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}

// mayBeFrame quickly finds the lines that are worth a closer look.
func mayBeFrame(line string) bool {
	return strings.HasPrefix(line, "at ") || strings.HasPrefix(line, `File "`) || strings.HasPrefix(line, "#") || strings.Contains(line, ".go:")
}

var (
	placeAtEnd = regexp.MustCompile(`:(?:<line>|<number>|<port>)$`)
	debugger   = regexp.MustCompile(`^#<number> .*(?: in | at )`)
)

// isFrame tells whether a normalised line is one call of a stack, as Java, JavaScript, C#, Python, C and Go write it.
func isFrame(line string) bool {
	switch {
	case strings.HasPrefix(line, "at "):
		return strings.HasSuffix(line, ")") || strings.Contains(line, ":line ") || placeAtEnd.MatchString(line)
	case strings.HasPrefix(line, `File "`):
		return strings.Contains(line, `", line `)
	case strings.HasPrefix(line, "#"):
		return debugger.MatchString(line)
	}
	return strings.Contains(line, ".go:") && strings.Contains(line, " +<address>")
}

// foreign are the marks of calls inside languages and test tools.
var foreign = []string{
	"at java.", "at javax.", "at jdk.", "at sun.", "at com.sun.", "at java.base/", "at org.junit.", "at junit.", "at org.testng.", "at org.hamcrest.",
	"at org.assertj.", "at org.opentest4j.", "at org.mockito.", "at org.apache.maven.", "at org.gradle.", "at kotlin.", "at scala.",
	"at groovy.", "at org.codehaus.groovy.", "at worker.org.gradle.", "at app//org.junit.", "at System.", "at NUnit.", "at Xunit.", "at Microsoft.",
	"site-packages", "dist-packages", "/lib/python", "<frozen", "_pytest", "/unittest/", "node_modules", "node:internal", "(internal/", "at <anonymous>",
	"/src/runtime/", "/src/testing/", "/pkg/mod/", "/go/src/", "__libc_start", "libc.so", "ld-linux",
}

// isForeign tells whether a call lies in code that is not the project's own.
func isForeign(line string) bool {
	for _, mark := range foreign {
		if strings.Contains(line, mark) {
			return true
		}
	}
	return false
}
