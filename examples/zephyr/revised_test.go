package zephyr_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// revisedKey is the requirement that the source states otherwise when it is imported again.
const revisedKey = "ZEP-SRS-5-16"

// stand is how the revised requirement and its link stand.
type stand struct {
	Project struct {
		Requirement struct {
			ContentVersion int
			Coverage       struct {
				Status                       string
				Cases, Passed, Failed, Stale int
			}
			Versions   struct{ TotalCount int }
			TraceLinks struct {
				Nodes []struct {
					ID            string
					Version       int
					State, Reason string
					ChangedFields []string
				}
			}
		}
	}
}

func (w workspace) stands() (s stand) {
	w.Helper()
	w.ask(&s, `query ($key: String!) { project(key: "ZEP") { requirement(key: $key) { contentVersion versions { totalCount }
		coverage(scope: {build: "v4.4.0-8811-g8d2ad20b2713"}) { status cases passed failed stale }
		traceLinks { nodes { id version state reason changedFields } } } } }`, map[string]any{"key": revisedKey})
	return s
}

// losesEvidenceByARevision imports the requirements again with one statement changed: its evidence is stale until
// somebody affirms the link.
func (w workspace) losesEvidenceByARevision(data string) {
	w.Helper()
	before := w.stands().Project.Requirement
	if before.ContentVersion != 1 || before.Coverage.Status != "PASSED" || before.TraceLinks.Nodes[0].State != "VALID" {
		w.Errorf("before the revision %+v", before)
	}
	w.run("import", w.revised(data), "--project", "ZEP", "--map", "mapping.yaml")
	after := w.stands().Project.Requirement
	link := after.TraceLinks.Nodes[0]
	if after.ContentVersion != 2 || after.Versions.TotalCount != 2 || after.Coverage.Status != "STALE" || after.Coverage.Stale != 1 || after.Coverage.Passed != 0 ||
		link.State != "SUSPECT" || strings.Join(link.ChangedFields, " ") != "REQUIREMENT.TEXT" || link.Reason != "requirement v1 → v2: TEXT" {
		w.Errorf("after the revision %+v", after)
	}
	var affirmed struct {
		LinkAffirm struct {
			TraceLinks []struct {
				State              string
				RequirementVersion int
			}
			UserErrors []struct{ Message string }
		}
	}
	w.ask(&affirmed, `mutation ($id: ID!, $version: Int!) { linkAffirm(input: {reason: "The case resets to zero.", links: [{id: $id, expectedVersion: $version}]}) {
		traceLinks { state requirementVersion } userErrors { message } } }`, map[string]any{"id": link.ID, "version": link.Version})
	if done := affirmed.LinkAffirm; len(done.UserErrors) > 0 || done.TraceLinks[0].State != "VALID" || done.TraceLinks[0].RequirementVersion != 2 {
		w.Errorf("affirming gave %+v", done)
	}
	if last := w.stands().Project.Requirement.Coverage; last.Status != "PASSED" || last.Passed != 1 || last.Stale != 0 {
		w.Errorf("after affirming %+v", last)
	}
}

// revised copies the requirements with another statement of the one.
func (w workspace) revised(data string) string {
	w.Helper()
	folder := filepath.Join(w.TempDir(), "requirements")
	const was, is = "resets the semaphore count to zero.", "resets the semaphore count to zero and wakes all waiting threads."
	changed := 0
	err := filepath.WalkDir(filepath.Join(data, "requirements"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		changed += strings.Count(string(text), was)
		inside, err := filepath.Rel(filepath.Join(data, "requirements"), path)
		if err != nil {
			return err
		}
		to := filepath.Join(folder, inside)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return os.WriteFile(to, []byte(strings.ReplaceAll(string(text), was, is)), 0o600)
	})
	if err != nil || changed != 1 {
		w.Fatalf("the statement was changed in %d places: %v", changed, err)
	}
	return folder
}
