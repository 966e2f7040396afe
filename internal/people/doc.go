// Package people knows users, memberships and roles, and raises the walls: every query is narrowed to the projects that
// the viewer is a member of and to what is not in the trash, every change and deletion to the viewer's projects. Without
// a viewer all of them fail.
package people
