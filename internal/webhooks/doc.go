// Package webhooks sends the changes of projects to addresses, in order, one request at a time, and tells what came of it.
//
// A webhook is an address, a secret and a consumer, whose place and filter say which changes are next. A delivery is one
// attempt to send one change. A courier sends the changes of one webhook, for as long as it holds the consumer's lease; a
// worker, one in each process, sees to it that every webhook has a courier, in one of the processes.
//
// A change counts as delivered when the address has answered 2xx and the place has moved behind it. Between the two the
// process may end, or be stopped for so long that another one takes over: then the change is sent again. So every change
// arrives at least once, always with the same webhook-id and the same body, and receivers pass over an id that they know.
package webhooks
