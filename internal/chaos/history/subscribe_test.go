package history_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

// history numbers the feeds and lets subscribers read them: two who see everything, one through a stream of all projects;
// one who begins with a snapshot; one who sees one project; and a guest who is removed.
func (w *world) history() history.History {
	h := history.History{Writes: slices.Clone(w.writes), Imports: slices.Clone(w.imports)}
	first := w.projects[0]
	for _, project := range w.projects {
		for i := range w.feeds[project] {
			w.feeds[project][i].Seq = int64(i + 1)
		}
		h.Projects = append(h.Projects, history.Project{
			Key: project, Head: w.head(project), State: w.state(project, w.head(project)), Whole: []string{"REQUIREMENT", "EXECUTION"},
		})
	}
	late := int64(w.chance(int(w.head(first)) + 1))
	guest := w.removed() - int64(w.chance(3))
	h.Subscribers = []history.Subscriber{
		w.reader("all", "vector", -1, w.feedsOf(w.projects)...),
		w.reader("each", "", -1, w.feedsOf(w.projects)...),
		w.reader("late", "", -1, history.Feed{Project: first, After: late, Base: w.state(first, late)}),
		w.reader("one", "", -1, w.feedsOf(w.projects[1:2])...),
		w.reader("guest", "", guest, history.Feed{Project: first, Membership: member}),
	}
	return h
}

func (w *world) head(project string) int64 { return int64(len(w.feeds[project])) }

func (w *world) feedsOf(projects []string) []history.Feed {
	var feeds []history.Feed
	for _, project := range projects {
		feeds = append(feeds, history.Feed{Project: project})
	}
	return feeds
}

// removed is the number of the change that removes the guest.
func (w *world) removed() int64 {
	return int64(1 + slices.IndexFunc(w.feeds[w.projects[0]], func(e envelope) bool { return e.EntityID == member }))
}

// state is what the first changes of a project come to.
func (w *world) state(project string, until int64) map[string]history.Entity {
	now := map[string]history.Entity{}
	for _, e := range w.feeds[project][:until] {
		fields := map[string]json.RawMessage{}
		maps.Copy(fields, now[e.EntityID].Fields)
		for _, f := range e.Fields {
			fields[f.Field] = text(f.After)
		}
		now[e.EntityID] = history.Entity{Type: e.EntityType, Fields: fields}
		if e.Op == "DELETE" {
			delete(now, e.EntityID)
		}
	}
	return now
}

// reader receives feeds up to their heads, or to a number, over a few connections.
func (w *world) reader(name, cursor string, until int64, feeds ...history.Feed) history.Subscriber {
	s := history.Subscriber{Name: name, Feeds: feeds}
	var open [][]history.Line
	for _, feed := range feeds {
		end := until
		if end < 0 {
			end = w.head(feed.Project)
		}
		open = append(open, w.connections(feed, cursor, end))
	}
	for len(open) > 0 { // streams of several projects come mixed
		at := w.chance(len(open))
		if len(open[at]) == 0 {
			open = slices.Delete(open, at, at+1)
			continue
		}
		s.Lines = append(s.Lines, open[at][0])
		open[at] = open[at][1:]
	}
	return s
}

// connections reads one feed to its end, and is cut off now and then; it asks again from a little earlier.
func (w *world) connections(feed history.Feed, cursor string, end int64) []history.Line {
	var lines []history.Line
	for at := feed.After; at < end; {
		for last := min(end, at+4+int64(w.chance(8))); at < last; at++ {
			lines = append(lines, w.line(feed.Project, cursor, at+1))
		}
		if w.chance(3) > 0 {
			at = max(feed.After, at-int64(w.chance(4)))
			lines = append(lines, history.Line{Resumed: true, Project: feed.Project, Seq: at})
		}
	}
	return lines
}

func (w *world) line(project, cursor string, seq int64) history.Line {
	e := w.feeds[project][seq-1]
	e.Cursor = fmt.Sprint(project, "/", seq, cursor)
	return history.Line{Project: project, Seq: seq, Envelope: text(e)}
}

func text(value any) json.RawMessage {
	written, err := json.Marshal(value)
	if err != nil {
		return nil
	}
	return written
}
