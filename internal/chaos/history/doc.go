// Package history judges what writers and subscribers of the feed saw: nothing lost, no hole, nothing out of order, no
// import in part, nothing behind a wall.
//
// A history is written down while parts are being killed, and checked afterwards as a whole: the state at the end says
// little about what was promised on the way. Time is a counter of the recorder, never a clock: a write is started and
// acknowledged at two of its ticks. A line is one change as a subscriber received it, and a resumption is where he asked
// again after a lost connection. Check is a pure function, so that it can be shown planted mistakes and must name each.
//
// A history is about one workspace and one epoch, and it is closed: every import and every change of what writers made is
// the doing of a writer in it.
package history
