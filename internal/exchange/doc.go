// Package exchange imports files into a project: it finds the files, decides by their content which format each is in,
// stages what they hold and publishes it in one transaction.
//
// A format is a reader in a folder of its own and knows nothing of projects; stage keeps what readers found; publish
// knows what a record means for a project. Nothing touches the database until every file has been read to its end.
package exchange
