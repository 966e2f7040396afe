// Package kept is what the window remembers between two starts: recent workspaces, its place on the screen, and access tokens. It
// knows no window. What it reads may be damaged or of another time: then it begins anew rather than fail.
package kept
