// Package frontend holds the one page of Asterism, built from src/ into dist/ and embedded in every binary that shows it: the server
// hands it to browsers, the desktop to its window. It has two entries, the workspace at / and GraphiQL at /graphiql, and it talks to
// the server by POST /graphql only.
//
// Its one job is to serve that page with safe headers. It knows neither the API nor the window.
package frontend
