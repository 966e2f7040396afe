// Package environments knows the test environments of a project: where cases are executed.
package environments
