// Package vocabulary holds our words for the fields that know only a few, and the words of other tools that mean them.
//
// It is the one table for all who need it: a mapping may translate into our words only, and what no mapping translates is
// translated when it is published.
package vocabulary
