// Package search finds requirements, test cases, defects and comments by the words in them, alike on both databases.
//
// An entry is what the search knows about one thing: its texts folded, so that capitals, accents and widths do not
// matter, and its terms, by which the database finds candidates without reading texts. A word of letters and digits is a
// term; where a script has no blanks (Chinese, Japanese, Korean) every two neighbouring characters are one. A name such as
// PAY-12 or semReset also gives its parts. What a person types is parsed into units: words, rows of such characters, and
// quoted phrases. All units must occur.
//
// React keeps entries when things change, Fill makes those that are missing, and Find answers within the walls.
package search
