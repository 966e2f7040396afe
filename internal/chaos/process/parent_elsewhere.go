//go:build unix && !linux

package process

import "syscall"

// endWithParent does nothing: only Linux knows such a bond.
func endWithParent(*syscall.SysProcAttr) {}
