package history

import (
	"maps"
	"slices"
)

// follow judges what one subscriber saw of one feed.
func (c *checker) follow(v *view, feed Feed) {
	end, isRemoved := c.removal(feed)
	high := feed.After // the greatest number without a hole before it, or after a hole that was found
	for _, conn := range connections(feed, v.lines[feed.Project]) {
		if conn.after > high {
			c.find(Jump, v.Name, feed.Project, high+1, conn.after, "the subscriber asked for what comes after %d, but had received only up to %d", conn.after, high)
		}
		high = max(high, conn.after, c.count(v.Name, feed.Project, conn))
	}
	head := c.projects[feed.Project].Head
	switch {
	case isRemoved && high > end:
		c.find(AfterRemoval, v.Name, feed.Project, end+1, high, "the membership was removed by change %d", end)
	case isRemoved: // what was not delivered before the removal is withheld, which is right
	case high > head:
		c.find(Beyond, v.Name, feed.Project, head+1, high, "the head is %d: what was delivered is no longer there", head)
	case high < head:
		c.find(Tail, v.Name, feed.Project, high+1, head, "the head is %d, and the subscriber did not reach it", head)
	}
	if !isRemoved {
		c.apply(v, feed)
	}
}

// connection is what came between two losses of the link.
type connection struct {
	// after is the number after which changes were asked for.
	after   int64
	numbers []int64
}

// connections splits the lines of one feed at the resumptions.
func connections(feed Feed, lines []Line) []connection {
	all := []connection{{after: feed.After}}
	for _, line := range lines {
		if line.Resumed {
			all = append(all, connection{after: line.Seq})
			continue
		}
		now := &all[len(all)-1]
		now.numbers = append(now.numbers, line.Seq)
	}
	return all
}

// count judges the numbers of one connection, which go up by one from where it was asked for, and gives the greatest.
func (c *checker) count(subscriber, project string, conn connection) int64 {
	seen, high := map[int64]bool{}, conn.after
	for _, n := range conn.numbers {
		switch {
		case seen[n]:
			c.find(Repeat, subscriber, project, n, n, "the number came twice on one connection")
		case n <= conn.after:
			c.find(Repeat, subscriber, project, n, n, "the connection was asked for what comes after %d", conn.after)
		case n < high:
			c.find(Disorder, subscriber, project, n, n, "the number came after %d", high)
		}
		seen[n] = true
		high = max(high, n)
	}
	last := conn.after
	for _, n := range slices.Sorted(maps.Keys(seen)) {
		if n > last+1 {
			c.find(Gap, subscriber, project, last+1, n-1, "the connection went from %d to %d", last, n)
		}
		last = max(last, n)
	}
	return high
}

// removal gives the number of the change that removed the membership by which a feed is read.
func (c *checker) removal(feed Feed) (int64, bool) {
	if feed.Membership == "" {
		return 0, false
	}
	for _, change := range c.byEntity[feed.Membership] {
		if change.Op == "DELETE" && change.Project == feed.Project {
			return change.Seq, true
		}
	}
	return 0, false
}
