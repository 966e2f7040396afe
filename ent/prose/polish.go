package prose

import (
	"fmt"
	"strings"

	"entgo.io/ent/entc/gen"
	entschema "entgo.io/ent/schema"
	"github.com/vektah/gqlparser/v2/ast"
)

// Polish rewrites the generated schema: descriptions everywhere, nodes on connections, no generated Query root.
func Polish(graph *gen.Graph, schema *ast.Schema) error {
	delete(schema.Types, "Query")
	schema.Query = nil
	comments := map[string]string{}
	for _, node := range graph.Nodes {
		comments[node.Name] = comment(node)
	}
	for name, definition := range schema.Types {
		switch {
		case strings.HasSuffix(name, "Connection"):
			connection(definition)
		case strings.HasSuffix(name, "Edge"):
			edge(definition)
		case strings.HasSuffix(name, "WhereInput"):
			where(definition)
		case strings.HasSuffix(name, "OrderField"):
			orderField(definition)
		case strings.HasSuffix(name, "Order"):
			order(definition)
		case definition.Kind == ast.Enum:
			enum(definition)
		default:
			if text := comments[name]; text != "" {
				definition.Description = text
			}
		}
	}
	shared(schema)
	times(schema)
	return nil
}

// comment is what the schema says about an entity.
func comment(node *gen.Type) string {
	annotation := entschema.CommentAnnotation{}
	raw, ok := node.Annotations[annotation.Name()].(map[string]any)
	if !ok {
		return ""
	}
	text, _ := raw["Text"].(string)
	return text
}

// subject names what a type is about: TestCaseConnection is about "test case".
func subject(name, suffix string) string { return words(strings.TrimSuffix(name, suffix)) }

func connection(d *ast.Definition) {
	about := subject(d.Name, "Connection")
	d.Description = fmt.Sprintf("One page of a list of %ss, with what is needed to ask for the next one.", about)
	for _, f := range d.Fields {
		switch f.Name {
		case "edges":
			f.Description = fmt.Sprintf("The %ss of this page, each with its cursor.", about)
			f.Type = ast.NonNullListType(ast.NonNullNamedType(f.Type.Elem.NamedType, nil), nil)
		case "pageInfo":
			f.Description = "Whether there are further pages, and the cursors to ask for them."
		case "totalCount":
			f.Description = fmt.Sprintf("How many %ss there are on all pages together, after the filter.", about)
		}
	}
	d.Fields = append(d.Fields, &ast.FieldDefinition{
		Name:        "nodes",
		Description: fmt.Sprintf("The %ss of this page without cursors: the short way for dashboards.", about),
		Type:        ast.NonNullListType(ast.NonNullNamedType(strings.TrimSuffix(d.Name, "Connection"), nil), nil),
	})
}

func edge(d *ast.Definition) {
	about := subject(d.Name, "Edge")
	d.Description = fmt.Sprintf("One %s of a page, with the cursor of its place.", about)
	for _, f := range d.Fields {
		if f.Name == "node" {
			f.Description = fmt.Sprintf("The %s itself.", about)
			f.Type = ast.NonNullNamedType(f.Type.NamedType, nil)
			continue
		}
		f.Description = "Opaque mark of this place in the list; give it as after or before to go on from here."
	}
}

func order(d *ast.Definition) {
	about := subject(d.Name, "Order")
	d.Description = fmt.Sprintf("One criterion by which %ss are ordered; further ones break ties, and the id breaks the last.", about)
	for _, f := range d.Fields {
		switch f.Name {
		case "direction":
			f.Description = "Smallest first (ASC) or greatest first (DESC)."
		case "field":
			f.Description = fmt.Sprintf("By which property to order %ss.", about)
		}
	}
}

func orderField(d *ast.Definition) {
	d.Description = fmt.Sprintf("Properties by which %ss can be ordered.", subject(d.Name, "OrderField"))
	for _, value := range d.EnumValues {
		text := "; text by its bytes, so capitals come before small letters."
		if counted[value.Name[strings.LastIndex(value.Name, "_")+1:]] {
			text = ", smallest or earliest first when ascending."
		}
		value.Description = "Order by the " + property(value.Name) + text
	}
}

// counted are the last words of properties that are numbers or times.
var counted = map[string]bool{"AT": true, "MS": true, "NUMBER": true, "BYTES": true, "POSITION": true}
