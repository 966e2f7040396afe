package requirements

import (
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
)

// CreateInput describes a new requirement; what is left out is empty.
type CreateInput struct {
	// Project is the key of the project; Key of the requirement is made when left out.
	Project string
	Key     *string
	Title   string
	// Text, Rationale, Type, Criticality and Attributes are further content.
	Text, Rationale, Type *string
	Criticality           *requirement.Criticality
	Attributes            []projects.Attribute
	// Parent is the requirement above it in the document, which it then refines.
	Parent *ident.ID
	// Release is the key of the release of delivery.
	Release *string
	// Reason says why the requirement is made.
	Reason *string
}

// ReviseInput changes a requirement; what is left out stays. Other content makes the next version.
type ReviseInput struct {
	ID              ident.ID
	ExpectedVersion int
	// Title, Text, Rationale, Type, Criticality and Attributes are the content. Attributes replace all there are.
	Title, Text, Rationale, Type *string
	Criticality                  *requirement.Criticality
	Attributes                   []projects.Attribute
	// Release is the key of the release of delivery; the empty text takes it out of its release.
	Release *string
	// Reason says why; it is kept with the version.
	Reason *string
}

// RestoreVersionInput makes the content of an earlier version the next version.
type RestoreVersionInput struct {
	ID              ident.ID
	ExpectedVersion int
	// Number is the version whose content comes back.
	Number int
	Reason *string
}

// MoveInput gives a requirement another place in the document.
type MoveInput struct {
	ID              ident.ID
	ExpectedVersion int
	// Parent is the requirement above it from now on; nil puts it at the top.
	Parent *ident.ID
	// Before is the requirement under the same parent that shall follow it; nil puts it last.
	Before *ident.ID
}

// SubmitInput asks for a review.
type SubmitInput struct {
	ID              ident.ID
	ExpectedVersion int
	// Reviewer is the user who is asked; nil leaves the one before, or nobody.
	Reviewer *ident.ID
	Note     *string
}

// LinkCreateInput joins two requirements.
type LinkCreateInput struct {
	// Child refines, satisfies or derives from Parent.
	Child, Parent ident.ID
	// Role is REFINES when left out.
	Role *requirementlink.Role
}

// LinkRef names a link in the state in which the caller saw it.
type LinkRef struct {
	ID              ident.ID
	ExpectedVersion int
}

// LinksInput is about many links at once, at most 1,000.
type LinksInput struct {
	Links []LinkRef
	// Reason says why they are affirmed or retired; never empty.
	Reason string
}

// TrashInput puts things of one kind into the trash, or takes them out; at most 1,000.
type TrashInput struct {
	IDs []ident.ID
	// Reason says why; may be left out.
	Reason *string
}
