package app

import (
	"encoding/json"
	"log/slog"
	"mime"
	"net/http"
	"time"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/remarks"
)

// attachments serves files: POST /attachments?about=ID&name=FILE takes one as the body, GET /attachments/ID gives it back.
func (a *App) attachments(mux *http.ServeMux) {
	mux.HandleFunc("POST /attachments", a.attach)
	mux.HandleFunc("GET /attachments/{id}", a.attachment)
}

// attached is the answer to an upload.
type attached struct {
	ID          ident.ID `json:"id"`
	Name        string   `json:"name"`
	MediaType   string   `json:"mediaType"`
	SizeBytes   int64    `json:"sizeBytes"`
	ContentHash string   `json:"contentHash"`
}

func (a *App) attach(w http.ResponseWriter, r *http.Request) {
	ctx := a.As(r.Context())
	pace := a.pace(w)
	pace.receiving()
	made, err := a.take(ctx, r, pace)
	pace.writeOn()
	if err != nil {
		refuse(ctx, w, err)
		return
	}
	w.Header().Set("Location", "/attachments/"+made.ID.String())
	answer(w, http.StatusCreated, "attachment", attached{
		ID: made.ID, Name: made.Name, MediaType: made.MediaType, SizeBytes: made.SizeBytes, ContentHash: made.ContentHash,
	})
}

func (a *App) attachment(w http.ResponseWriter, r *http.Request) {
	ctx := a.As(r.Context())
	id, err := ident.Parse(r.PathValue("id"))
	if err != nil {
		refuse(ctx, w, fault.New(fault.Invalid, "%s", err).At("id"))
		return
	}
	content, err := remarks.Open(ctx, a.Store.Client, id)
	if err != nil {
		refuse(ctx, w, err)
		return
	}
	header := w.Header()
	header.Set("Content-Type", servedAs(content.MediaType))
	header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": content.Name}))
	header.Set("Content-Security-Policy", "sandbox; default-src 'none'")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	header.Set("Cache-Control", "private, no-cache")
	header.Set("ETag", `"`+content.ContentHash+`"`)
	http.ServeContent(leaving{w, a.pace(w)}, r, "", time.Time{}, content)
	if err := content.Err(); err != nil && ctx.Err() == nil {
		slog.ErrorContext(ctx, "an attachment could not be sent whole", "attachment", id.String(), "error", err)
	}
}

// servedAs is the media type under which a content leaves: never one that a browser obeys.
func servedAs(stored string) string {
	switch stored {
	case remarks.MediaHTML, remarks.MediaSVG, remarks.MediaText:
		return "text/plain; charset=utf-8"
	}
	return stored
}

// answer writes one thing under its name as JSON.
func answer(w http.ResponseWriter, status int, name string, thing any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{name: thing}) // the client went away, if anything
}
