package signatures

import "strings"

// roots are the first folders of paths that belong to one machine. Other paths, such as those of an address, are kept.
var roots = set("home Users tmp temp var private usr opt etc mnt media srv builds build root work workspace workspaces runner actions-runner github __w app src nix go")

// sources are the endings of files that have lines.
var sources = set("java kt kts scala groovy py go js jsx mjs cjs ts tsx c cc cpp cxx h hh hpp m mm cs fs vb rb php rs swift dart lua pl pm r sh ex exs erl hs clj feature robot html xml json yaml yml sql txt S")

func set(words string) map[string]bool {
	found := map[string]bool{}
	for _, word := range strings.Fields(words) {
		found[word] = true
	}
	return found
}

// unixPath writes a path without the folders of the machine that it comes from.
func (s *scanner) unixPath(rest string, before byte) bool {
	isStart := strings.IndexByte("\x00 \"'`([{=,:|;", before) >= 0 || strings.HasSuffix(s.text[:s.at], "://")
	first, _, _ := strings.Cut(rest[1:min(len(rest), 40)], "/")
	if !isStart || !roots[first[:run(first, isFileByte)]] {
		return false
	}
	s.file(rest[:run(rest, isPathByte)])
	return true
}

// windowsPath does the same for paths with a drive.
func (s *scanner) windowsPath(rest, blob string) bool {
	if len(blob) != 1 || !isLetter(blob[0]) || len(rest) < 4 || rest[1] != ':' || (rest[2] != '\\' && rest[2] != '/') || !isPathByte(rest[3]) || rest[3] == '/' {
		return false
	}
	s.file(rest[:2+run(rest[2:], isPathByte)])
	return true
}

func isFileByte(c byte) bool { return isWord(c) || c == '-' || c == '.' }

func isPathByte(c byte) bool { return c > ' ' && strings.IndexByte("\"'`<>()[]{},;:|*?!", c) < 0 }

// file writes a path's last name, which is the same everywhere; not that of a temporary file, which never is.
func (s *scanner) file(path string) {
	base := strings.LastIndexAny(path, `/\`) + 1
	_, ending, _ := cutLast(path[base:])
	lower := strings.ToLower(path)
	isTemporary := strings.Contains(lower, "tmp") || strings.Contains(lower, "temp") || strings.Contains(lower, "/var/folders/")
	if base == len(path) || isTemporary && !sources[ending] {
		s.put(aPath, len(path))
		return
	}
	s.put(aPath+"/", base)
}

// place writes the line and column behind a file's name, and the port behind a machine's.
func (s *scanner) place(rest string) bool {
	n := 1 + run(rest[1:], isDigit)
	if n == 1 || startsWord(rest[n:]) {
		return false
	}
	before := s.text[:s.at]
	before = before[strings.LastIndexAny(before, " \t\"'`(),[]")+1:]
	_, ending, _ := cutLast(before)
	switch {
	case sources[ending]:
		if n < len(rest) && rest[n] == ':' {
			if column := run(rest[n+1:], isDigit); column > 0 {
				n += 1 + column
			}
		}
		s.put(":"+aLine, n)
	case strings.HasSuffix(before, "localhost") || strings.Contains(before, "://") && !strings.Contains(before[strings.Index(before, "://")+3:], "/"),
		address4.MatchString(before), strings.HasSuffix(before, anIP):
		s.put(":"+aPort, n)
	default:
		return false
	}
	return true
}

// cutLast splits a file's name at its last dot.
func cutLast(name string) (stem, ending string, found bool) {
	at := strings.LastIndexByte(name, '.')
	if at < 0 {
		return name, "", false
	}
	return name[:at], name[at+1:], true
}

// quotedID is the length of a quoted word with digits amid its letters, which is some thing's id; 0 when it is none.
func quotedID(rest string) int {
	n := run(rest[1:min(len(rest), 66)], func(c byte) bool { return isWord(c) || c == '-' })
	if n < 6 || 1+n >= len(rest) || rest[1+n] != rest[0] {
		return 0
	}
	word, wasLetter, wasDigit := rest[1:1+n], false, false
	for i := range len(word) {
		switch {
		case isDigit(word[i]):
			wasDigit = wasDigit || wasLetter
		case isLetter(word[i]):
			if wasDigit && isDigit(word[i-1]) {
				return n + 2
			}
			wasLetter = true
		}
	}
	return 0
}
