// Package matrix sets the requirements of a project against its test cases: which case is linked to which requirement, and
// what it shows there. It reads across the areas and writes nothing.
//
// # The axes
//
// Rows are requirements in document order, (position, id); columns are test cases by key, (key, id). What lies in the trash
// is on neither. Each axis may be narrowed to what has a text in its key or title, whatever the case of ASCII letters. Rows
// may be narrowed to gaps: requirements that coverage calls UNCOVERED, since no case is linked to them nor to one that
// refines them. Columns may be narrowed to those that are linked to one of the rows that remain, be it in the window or not,
// so that columns do not come and go while somebody scrolls.
//
// # The cells
//
// A cell stands where a requirement and a case are joined by links that are not closed, whatever their role. Its evidence is
// what the case says to this requirement within the scope, by the rule of package coverage: PASSED, FAILED, NOT_RUN, STALE
// or UNKNOWN. So the cells of a row add up to the counts of its coverage.
//
// # Cost
//
// A window is answered by six statements at most, whatever its size. Cells cost by the window. Totals read the index of
// their axis, and passing over the first rows reads those, which an order by position means; neither grows with links or
// executions unless a filter asks about links.
package matrix
