package signatures

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// What a normalised text holds at most. The first lines tell the failures apart; what follows is mostly the tool's own.
const (
	maxBytes  = 2048
	maxLine   = 300
	maxHeads  = 8
	maxFrames = 3
)

// How far a failure text is read, so that a log that was pasted into it costs no more than a stack trace.
const (
	farthestLine = 400
	longestRead  = 1000
)

// thin is the length of a message, in bytes, that tells so little ("failed") that the text has to tell the rest.
const thin = 24

// Normalise turns the texts of a failure into the one that all failures of its kind share: the type, the message and the
// first lines of the stack that are the project's own. It is empty when the failure says nothing. The normal form of a
// normal form, given as the message, is itself.
func Normalise(failureType, message, failureText string) string {
	c := &collector{}
	c.read(failureType, all)
	before := c.length()
	c.read(message, all)
	if c.length()-before < thin {
		c.read(failureText, telling)
	} else {
		c.read(failureText, framesOnly)
	}
	return c.text()
}

// Hash identifies a normalised text.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// collector gathers the lines that tell what failed and where.
type collector struct {
	heads          []string // what failed
	frames         []string // where, in the project's own code
	foreign        string   // where, when it is only in code of others
	isInnermostEnd bool     // a stack was written with the innermost call last
}

// length of what was said so far.
func (c *collector) length() (n int) {
	for _, line := range c.heads {
		n += len(line)
	}
	return n
}

func (c *collector) head(line string) {
	for _, known := range c.heads {
		if known == line {
			return
		}
	}
	if line != "" && len(c.heads) < maxHeads {
		c.heads = append(c.heads, line)
	}
}

func (c *collector) frame(raw, line string) {
	switch {
	case isForeign(raw) || isForeign(line):
		if c.foreign == "" {
			c.foreign = line
		}
	case len(c.frames) < farthestLine:
		for _, known := range c.frames {
			if known == line {
				return
			}
		}
		c.frames = append(c.frames, line)
	}
}

// text puts the lines together: what failed first, then where.
func (c *collector) text() string {
	var lines []string
	for _, head := range c.heads {
		if !c.isRepeated(head) {
			lines = append(lines, head)
		}
	}
	frames := c.frames[:min(maxFrames, len(c.frames))]
	if c.isInnermostEnd {
		frames = c.frames[max(0, len(c.frames)-maxFrames):]
	}
	if lines = append(lines, frames...); len(lines) == 0 && c.foreign != "" {
		lines = append(lines, c.foreign)
	}
	var b strings.Builder
	for i, line := range lines {
		if b.Len()+1+len(line) > maxBytes {
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
	return b.String()
}

// isRepeated tells whether another line says the same and more, as "KeyError: x" does of the type KeyError.
func (c *collector) isRepeated(head string) bool {
	for _, other := range c.heads {
		if len(other) > len(head) && strings.HasPrefix(other, head) && other[len(head)] == ':' {
			return true
		}
	}
	return false
}

// cut shortens a text to so many bytes without breaking a letter.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}
