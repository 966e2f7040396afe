package publish

import (
	"context"
	"encoding/json"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/importrun"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// IdempotencyMismatch says that an import's key was used before, for other files or settings.
const IdempotencyMismatch fault.Code = "IDEMPOTENCY_MISMATCH"

func (at place) String() string {
	if at.line == 0 {
		return at.file
	}
	return at.file + ":" + strconv.Itoa(at.line)
}

// earlier finds an equal import that took place before. With a key of its own, that import's report is the answer.
func (p *publisher) earlier(ctx context.Context) (*ent.ImportRun, error) {
	if p.in.Key != "" {
		if err := bulk.CheckText("key", p.in.Key); err != nil {
			return nil, err
		}
		if len(p.in.Key) > 200 {
			return nil, fault.New(fault.Invalid, "the key of an import has at most 200 bytes").At("key")
		}
		known, err := p.tx.ImportRun.Query().
			Where(importrun.ProjectID(p.project.ID), importrun.IdempotencyKey(p.in.Key)).Only(ctx)
		switch {
		case ent.IsNotFound(err):
		case err != nil:
			return nil, err
		case known.Digest != p.in.Digest:
			return nil, fault.New(IdempotencyMismatch, "the key %s was used for an import of other files or settings; use a new key", p.in.Key).At("key")
		case !p.in.DryRun:
			if p.report, err = reportOf(known); err != nil {
				return nil, err
			}
			return nil, errKnown
		}
	}
	known, err := p.tx.ImportRun.Query().Where(importrun.ProjectID(p.project.ID), importrun.Digest(p.in.Digest)).
		Order(ent.Desc(importrun.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return known, err
}

// open makes the record of the import, which executions point to. What it changed is filled in at the end of the same
// transaction.
func (p *publisher) open(ctx context.Context) error {
	key := p.in.Key
	if key == "" {
		used, err := p.tx.ImportRun.Query().
			Where(importrun.ProjectID(p.project.ID), importrun.IdempotencyKey(p.in.Digest)).Exist(ctx)
		if err != nil {
			return err
		}
		key = p.in.Digest
		if used { // what was imported then has been changed here since
			key += "~" + p.run.String()
		}
	}
	err := p.tx.ImportRun.Create().SetID(p.run).SetProjectID(p.project.ID).SetFormat(p.in.Format).SetSource(p.in.Source).
		SetDigest(p.in.Digest).SetIdempotencyKey(key).SetFiles(len(p.in.Digests)).SetCounts(map[string]int{}).
		SetCreated(0).SetUpdated(0).SetUnchanged(0).SetWarningCount(0).SetCreatedAt(p.now).SetUpdatedAt(p.now).Exec(ctx)
	return bulk.Explain(err, "import")
}

// close fills in what the import changed.
func (p *publisher) close(ctx context.Context) error {
	counts, err := json.Marshal(p.report.Counts)
	if err != nil {
		return err
	}
	warnings, err := json.Marshal(stored(p.report.Warnings))
	if err != nil {
		return err
	}
	p.report.ImportRun = p.run.String()
	err = p.tx.ImportRun.Update().Where(importrun.ID(p.run)).SetUpdatedAt(p.now).Modify(func(u *sql.UpdateBuilder) {
		u.Set(importrun.FieldCounts, string(counts)).
			Set(importrun.FieldWarnings, string(warnings)).
			Set(importrun.FieldWarningCount, len(p.report.Warnings)).
			Set(importrun.FieldCreated, p.report.Created).
			Set(importrun.FieldUpdated, p.report.Updated).
			Set(importrun.FieldUnchanged, p.report.Unchanged)
	}).Exec(ctx)
	return bulk.Explain(err, "import")
}
