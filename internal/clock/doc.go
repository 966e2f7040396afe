// Package clock tells the time, so that tests can fix it. Every time that Asterism stores comes from here.
package clock
