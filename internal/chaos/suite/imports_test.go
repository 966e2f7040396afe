//go:build unix

package suite_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

// importer imports by running the program, each time a file of results, with a key that is its mark.
type importer struct {
	*world
	number int
	folder string
	*chance
}

// bring lets so many importers begin.
func (w *world) bring(importers int) {
	for i := range importers {
		one := &importer{world: w, number: i, folder: w.t.TempDir(), chance: newChance(w.seed, 200+uint64(i))}
		w.writing.Go(func() {
			for n := 0; !w.isStopped(); n++ {
				one.next(w.t.Context(), n)
			}
		})
	}
}

// next does one import and notes what became of it.
func (i *importer) next(ctx context.Context, n int) {
	mark := fmt.Sprintf("import-%d-%d", i.number, n)
	path := filepath.Join(i.folder, mark+".xml")
	one := history.Import{
		Name: mark, Project: i.projects[i.below(len(i.projects))], Mark: mark, Type: "EXECUTION", Units: 50 + i.below(51),
	}
	if err := os.WriteFile(path, results(mark, i.below(100), one.Units), 0o600); err != nil {
		i.problem("write the file of %s: %v", mark, err)
		return
	}
	one.Started = i.tick()
	if one.Run = i.ask(ctx, one, path); one.Run != "" {
		one.Acknowledged = i.tick()
		i.acknowledged.Add(1)
	}
	_ = os.Remove(path) // the folder goes anyhow
	i.mu.Lock()
	defer i.mu.Unlock()
	i.imports = append(i.imports, one)
}

// results are those of so many test cases, from a number on: most are known already.
func results(mark string, first, units int) []byte {
	var file strings.Builder
	fmt.Fprintf(&file, "<testsuite name=%q tests=\"%d\" timestamp=\"2026-11-20T10:00:00Z\">\n", mark, units)
	for n := first; n < first+units; n++ {
		if n%7 == 0 {
			fmt.Fprintf(&file, "<testcase classname=\"Checkout\" name=\"case %d\" time=\"0.01\"><failure message=\"no answer\">at step %d</failure></testcase>\n", n, n%5)
			continue
		}
		fmt.Fprintf(&file, "<testcase classname=\"Checkout\" name=\"case %d\" time=\"0.01\"/>\n", n)
	}
	file.WriteString("</testsuite>\n")
	return []byte(file.String())
}

// ask runs the program until it answers, or gives up about every other time: then nobody knows. It gives the id of the
// import, empty when nobody knows.
func (i *importer) ask(ctx context.Context, one history.Import, path string) string {
	for isRepeated, givesUp := false, i.half(); ; isRepeated = true {
		document, err := i.once(ctx, "import", path, "--project", one.Project, "--key", one.Mark, "--build", one.Mark)
		var report struct{ ImportRun string }
		if err == nil {
			err = json.Unmarshal(document, &report)
		}
		switch {
		case err == nil && report.ImportRun != "":
			return report.ImportRun
		case err == nil:
			i.problem("%s was answered without an import: %s", one.Name, document)
			return ""
		case !strings.Contains(err.Error(), "signal: killed") && !strings.Contains(err.Error(), `"UNAVAILABLE"`) && ctx.Err() == nil:
			i.problem("%s was refused: %v (repeated: %t)", one.Name, err, isRepeated)
			return ""
		}
		if !isRepeated {
			i.unknown.Add(1)
		}
		if away(ctx, again); givesUp || ctx.Err() != nil || i.isStopped() {
			return ""
		}
	}
}

// once runs the program, which may be killed meanwhile.
func (i *importer) once(ctx context.Context, words ...string) ([]byte, error) {
	child, err := i.start(ctx, words...)
	if err != nil {
		return nil, err
	}
	defer child.Kill()
	i.mu.Lock()
	i.importing[child] = true
	i.mu.Unlock()
	defer func() {
		i.mu.Lock()
		defer i.mu.Unlock()
		delete(i.importing, child)
	}()
	return answer(ctx, child)
}
