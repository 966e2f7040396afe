// Package remarks holds what people add to the things that they work with: comments, tags and attachments. Each is about
// exactly one requirement, test case, execution or defect, and lies in its project.
//
// What is about a thing in the trash is not seen, and comes back with it. A comment or an attachment has a trash of its
// own; a tag that is taken off is gone. The content of attachments is kept in pieces, the same content once in a project.
package remarks
