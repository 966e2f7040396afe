// Command asterism is the server and the command line of Asterism: it fills, asks and serves a workspace.
//
// Every command takes --db (or ASTERISM_DB) for the workspace and --json for one JSON document on standard output;
// progress and logs go to standard error. It ends with 0 when done, 1 when refused with a reason, 2 on wrong usage.
package main
