// Package publish puts what readers found into a project, in one transaction: everything or nothing.
//
// The order follows what needs what: releases, builds, environments and cycles; requirements, their order and their
// refinements; test cases and trace links; executions; defects and defect links. What came in before is recognised and
// not made again, so publishing the same files twice changes nothing the second time, and then leaves no trace at all.
package publish
