// Package mapping reads the YAML file in which a tester says what foreign words mean here.
//
// It answers two questions that no format answers by itself: which column of a CSV file is which field (files), and
// which test case, scenario, build, environment, cycle and release a result of any format belongs to (results).
//
// A glob picks the files that an entry speaks about; the first fitting entry wins. A record kind is the word of package
// record; a field is one of the words in Fields; an origin says where the identity of a result is written. Everything
// is checked when the mapping is loaded, so that a slip in it is told with file, line and field before any data is read.
package mapping
