package app

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// imports brings files into a project in two steps: POST /imports/KEY?dryRun=true takes them and tells what would change, and
// POST /imports/KEY/TOKEN imports them. Both tell their progress to whoever accepts application/x-ndjson.
func (a *App) imports(mux *http.ServeMux) {
	mux.HandleFunc("GET /imports/{project}/formats", a.importFormats)
	mux.HandleFunc("POST /imports/{project}", a.importing(a.stageImport))
	mux.HandleFunc("POST /imports/{project}/{token}", a.importing(a.runImport))
	mux.HandleFunc("DELETE /imports/{project}/{token}", a.importing(a.stopImport(true)))
	mux.HandleFunc("DELETE /imports/{project}/{token}/run", a.importing(a.stopImport(false)))
}

// importPlace is whose import a request is about, and in which project.
type importPlace struct {
	project *ent.Project
	user    ident.ID
}

// importing asks first whether the person may import at all, so that nobody sends what is refused.
func (a *App) importing(act func(ctx context.Context, at importPlace, r *http.Request, to *importAnswer) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, to := a.As(r.Context()), a.importAnswer(w, r)
		err := func() error {
			if r.Header.Get(uploadHeader) != "1" {
				return fault.New(fault.Invalid, "send the header %s: 1, which says that a program of yours sends this", uploadHeader).At(uploadHeader)
			}
			at, err := a.mayImport(ctx, r.PathValue("project"))
			if err != nil {
				return err
			}
			return act(ctx, at, r, to)
		}()
		if err != nil {
			to.refuse(ctx, err)
		}
	}
}

func (a *App) mayImport(ctx context.Context, key string) (importPlace, error) {
	who, err := viewer.From(ctx)
	if err != nil {
		return importPlace{}, err
	}
	project, err := projects.ByKey(ctx, a.Store.Client, key)
	if err != nil {
		return importPlace{}, err
	}
	return importPlace{project, who.User}, people.Require(ctx, a.Store.Client, project, membership.RoleEDITOR)
}

func (a *App) importFormats(w http.ResponseWriter, r *http.Request) {
	ctx, to := a.As(r.Context()), a.importAnswer(w, r)
	if _, err := projects.ByKey(ctx, a.Store.Client, r.PathValue("project")); err != nil {
		to.refuse(ctx, err)
		return
	}
	formats, records := formatsView()
	answer(w, http.StatusOK, "import", map[string]any{"formats": formats, "records": records, "mostBytes": mostImportBytes, "mostFiles": mostImportFiles})
}

// stageImport takes files and tells what is in them and, when nothing has to be said first, what importing them would change.
func (a *App) stageImport(ctx context.Context, at importPlace, r *http.Request, to *importAnswer) error {
	if r.URL.Query().Get("dryRun") != "true" {
		return fault.New(fault.Invalid, "files are looked at before they are imported: send them with dryRun=true, then import them by their token").At("dryRun")
	}
	if r.ContentLength > mostImportBytes+1<<20 {
		return fault.New(fault.Invalid, "the files of one import have at most %d MiB together; import them in several parts, or from the command line",
			mostImportBytes>>20).Because(errLarge).At("file")
	}
	free, err := a.slot()
	if err != nil {
		return err
	}
	defer free()
	to.pace.receiving()
	one := &staged{project: at.project.ID, user: at.user}
	err = one.receive(r, to.pace)
	to.pace.received()
	to.pace.writeOn()
	if err != nil {
		return err
	}
	working, err := a.staging.put(ctx, one)
	if err != nil {
		_ = os.RemoveAll(one.folder)
		return err
	}
	defer func() { a.staging.done(ctx, one, false) }()
	request := exchange.Request{ProjectKey: at.project.Key, Files: one.files, Mapping: one.mapping, MapFile: one.mapFile, DryRun: true}
	found, err := exchange.Look(working, request)
	if err != nil {
		return err
	}
	view := viewOf(one, found)
	if to.flows {
		to.send(http.StatusOK, "staged", view)
	}
	end := map[string]any{"staged": view, "report": nil, "error": nil}
	if !view.needsMapping() {
		to.progress(&request)
		report, err := exchange.Import(working, a.Hub, a.Store.Client, request)
		if err == nil {
			end["report"] = reportOf(report)
		} else if _, told := refusal(working, err); told.Code == string(fault.Invalid) {
			end["error"] = told // the files wait all the same: a mapping may be all that they lack
		} else {
			return err
		}
	}
	to.send(http.StatusOK, "preview", end)
	return nil
}

// settings are what a person says about an upload before it is imported.
type settings struct {
	Tables      []mapping.Table `json:"tables"`
	Build       string          `json:"build"`
	Environment string          `json:"environment"`
	Release     string          `json:"release"`
	Cycle       string          `json:"cycle"`
}

// mostSettings bounds them.
const mostSettings = 256 << 10

// runImport imports an upload as a person says, or tells what that would change.
func (a *App) runImport(ctx context.Context, at importPlace, r *http.Request, to *importAnswer) error {
	var said settings
	decoder := json.NewDecoder(io.LimitReader(r.Body, mostSettings))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&said); err != nil && !errors.Is(err, io.EOF) {
		return fault.New(fault.Invalid, "what is to be done is no JSON that is understood; it has tables, build, environment, release and cycle").Because(err)
	}
	if _, err := io.Copy(io.Discard, io.LimitReader(r.Body, mostSettings)); err != nil { // only then is it heard that somebody goes away
		return broken(err)
	}
	free, err := a.slot()
	if err != nil {
		return err
	}
	defer free()
	one, working, err := a.staging.use(ctx, r.PathValue("token"), at.project.ID, at.user)
	if err != nil {
		return err
	}
	isUsed := false
	defer func() { a.staging.done(ctx, one, isUsed) }()
	mapped, err := one.mapping.With(said.Tables)
	if err != nil {
		return err
	}
	request := exchange.Request{
		ProjectKey: at.project.Key, Files: one.files, Mapping: mapped, MapFile: one.mapFile, DryRun: r.URL.Query().Get("dryRun") == "true",
		Build: said.Build, Environment: said.Environment, Release: said.Release, Cycle: said.Cycle,
	}
	to.pace.receiving() // an import takes the time that it needs; each line has its own
	to.pace.received()
	to.progress(&request)
	report, err := exchange.Import(working, a.Hub, a.Store.Client, request)
	if err != nil {
		if working.Err() != nil && fault.Of(err) == nil {
			err = fault.New(stopped, "the import was stopped before its end; nothing of it was written").Because(err)
		}
		return err
	}
	isUsed = !request.DryRun
	to.send(http.StatusOK, "report", reportOf(report))
	return nil
}

// stopImport ends what is done with an upload, for those who cannot hang up, or puts the upload away.
func (a *App) stopImport(putAway bool) func(context.Context, importPlace, *http.Request, *importAnswer) error {
	return func(_ context.Context, at importPlace, r *http.Request, to *importAnswer) error {
		a.staging.stop(r.PathValue("token"), at.project.ID, at.user, putAway)
		to.to.WriteHeader(http.StatusNoContent)
		return nil
	}
}

// slot takes one of the places for files that arrive or are read.
func (a *App) slot() (free func(), err error) {
	select {
	case a.uploads <- struct{}{}:
		return func() { <-a.uploads }, nil
	default:
		return nil, fault.New(fault.Unavailable, "%d files arrive at this moment, which is the most; send it again in a few seconds", mostUploads).
			Because(errBusy)
	}
}
