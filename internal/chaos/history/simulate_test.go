package history_test

import (
	"encoding/json"
	"fmt"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

// chance gives a number from 0 to below n; who draws decides whether it is a seed's or shrinks.
type chance func(n int) int

// envelope is a change as the feed writes it.
type envelope struct {
	Cursor        string            `json:"cursor"`
	Project       string            `json:"project"`
	Seq           int64             `json:"seq"`
	ID            string            `json:"id"`
	Tx            string            `json:"tx"`
	At            string            `json:"at"`
	Op            string            `json:"op"`
	EntityType    string            `json:"entityType"`
	EntityID      string            `json:"entityId"`
	EntityVersion int64             `json:"entityVersion"`
	Cause         map[string]string `json:"cause"`
	Fields        []field           `json:"fields"`
}

type field struct {
	Field  string `json:"field"`
	Before any    `json:"before"`
	After  any    `json:"after"`
}

// world is a small workspace in which everything goes right: several writers at once, some of whom never hear the answer.
type world struct {
	chance
	projects []string
	// feeds are the changes of each project in the order of their commits.
	feeds   map[string][]envelope
	writes  []history.Write
	imports []history.Import

	ticks, names int64
	versions     map[string]map[string]int64 // of the entities that are there, by project and id
	order        map[string][]string         // their ids, in order
}

// member is the membership that is removed, in the first project.
const member = "mem_guest"

// writer is one act on its way.
type writer struct {
	project, act string
	started      int64
	write        *history.Write
	imported     *history.Import
}

// newWorld lets several writers work for a while, and removes a member in the middle.
func newWorld(chance chance, steps int) *world {
	w := &world{chance: chance, feeds: map[string][]envelope{}, versions: map[string]map[string]int64{}, order: map[string][]string{}}
	w.projects = []string{"PAY", "SHOP", "OPS"}[:2+chance(2)]
	for _, project := range w.projects {
		w.versions[project] = map[string]int64{}
		w.act(project, "create") // nothing is empty
		w.act(project, "import")
		w.act(project, "change")
	}
	writers := make([]*writer, 2+chance(3))
	for step := range steps {
		if step == steps/2 {
			w.act(w.projects[0], "remove")
		}
		if at := chance(len(writers)); writers[at] == nil {
			writers[at] = w.begin(w.projects[chance(len(w.projects))], []string{"create", "change", "change", "delete", "import"}[chance(5)])
		} else {
			writers[at] = w.goOn(writers[at], chance(8))
		}
	}
	for _, working := range writers {
		w.goOn(working, 0)
	}
	w.act(w.projects[0], "create")
	return w
}

// act does something from beginning to answer.
func (w *world) act(project, act string) {
	working := w.begin(project, act)
	w.goOn(w.goOn(working, 1), 1)
}

func (w *world) tick() int64 { w.ticks++; return w.ticks }

func (w *world) name(prefix string) string { w.names++; return fmt.Sprint(prefix, w.names) }

func (w *world) begin(project, act string) *writer {
	return &writer{project: project, act: act, started: w.tick()}
}

// goOn lets an act commit, then be answered. At fate 0 the connection dies instead, so that nobody knows.
func (w *world) goOn(on *writer, fate int) *writer {
	switch {
	case on == nil:
		return nil
	case fate == 0:
		w.settle(on, 0)
		return nil
	case on.write == nil && on.imported == nil:
		w.commit(on)
		return on
	}
	w.settle(on, w.tick())
	return nil
}

// settle writes down what the writer knows in the end.
func (w *world) settle(on *writer, acknowledged int64) {
	switch {
	case on.imported != nil:
		on.imported.Acknowledged = acknowledged
		if acknowledged == 0 {
			on.imported.Run = "" // he never heard it
		}
		w.imports = append(w.imports, *on.imported)
	case on.write != nil:
		on.write.Acknowledged = acknowledged
		w.writes = append(w.writes, *on.write)
	default:
		w.writes = append(w.writes, history.Write{Name: w.name("write "), Project: on.project, Started: on.started, Mark: w.name("never ")})
	}
}

// commit gives an act its place in the feed.
func (w *world) commit(on *writer) {
	ids := w.order[on.project]
	if len(ids) == 0 && (on.act == "change" || on.act == "delete") {
		on.act = "create"
	}
	tx, mark := w.name("tx_"), w.name("mark ")
	write := &history.Write{Name: w.name("write "), Project: on.project, Started: on.started, Type: "REQUIREMENT"}
	switch on.act {
	case "create":
		write.Mark = mark
		w.create(on.project, tx, "REQUIREMENT", w.name("req_"), mark, nil)
	case "change":
		id := ids[w.chance(len(ids))]
		write.Entity, write.Op, write.Mark = id, "UPDATE", mark
		w.versions[on.project][id]++
		w.add(on.project, envelope{Tx: tx, Op: "UPDATE", EntityType: "REQUIREMENT", EntityID: id, EntityVersion: w.versions[on.project][id],
			Fields: []field{{Field: "title", After: mark}}})
	case "delete":
		at := w.chance(len(ids))
		write.Entity, write.Op = ids[at], "DELETE"
		w.add(on.project, envelope{Tx: tx, Op: "DELETE", EntityType: "REQUIREMENT", EntityID: ids[at]})
		w.order[on.project] = append(append([]string{}, ids[:at]...), ids[at+1:]...)
	case "remove":
		write.Entity, write.Type, write.Op = member, "MEMBERSHIP", "DELETE"
		w.add(on.project, envelope{Tx: tx, Op: "DELETE", EntityType: "MEMBERSHIP", EntityID: member})
	case "import":
		run := w.name("imp_")
		cause := map[string]string{"kind": "IMPORT", "importRun": run}
		on.imported = &history.Import{Name: w.name("import "), Project: on.project, Started: on.started, Run: run, Mark: mark, Type: "EXECUTION", Units: 2 + w.chance(4)}
		w.create(on.project, tx, "IMPORT_RUN", run, mark, cause)
		for range on.imported.Units {
			w.create(on.project, tx, "EXECUTION", w.name("exe_"), "passed", cause)
		}
		return
	}
	on.write = write
}

func (w *world) create(project, tx, kind, id, title string, cause map[string]string) {
	if kind == "REQUIREMENT" {
		w.versions[project][id] = 1
		w.order[project] = append(w.order[project], id)
	}
	w.add(project, envelope{Tx: tx, Op: "CREATE", EntityType: kind, EntityID: id, EntityVersion: 1, Cause: cause,
		Fields: []field{{Field: "title", After: title}, {Field: "points", After: json.Number("1.50")}}})
}

func (w *world) add(project string, e envelope) {
	e.Project, e.ID = project, w.name("chg_")
	if e.Cause == nil {
		e.Cause = map[string]string{"kind": "API"}
	}
	w.feeds[project] = append(w.feeds[project], e)
}
