// Package port finds a port of this machine for a child that must keep it when it is killed and started again.
package port
