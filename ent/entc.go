//go:build ignore

// Command entc generates the Go model and the machine-written part of the API from ent/schema.
package main

import (
	"log"
	"maps"
	"slices"
	"text/template"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/entc"
	"entgo.io/ent/entc/gen"

	"github.com/asterism-qa/asterism/ent/prose"
)

func main() {
	api, err := entgql.NewExtension(
		// The path is given exactly as gqlgen.yml globs it; otherwise the second generation loses our scalars.
		entgql.WithConfigPath("gqlgen.yml"),
		entgql.WithSchemaPath("graph/schema/ent.graphqls"),
		entgql.WithSchemaGenerator(),
		entgql.WithWhereInputs(true),
		entgql.WithRelaySpec(true),
		entgql.WithNodeDescriptor(false),
		// Edge and transaction templates are left out: connections are resolved level by level in graph/level, and
		// transactions belong to internal/store.
		entgql.WithTemplates(entgql.CollectionTemplate, entgql.EnumTemplate, entgql.NodeTemplate,
			entgql.PaginationTemplate, entgql.WhereTemplate),
		entgql.WithSchemaHook(prose.Polish),
	)
	if err != nil {
		log.Fatalf("prepare the API generator: %v", err)
	}
	// Our templates walk filters as entgql does, so they need its words.
	maps.Copy(gen.Funcs, entgql.TemplateFuncs)
	maps.Copy(gen.Funcs, states)
	err = entc.Generate("./ent/schema", &gen.Config{
		Target:  "ent/gen/ent",
		Package: "github.com/asterism-qa/asterism/ent/gen/ent",
		// upsert, modifier, lock, execquery: what bulk imports and level loading need. versioned-migration: reviewed
		// SQL instead of changes at start. intercept: the walls. The rest of ent's features stay off: each costs code.
		Features: []gen.Feature{
			gen.FeatureUpsert, gen.FeatureModifier, gen.FeatureLock, gen.FeatureExecQuery,
			gen.FeatureVersionedMigration, gen.FeatureIntercept,
		},
	}, entc.Extensions(api), entc.TemplateDir("ent/template"))
	if err != nil {
		log.Fatalf("generate the model: %v", err)
	}
}

// states say what the feed tells: entities of a project, without what every change changes and what must not be shown.
var states = template.FuncMap{
	"stated": func(n *gen.Type) bool {
		return n.Name == "Project" || slices.ContainsFunc(n.Fields, func(f *gen.Field) bool { return f.Name == "project_id" })
	},
	"told": func(f *gen.Field) bool { return !f.Sensitive() && !untold[f.Name] },
}

var untold = map[string]bool{
	"project_id": true, "key": true, "version": true,
	"created_at": true, "created_by_id": true, "updated_at": true, "updated_by_id": true,
}
