package main

// The model first, then the API: the second reads what the first writes. Always from this folder.
//go:generate go run -mod=mod ent/entc.go
//go:generate go tool gqlgen generate
