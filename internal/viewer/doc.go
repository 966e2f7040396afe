// Package viewer says on whose behalf something happens. Every read and write needs a viewer in its context; without one
// it fails, so that a forgotten check shows as an error and never as a leak.
package viewer
