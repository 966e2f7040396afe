package exchange

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/exchange/publish"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
)

// Import reads the files of a request and publishes what they hold, all of it or nothing. A refusal is a *record.Error,
// with the place in the file, or a *fault.Fault.
func Import(ctx context.Context, hub *changes.Hub, client *ent.Client, request Request) (*Report, error) {
	names := map[string]string{} // of files: those that the mapping's patterns are for, by those that people see
	request.Mapping = request.Mapping.Calling(names)
	detector, err := newDetector(request.Format, request.Mapping)
	if err != nil {
		return nil, err
	}
	given := slices.Clone(request.Paths)
	for _, file := range request.Files {
		given = append(given, file.Name)
	}
	source := strings.Join(given, ",")
	return run(ctx, hub, client, request, source, func(r *reading) error {
		r.detector = detector
		all := &inputs{warn: r.warn, skip: resolved(request.MapFile)}
		defer all.close()
		if err := all.take(ctx, request); err != nil {
			return err
		}
		r.usage = request.Mapping.NewUsage()
		for _, one := range all.files {
			names[one.name] = one.match
			r.usage.File(one.name)
		}
		if err := r.all(ctx, all.files); err != nil {
			return err
		}
		for _, unused := range r.usage.Unused() {
			unused.File = request.MapFile
			r.warn(unused)
		}
		return nil
	})
}

// resolved is the place of a file; empty when it has none.
func resolved(name string) string {
	if name == "" {
		return ""
	}
	absolute, err := filepath.Abs(name)
	if err != nil {
		return ""
	}
	found, err := filepath.EvalSymlinks(absolute)
	if err != nil {
		return ""
	}
	return found
}

// ImportRecords publishes what a program states instead of files, such as the demo workspace. Name stands where a file's
// name would; Paths, Format and the files' part of Progress have no meaning.
func ImportRecords(ctx context.Context, hub *changes.Hub, client *ent.Client, request Request, name string, write func(record.Sink) error) (*Report, error) {
	return run(ctx, hub, client, request, name, func(r *reading) error {
		if err := write(sink{r, 0}); err != nil {
			return err
		}
		r.names, r.digests, r.formats = []string{name}, []string{r.stage.Digest()}, []string{name}
		return nil
	})
}

// run stages and publishes.
func run(ctx context.Context, hub *changes.Hub, client *ent.Client, request Request, source string, read func(*reading) error) (*Report, error) {
	project, err := projects.ByKey(ctx, client, request.ProjectKey)
	if err != nil {
		return nil, err
	}
	if err := people.Require(ctx, client, project, membership.RoleEDITOR); err != nil {
		return nil, err // before the files are read, so that nobody waits for a refusal
	}
	r := &reading{progress: request.Progress}
	r.stage = stage.New(stage.Options{
		Mapping: request.Mapping, Build: request.Build, Environment: request.Environment, Release: request.Release, Cycle: request.Cycle,
	}, r.warn)
	defer func() { _ = r.stage.Close() }()
	if request.Phase != nil {
		request.Phase(Reading)
	}
	if err := read(r); err != nil {
		return nil, err
	}
	if request.Release != "" && r.stage.Counts.Executions > 0 && r.stage.Context.LooseCount == r.stage.Counts.Executions {
		return nil, fault.New(fault.Invalid, "a release is joined to a build, and the results name none: name the build too").At("build")
	}
	r.warnIdle(request)
	digest, err := digest(request, r)
	if err != nil {
		return nil, err
	}
	slices.Sort(r.formats)
	if request.Phase != nil {
		request.Phase(Publishing)
	}
	return publish.Publish(ctx, hub, publish.Input{
		ProjectKey: request.ProjectKey, Stage: r.stage, Digests: r.digests, Format: strings.Join(r.formats, ","),
		Source: source, Digest: digest, Key: request.Key, Client: client, Mapping: request.Mapping, Warnings: r.warnings,
		DryRun: request.DryRun, Progress: request.Progress,
	})
}

// warnIdle tells that something is said about results and there are none.
func (r *reading) warnIdle(request Request) {
	if r.stage.Counts.Executions > 0 {
		return
	}
	for _, given := range []struct{ field, value string }{
		{"build", request.Build}, {"environment", request.Environment}, {"release", request.Release}, {"cycle", request.Cycle},
	} {
		if given.value != "" {
			r.warn(record.Warning{Field: given.field, Message: "the " + given.field + " " + given.value +
				" is for results, and the files hold none; it was left out"})
		}
	}
}

// digest is equal for the same files with the same settings.
func digest(request Request, r *reading) (string, error) {
	document, err := json.Marshal([]any{
		r.names, r.digests, r.formats, request.Mapping, request.Build, request.Environment, request.Release, request.Cycle,
	})
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(document)
	return hex.EncodeToString(sum[:]), nil
}
