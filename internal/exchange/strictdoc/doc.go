// Package strictdoc reads requirement documents of StrictDoc (.sdoc files).
//
// A document is a header, a grammar and nodes. A node begins with its tag in brackets, such as [REQUIREMENT], and has
// fields; a value is one line or the lines between >>> and <<<. Composite nodes ([[TAG]] … [[/TAG]]) and sections hold
// further nodes. The nodes of tag REQUIREMENT become requirements and their relations become refinements; sections and
// texts are the document's structure and only show in the section path. The package reads one document as a stream and
// holds one node at a time.
package strictdoc
