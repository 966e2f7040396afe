// Package stage keeps what readers found until every file has been read without an error. Nothing of an import touches
// the database before.
//
// Records go to temporary files, one a kind, so that memory does not grow with the import. On the way results get the
// identity that the mapping and the request give them, keys that are too long are shortened, and the builds,
// environments and cycles that results name are collected, since those are made first.
package stage
