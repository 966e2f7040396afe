package history

import "bytes"

// receive reads one subscriber's lines: what each says, whether it is his, and whether a repeat is what came before.
func (c *checker) receive(s *Subscriber) {
	v := &view{Subscriber: s, lines: map[string][]Line{}, changes: map[place]*received{}}
	c.seen = append(c.seen, v)
	asked := map[string]bool{}
	for _, feed := range s.Feeds {
		asked[feed.Project] = true
	}
	for _, line := range s.Lines {
		switch {
		case !asked[line.Project]:
			c.find(Foreign, s.Name, line.Project, line.Seq, line.Seq, "the subscriber did not ask for this project")
		case line.Resumed || c.isRead(v, line):
			v.lines[line.Project] = append(v.lines[line.Project], line)
		}
	}
}

// isRead understands a line and compares it with what is known under its number. It tells whether the number counts: that
// of another project's change does not.
func (c *checker) isRead(v *view, line Line) bool {
	at := place{line.Project, line.Seq}
	tell := func(kind Kind, words string, values ...any) {
		c.find(kind, v.Name, line.Project, line.Seq, line.Seq, words, values...)
	}
	if mine := v.changes[at]; mine != nil {
		if !bytes.Equal(mine.envelope, line.Envelope) {
			tell(Altered, "a repeat is not what came before: %s, before %s", line.Envelope, mine.envelope)
		}
		return true
	}
	known := c.known[at]
	if known != nil && bytes.Equal(known.envelope, line.Envelope) {
		v.changes[at] = known
		return true
	}
	change, err := read(line.Envelope)
	switch {
	case err != nil:
		tell(Unreadable, "%v: %s", err, line.Envelope)
		return true
	case change.Project != line.Project:
		tell(Foreign, "the change is one of project %s: %s", change.Project, line.Envelope)
		return false
	case change.Seq != line.Seq:
		tell(Mislabelled, "the envelope says number %d: %s", change.Seq, line.Envelope)
		return true
	}
	v.changes[at] = &received{line.Envelope, change}
	if known == nil {
		c.known[at] = v.changes[at]
	} else if !alike(known.envelope, line.Envelope) {
		tell(Divergent, "somebody else received another change under this number: %s, here %s", known.envelope, line.Envelope)
	}
	return true
}
