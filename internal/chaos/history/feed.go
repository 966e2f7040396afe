package history

// transactions finds those whose changes do not stand side by side: what is committed together gets its numbers at once.
func (c *checker) transactions() {
	for _, p := range c.Projects {
		last := map[string]int64{} // by transaction
		for _, change := range c.feeds[p.Key] {
			tx := string(change.Tx)
			if tx == "" || tx == "null" {
				continue
			}
			if before, is := last[tx]; is && before != change.Seq-1 && c.isDense(p.Key, before, change.Seq) {
				c.find(Torn, "", p.Key, before, change.Seq, "transaction %s goes on after others", tx)
			}
			last[tx] = change.Seq
		}
	}
}

// isDense tells whether somebody received everything between two numbers; a hole was found already.
func (c *checker) isDense(project string, first, last int64) bool {
	for seq := first + 1; seq < last; seq++ {
		if c.known[place{project, seq}] == nil {
			return false
		}
	}
	return true
}

// versions finds entities whose version falls: their changes were put into another order than they were made in. A change
// without a version, such as a removal, says nothing.
func (c *checker) versions() {
	for _, p := range c.Projects {
		before := map[string]*change{} // by entity
		for _, change := range c.feeds[p.Key] {
			if change.EntityVersion == 0 {
				continue
			}
			if old := before[change.EntityID]; old != nil && change.EntityVersion < old.EntityVersion {
				c.find(Reversed, "", p.Key, old.Seq, change.Seq, "%s goes from version %d to %d", change.EntityID, old.EntityVersion, change.EntityVersion)
			}
			before[change.EntityID] = change
		}
	}
}
