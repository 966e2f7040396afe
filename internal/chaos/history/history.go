package history

import "encoding/json"

// History is what one stretch of writing, reading and killing left behind.
type History struct {
	Subscribers []Subscriber
	Writes      []Write
	Imports     []Import
	// Projects are all projects there are, each once.
	Projects []Project
}

// Project is a project at the end, read when nobody wrote any more.
type Project struct {
	Key string
	// Head is the number of its last change; 0 when there was none.
	Head int64
	// State are its entities by their ids, with those fields that are to be compared. Nil: nobody looked.
	State map[string]Entity
	// Whole are the entity types of which State holds every entity there is.
	Whole []string
}

// Entity is a thing with some of its fields, as JSON values.
type Entity struct {
	Type   string
	Fields map[string]json.RawMessage
}

// Subscriber is one reader of one or more feeds, with everything that he received, over all his connections and lives.
type Subscriber struct {
	Name  string
	Feeds []Feed
	Lines []Line
}

// Feed is one project's feed as a subscriber asked for it.
type Feed struct {
	Project string
	// After is the number after which he began; 0 from the first change.
	After int64
	// Base is the state at After, from a snapshot. Without it, what follows from a later start is not compared.
	Base map[string]Entity
	// Membership is the id of the membership by which he may read; nothing may come to him after its removal. Empty when
	// nobody removes him.
	Membership string
}

// Line is a change as it came, or the mark of a resumption.
type Line struct {
	// Resumed marks that the connection was lost and that he asked again for what comes after Seq. Such a line has no
	// envelope; a stream of several projects has a mark for each.
	Resumed bool
	Project string
	// Seq is the number that he was told, beside the envelope where the transport has one there.
	Seq int64
	// Envelope is the JSON object exactly as it came.
	Envelope []byte
}

// Write is one change that a writer asked for. It is found in the feed by those of Entity, Type, Op and Mark that are not
// empty; Entity or Mark must be there.
type Write struct {
	// Name is how findings call it.
	Name    string
	Project string
	// Started and Acknowledged are ticks, all different. Acknowledged is 0 when the answer never came: the write may have
	// happened or not.
	Started, Acknowledged int64
	Entity, Type, Op      string
	// Mark is a text that no other write has; the change holds it as the whole new value of a field.
	Mark string
}

// Import is one import, which is there with all of its units or not at all.
type Import struct {
	// Name is how findings call it.
	Name    string
	Project string
	// Started and Acknowledged are ticks as those of a Write. An import that was asked for again under the same key is one
	// import; it is acknowledged when any answer came.
	Started, Acknowledged int64
	// Run is the id of the import as its answer gave it; empty when no answer came.
	Run string
	// Mark is a text that no other import has, which one of its changes holds as the whole new value of a field. It finds
	// the import when Run is empty, and a second doing of it.
	Mark string
	// Type is the entity type of its units, and Units is how many it creates.
	Type  string
	Units int
}
