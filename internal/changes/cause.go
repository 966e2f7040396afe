package changes

import (
	"context"

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Cause is what made a change happen.
type Cause string

// The causes, as the feed spells them.
const (
	// ByAPI is somebody's own doing.
	ByAPI Cause = "API"
	// ByImport is what an import found in files.
	ByImport Cause = "IMPORT"
	// ByRule is what the program did about another change of the same transaction.
	ByRule Cause = "RULE"
	// BySystem is what the program did by itself.
	BySystem Cause = "SYSTEM"
)

// because is the cause of what is written under a context.
type because struct {
	cause Cause
	run   ident.ID // of the import; zero when it is none
}

type causeKey struct{}

// Importing says that what is written under the context comes from an import run, and what the program does about it in
// the same transaction from that one too.
func Importing(ctx context.Context, run ident.ID) context.Context {
	if collected := from(ctx); collected != nil {
		collected.run = run
	}
	return context.WithValue(ctx, causeKey{}, because{cause: ByImport, run: run})
}

// reacting says that what is written under the context answers other changes.
func reacting(ctx context.Context) context.Context {
	return context.WithValue(ctx, causeKey{}, because{cause: ByRule})
}

func causeOf(ctx context.Context) because {
	if why, ok := ctx.Value(causeKey{}).(because); ok {
		if collected := from(ctx); collected != nil {
			why.run = collected.run
		}
		return why
	}
	if who, err := viewer.From(ctx); err == nil && who.System {
		return because{cause: BySystem}
	}
	return because{cause: ByAPI}
}
