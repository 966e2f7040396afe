// Package link reads asterism:// links. Anybody can put one on a page, so whatever is not exactly a place of the page is refused.
// Its words are the link and the address; its one job is to turn the one into the other, or to say that it is none.
package link
