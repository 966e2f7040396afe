// Package people knows users, memberships and roles, and raises the walls: every query is narrowed to the projects that
// the viewer is a member of, and to what is not in the trash. A query without a viewer fails.
package people
