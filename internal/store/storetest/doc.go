// Package storetest opens real, migrated, empty databases for tests: SQLite always, PostgreSQL where the test starter
// provides one.
package storetest
