// Package junit reads test results in the JUnit XML of Ant, Maven Surefire, pytest, GoogleTest, CTest, Catch2, PHPUnit,
// Jest, Mocha, Twister and their many kin.
//
// What counts: every <testcase>, wherever it is nested, is one result. Its outcome comes from the elements directly in
// it, error before failure before skipped; without any of them it passed. Attributes such as status="notrun" never
// decide the outcome; one that seems to disagree is kept as the raw status and warned about.
//
// Where things go:
//   - message becomes Message (its first line; all of it opens FailureText when it is longer). Without one, the first
//     line of the text is taken. Several outcome elements in one testcase are all kept in FailureText.
//   - Names of the enclosing <testsuite> elements become Suites; the name of <testsuites> becomes the property
//     "testsuites.name".
//   - Properties hold, from outermost to innermost: suite attributes hostname, package, file and filepath, suite
//     properties, every further attribute of the testcase, and testcase properties. A name stated more than once in one
//     place keeps all its values, one a line.
//   - Earlier and later attempts (rerunFailure, rerunError, flakyFailure, flakyError) become Steps with their message.
//   - A time without a zone is UTC. A single comma in a duration is a decimal comma, unless a point follows it.
//
// What is not kept, without a warning for each: system-out, system-err, and the stack traces of attempts. The file is
// read once, so properties that follow the testcases of their suite apply to later testcases only (warned about).
// Everything else that is cut, guessed or not understood is a warning; what is not XML as it should be is refused.
package junit
