// Package config knows where a workspace lies and how the server is to run, from flags and environment.
package config
