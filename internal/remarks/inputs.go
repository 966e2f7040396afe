package remarks

import "github.com/asterism-qa/asterism/internal/ident"

// CommentInput says something about a requirement, test case, execution or defect.
type CommentInput struct {
	About ident.ID
	// Text is Markdown.
	Text string
}

// CommentReviseInput changes what one said oneself.
type CommentReviseInput struct {
	ID              ident.ID
	ExpectedVersion int
	Text            string
}

// TagInput puts words on things, or takes them off; at most 1,000 things and 20 words.
type TagInput struct {
	About []ident.ID
	Names []string
}
