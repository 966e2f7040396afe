package defects

import (
	"maps"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Draft describes a defect as a source states it. What is empty beside the title, the text and the attributes is left
// as it is.
type Draft struct {
	// Key is the name that people use; empty asks for a made one.
	Key string
	// Title may be empty: a new defect without one is shown by the first line of its text, or by its key.
	Title, Text string
	Status      defect.Status
	Severity    defect.Severity
	Priority    defect.Priority
	Resolution  defect.Resolution
	// ReportedAt is the time of the write when it is zero and the defect is new.
	ReportedAt time.Time
	DueAt      *time.Time
	Attributes map[string]string
	// FoundInBuildID to FixedInBuildID say where it was found and fixed.
	FoundInBuildID, FoundInEnvironmentID, FixedInBuildID *ident.ID
	// External is the identity in the tool that it came from.
	External projects.External
	// Stated names the fields title, text and attributes that the source speaks of; empty for all.
	Stated bulk.Stated
}

// over completes the draft by what is there where the source does not speak; found is nil when the defect is new.
func (d Draft) over(found *ent.Defect, key string) Draft {
	is := found
	if is == nil {
		title, _, _ := strings.Cut(strings.TrimSpace(d.Text), "\n")
		if title = strings.TrimSpace(title); title == "" {
			title = key
		}
		is = &ent.Defect{Title: title}
	}
	if d.Title == "" || !d.Stated.Has("title") {
		d.Title = is.Title
	}
	if !d.Stated.Has("text") {
		d.Text = is.Text
	}
	d.Attributes = d.Stated.Attributes(d.Attributes, is.Attributes)
	return d
}

func (d Draft) check() error {
	for field, text := range map[string]string{
		"title": d.Title, "text": d.Text, "external": d.External.System + d.External.ID + d.External.URL,
	} {
		if err := bulk.CheckText(field, text); err != nil {
			return err
		}
	}
	return bulk.CheckTexts("attributes", d.Attributes)
}

// apply sets what the draft states and tells whether it differs from what is there; nothing is there when it is new.
func (d Draft) apply(m *ent.DefectMutation, found *ent.Defect) (changed bool) {
	is := found
	if is == nil {
		is = &ent.Defect{}
	}
	if d.Status != "" && d.Status != is.Status {
		m.SetStatus(d.Status)
		changed = true
	}
	changed = set(is.Severity, d.Severity, m.SetSeverity) || changed
	changed = set(is.Priority, d.Priority, m.SetPriority) || changed
	changed = set(is.Resolution, d.Resolution, m.SetResolution) || changed
	if d.DueAt != nil && (is.DueAt == nil || !is.DueAt.Equal(*d.DueAt)) {
		m.SetDueAt(*d.DueAt)
		changed = true
	}
	changed = join(is.FoundInBuildID, d.FoundInBuildID, m.SetFoundInBuildID) || changed
	changed = join(is.FoundInEnvironmentID, d.FoundInEnvironmentID, m.SetFoundInEnvironmentID) || changed
	changed = join(is.FixedInBuildID, d.FixedInBuildID, m.SetFixedInBuildID) || changed
	if given := d.Attributes; !maps.Equal(given, is.Attributes) {
		changed = true
		if given == nil {
			m.ClearAttributes()
		} else {
			m.SetAttributes(given)
		}
	}
	return changed
}

// set sets a word when it is given and another one than before.
func set[T ~string](is *T, said T, set func(T)) bool {
	if said == "" || is != nil && *is == said {
		return false
	}
	set(said)
	return true
}

// join sets another entity when it is given and another one than before.
func join(is, said *ident.ID, set func(ident.ID)) bool {
	if said == nil || is != nil && *is == *said {
		return false
	}
	set(*said)
	return true
}
