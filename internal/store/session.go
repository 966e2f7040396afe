package store

import (
	"net/url"
	"strings"

	"github.com/lib/pq"
)

// settings are runtime parameters of PostgreSQL, by their names.
type settings map[string]string

// usual is what every session begins with, unless the address says something else.
//
// The longest pause inside a transaction is that of an import between two batches: it has read and checked all files
// before, so it only computes and reads its own temporary files, for seconds. A minute of silence therefore means that the
// program is gone or stopped; what it had written is undone, so that others get its rows. Raise it only together with
// what the feed promises about old transactions.
var usual = settings{
	"statement_timeout":                   "60s",
	"lock_timeout":                        "30s", // shorter, so that a wait for others gets words of its own
	"idle_in_transaction_session_timeout": "60s",
	// The server looks after a program that vanished, as the program does after the server.
	"tcp_keepalives_idle":     "30",
	"tcp_keepalives_interval": "10",
	"tcp_keepalives_count":    "3",
}

// unhurried is for bringing a database up to date: a step may rebuild a large table and waits for whoever uses it.
var unhurried = settings{"statement_timeout": "0", "lock_timeout": "0", "idle_in_transaction_session_timeout": "0"}

// volatile is for what may be lost in a crash, since it only wakes others.
var volatile = settings{"synchronous_commit": "off"}

// begun is an address with the usual settings and the driver's own. That commits wait for the disk is not left to the
// address or the server: a subscriber must never see a change that a crash takes back. Only waiting for more, until
// standbys show the change, may be chosen.
func begun(address *url.URL) (*url.URL, error) {
	config, err := pq.NewConfig(address.String())
	if err != nil {
		return nil, err
	}
	chosen := settings{"timezone": "UTC", "synchronous_commit": "on"}
	for name, value := range config.Runtime {
		if strings.EqualFold(name, "synchronous_commit") && strings.EqualFold(value, "remote_apply") {
			chosen["synchronous_commit"] = "remote_apply"
		}
	}
	for name, value := range usual {
		if !isSaid(config, name) {
			chosen[name] = value
		}
	}
	values := address.Query()
	if values.Get("sslmode") == "" {
		chosen["sslmode"] = "prefer" // said outright, since the driver's own default may change
	}
	if values.Get("connect_timeout") == "" {
		chosen["connect_timeout"] = answerWithin
	}
	return with(address, chosen), nil
}

// isSaid tells whether an address sets a parameter, by its name or among the server's options.
func isSaid(config pq.Config, name string) bool {
	for said := range config.Runtime {
		if strings.EqualFold(said, name) {
			return true
		}
	}
	return strings.Contains(strings.ReplaceAll(strings.ToLower(config.Options), "-", "_"), name+"=")
}

// with is an address with other settings; the server does not mind how the name of one is written.
func with(address *url.URL, chosen settings) *url.URL {
	values := address.Query()
	for name, value := range chosen {
		for said := range values {
			if strings.EqualFold(said, name) {
				values.Del(said)
			}
		}
		values.Set(name, value)
	}
	changed := *address
	changed.RawQuery = values.Encode()
	return &changed
}
