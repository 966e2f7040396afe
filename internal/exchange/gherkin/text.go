package gherkin

import (
	"slices"
	"strings"
)

// isSpecial tells whether a line of free text would be read as something else.
func isSpecial(line, language string) bool {
	line = strings.TrimLeft(line, " \t")
	for _, start := range []string{`\`, "#", "@", "|", `"""`, "```"} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	d := dialect(language)
	return slices.ContainsFunc(d.StepKeywords(), func(keyword string) bool { return strings.HasPrefix(line, keyword) }) ||
		titled(line, slices.Concat(d.FeatureKeywords(), d.RuleKeywords(), d.BackgroundKeywords(), d.ScenarioKeywords(),
			d.ScenarioOutlineKeywords(), d.ExamplesKeywords()))
}

// guarded writes free text so that it is read as such: a line that would be taken for something else gets a backslash.
func guarded(text, language string) []string {
	all := strings.Split(plain(text), "\n")
	for i, line := range all {
		if isSpecial(line, language) {
			indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
			all[i] = indent + `\` + line[len(indent):]
		}
	}
	return all
}

// unguarded reads free text: without the indentation that all lines share, and without guards.
func unguarded(text, language string) []string {
	all := strings.Split(text, "\n")
	indent, isFirst := "", true
	for i, line := range all {
		all[i] = strings.TrimRight(line, " \t")
		if all[i] == "" {
			continue
		}
		own := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if isFirst {
			indent, isFirst = own, false
		}
		for !strings.HasPrefix(own, indent) {
			indent = indent[:len(indent)-1]
		}
	}
	for i, line := range all {
		line = strings.TrimPrefix(line, indent)
		body := strings.TrimLeft(line, " \t")
		if rest, is := strings.CutPrefix(body, `\`); is && isSpecial(rest, language) {
			line = line[:len(line)-len(body)] + rest
		}
		all[i] = line
	}
	for len(all) > 0 && all[0] == "" {
		all = all[1:]
	}
	for len(all) > 0 && all[len(all)-1] == "" {
		all = all[:len(all)-1]
	}
	return all
}

// plain is a text as lines can hold it: with line feeds only, and no blank lines around it.
func plain(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return strings.Trim(text, "\n")
}

// oneLine is a text on a single line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
