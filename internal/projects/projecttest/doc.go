// Package projecttest gives tests of areas a project to write to, with its walls raised and its owner as the viewer.
package projecttest
