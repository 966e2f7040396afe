package graph

import (
	"context"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/asterism-qa/asterism/graph/gen/exec"
	"github.com/asterism-qa/asterism/graph/guard"
	"github.com/asterism-qa/asterism/internal/fault"
)

// Schema is the API with its resolvers.
func Schema(r *Resolver) graphql.ExecutableSchema {
	return exec.NewExecutableSchema(exec.Config{Resolvers: r})
}

// Handler answers questions sent to /graphql, and streams over a WebSocket (graphql-transport-ws) or as server-sent events.
// The viewer must be in the context of the request.
func Handler(r *Resolver, limits guard.Limits) http.Handler {
	server := handler.New(Schema(r))
	server.AddTransport(socket())
	server.AddTransport(transport.SSE{KeepAlivePingInterval: guard.Heartbeat})
	server.AddTransport(transport.Options{AllowedMethods: []string{http.MethodOptions, http.MethodGet, http.MethodPost}})
	server.AddTransport(transport.GET{})
	server.AddTransport(transport.POST{})
	server.SetQueryCache(lru.New[*ast.QueryDocument](1_000))
	server.SetParserTokenLimit(guard.MaxTokens)
	server.Use(extension.Introspection{})
	server.Use(&guard.Cost{Limits: limits})
	server.SetErrorPresenter(present)
	server.SetRecoverFunc(recovered)
	server.AroundOperations(r.snapshots)
	server.AroundOperations(r.streams)
	server.AroundResponses(bounded)
	return guard.Body(deadline(server))
}

// bounded keeps answers within their size.
func bounded(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response == nil {
		return nil
	}
	if len(response.Errors) > guard.MaxErrors {
		response.Errors = response.Errors[:guard.MaxErrors]
	}
	if len(response.Data) > guard.MaxReply {
		tooLong := present(ctx, fault.New("COMPLEXITY_LIMIT_EXCEEDED", "the answer is larger than %d MiB; ask for smaller pages", guard.MaxReply>>20))
		return &graphql.Response{Errors: gqlerror.List{tooLong}}
	}
	return response
}

// IsStream tells whether a request is the beginning of a stream, which has no end of its own.
func IsStream(r *http.Request) bool {
	return r.Header.Get("Upgrade") != "" || strings.Contains(r.Header.Get("Accept"), "text/event-stream")
}

// deadline ends requests that take too long. Streams go on; what is asked on them is bounded by itself.
func deadline(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if IsStream(r) {
			next.ServeHTTP(w, r.WithContext(counting(r.Context())))
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), guard.MaxDuration)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
