// Package xmlsafe reads XML from people we do not know, one token at a time and in bounded memory.
//
// It stands on encoding/xml in strict mode and refuses what a file of test data never needs and an attacker likes:
// DOCTYPE and every other declaration (so there are no entities to expand and nothing to fetch), deep nesting, floods of
// attributes, endless tokens, a second root, text outside the root, characters that XML 1.0 forbids. A byte order mark
// is accepted; UTF-16, ISO-8859-1, windows-1252, GBK and GB18030 are converted to UTF-8, anything else must be UTF-8.
//
// Comments and processing instructions are read past. Every refusal is a *record.Error with the file and the line.
//
// Known edge: a reference to half a surrogate pair (&#xD83D;) arrives as U+FFFD, because encoding/xml decides so.
package xmlsafe
