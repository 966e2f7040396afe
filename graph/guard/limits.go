package guard

import "time"

// Limits bound what one request may cost. They are all here; the server's flags may change Budget and MaxPage for
// measurements.
type Limits struct {
	// Budget is the worst-case number of entities that one request may ask for: lists multiply by their page.
	Budget int
	// MaxPage is the greatest page of a list.
	MaxPage int
}

// DefaultLimits are the limits of a server that nobody configured.
var DefaultLimits = Limits{Budget: 25_000, MaxPage: 200}

// The other limits, from the attacks that were tried on stock servers.
const (
	DefaultPage  = 50               // entries of a list when the client does not say
	DefaultReach = 1_000            // things in the impact of a thing when the client does not say
	maxBody      = 1 << 20          // bytes of a request
	maxVariables = 960 << 10        // bytes of its variables: the longest text of a requirement in Chinese, written as it is
	MaxTokens    = 2_000            // words and signs of a document
	maxDepth     = 15               // levels of nesting, introspection apart
	maxAliases   = 100              // renamed fields of a document
	maxRoots     = 50               // fields at the top of an operation
	maxSelection = 500              // fields of one selection set
	MaxErrors    = 10               // errors in one answer
	MaxReply     = 8 << 20          // bytes of an answer
	MaxDuration  = 10 * time.Second // of one request

	MaxStreams   = 20              // streams of one connection
	MaxMessage   = 64 << 10        // bytes of a message on a socket; what is longer is sent as a request
	InitTimeout  = 5 * time.Second // for a socket to say who it is
	Heartbeat    = 10 * time.Second
	WriteTimeout = 10 * time.Second // of one message to somebody who does not read

	maxFilterDepth      = 6      // levels of and, or, not and has… in one filter
	maxFilterConditions = 200    // conditions in one filter
	maxFilterList       = 1_000  // values in one list of a filter
	maxIDs              = 200    // ids in one nodes(ids:)
	maxMatrixLinks      = 10_000 // links in one window of a matrix, which refuses more
	maxOrders           = 10     // criteria in one orderBy
	maxCursor           = 61440  // letters of a cursor, which holds what the list is ordered by
)
