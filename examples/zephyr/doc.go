// Package zephyr shows a real project: load.sh loads it and the tests ask it, on both databases, through the program as a
// user would.
package zephyr
