// Package requirements keeps the test basis: requirements with their immutable numbered versions, their order in the
// document, their way from draft to verified, and the links by which one refines another.
//
// A draft describes a requirement as a source states it; an input describes what a person does with one verb. A link is
// pinned to the versions that it was made for. It is SUSPECT when what counts of an end has changed since, until somebody
// affirms it, and ORPHANED while an end is unknown or in the trash; an end that arrives is adopted. A link that follows the
// document was stated by nobody: it moves when its child gets another parent.
package requirements
