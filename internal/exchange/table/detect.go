package table

import (
	"bytes"
	"unicode/utf8"
)

// delimiters are the characters that the header may show to stand between cells, the likeliest first.
const delimiters = ",;\t|"

// mark is the byte order mark that some programs write at the beginning of UTF-8 text.
var mark = []byte("\uFEFF")

// looksLikeTable tells whether the first line of a text has several cells. Text that begins like XML, JSON or a tagged
// format is left to the readers of those.
func looksLikeTable(head []byte) bool {
	head = bytes.TrimPrefix(head, mark)
	for cut := 0; cut < utf8.UTFMax && !utf8.Valid(head); cut++ {
		head = head[:max(0, len(head)-1)]
	}
	if len(head) == 0 || !utf8.Valid(head) || bytes.IndexByte(head, 0) >= 0 || bytes.IndexByte([]byte("<{[#"), head[0]) >= 0 {
		return false
	}
	_, count := sniff(head)
	return count > 0
}

// sniff finds the character that stands between the cells of the first row, and how often it does.
func sniff(head []byte) (delimiter rune, count int) {
	counts, quoted := map[byte]int{}, false
	for _, char := range head {
		if char == '"' {
			quoted = !quoted
		}
		if quoted {
			continue
		}
		if char == '\n' {
			break
		}
		counts[char]++
	}
	delimiter = rune(delimiters[0])
	for _, char := range []byte(delimiters) {
		if counts[char] > count {
			delimiter, count = rune(char), counts[char]
		}
	}
	return delimiter, count
}
