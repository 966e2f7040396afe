//go:build linux

package process

import "syscall"

// endWithParent lets the child end with the test's own process.
func endWithParent(attributes *syscall.SysProcAttr) { attributes.Pdeathsig = syscall.SIGKILL }
