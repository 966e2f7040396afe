// Package plans knows what is tested and when: releases, the builds made for them, and the cycles in which test cases
// are executed. A thing that results name and the project does not have yet is made, with its key as its name.
package plans
