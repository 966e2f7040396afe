package executions

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/signatures"
)

// told is what a source says of a failure.
type told struct{ kind, message, text string }

// failures remembers the normal form of what was said before: in one import many executions fail in the same words.
type failures map[told]string

// normal is the normal form of what a draft says of its failure; empty when it did not fail, or says nothing.
func (f failures) normal(d *Draft) string {
	if d.Status != execution.StatusFAILED && d.Status != execution.StatusERROR {
		return ""
	}
	said := told{d.FailureType, d.Message, d.FailureText}
	if said == (told{}) {
		return ""
	}
	normal, known := f[said]
	if !known {
		normal = signatures.Normalise(said.kind, said.message, said.text)
		f[said] = normal
	}
	return normal
}

// sign finds the failure signature of each draft that failed, and makes those that are new.
func (f failures) sign(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []*Draft) (map[*Draft]ident.ID, error) {
	var seen []signatures.Seen
	var failed []*Draft
	for _, d := range drafts {
		if normal := f.normal(d); normal != "" {
			seen, failed = append(seen, signatures.Seen{Text: normal, At: d.ExecutedAt}), append(failed, d)
		}
	}
	if len(failed) == 0 {
		return nil, nil
	}
	ids, err := signatures.Ensure(ctx, tx, project, seen)
	if err != nil {
		return nil, err
	}
	signed := make(map[*Draft]ident.ID, len(failed))
	hashes := map[string]string{}
	for i, d := range failed {
		hash, known := hashes[seen[i].Text]
		if !known {
			hash = signatures.Hash(seen[i].Text)
			hashes[seen[i].Text] = hash
		}
		signed[d] = ids[hash]
	}
	return signed, nil
}
