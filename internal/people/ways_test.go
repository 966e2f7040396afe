package people_test

import (
	"context"
	"reflect"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
)

// way is one manner of asking for things of a type; it gives what was found.
type way func(ctx context.Context) (any, error)

// types are the starts of a query for every type that a client has, found by looking at the client itself.
func types(client *ent.Client) map[string]func() reflect.Value {
	found := map[string]func() reflect.Value{}
	all := reflect.ValueOf(client).Elem()
	for i := range all.NumField() {
		if !all.Type().Field(i).IsExported() {
			continue
		}
		if query := all.Field(i).MethodByName("Query"); query.IsValid() {
			found[all.Type().Field(i).Name] = func() reflect.Value { return query.Call(nil)[0] }
		}
	}
	return found
}

// ways are all manners of asking: the plain ones, columns, groups, sums, what is loaded along, and walking from one thing
// to the next. Methods are found by looking, so that a new edge is tried as soon as it exists.
func ways(start func() reflect.Value, kind string) map[string]way {
	found := map[string]way{}
	for _, name := range []string{"All", "Count", "IDs", "Exist", "First", "FirstID", "Only", "OnlyID"} {
		found[name] = func(ctx context.Context) (any, error) { return call(start(), name, ctx) }
	}
	for _, column := range texts(kind) {
		found["Select "+column] = func(ctx context.Context) (any, error) {
			var values []string
			_, err := call(next(start(), "Select", column), "Scan", ctx, &values)
			return values, err
		}
		found["GroupBy "+column] = func(ctx context.Context) (any, error) {
			return call(next(start(), "GroupBy", column), "Strings", ctx)
		}
		found["Max "+column] = func(ctx context.Context) (any, error) {
			var values []*string
			_, err := call(next(start(), "Aggregate", ent.Max(column)), "Scan", ctx, &values)
			var texts []string
			for _, value := range values {
				if value != nil {
					texts = append(texts, *value)
				}
			}
			return texts, err
		}
	}
	found["Aggregate"] = func(ctx context.Context) (any, error) {
		var counts []int
		_, err := call(next(start(), "Aggregate", ent.Count()), "Scan", ctx, &counts)
		return sum(counts), err
	}
	shape := start().Type()
	for i := range shape.NumMethod() {
		method := shape.Method(i)
		switch {
		case strings.HasPrefix(method.Name, "With") && method.Type.IsVariadic() && method.Type.NumIn() == 2:
			found[method.Name] = func(ctx context.Context) (any, error) { return call(next(start(), method.Name), "All", ctx) }
		case strings.HasPrefix(method.Name, "Query") && method.Type.NumIn() == 1:
			found[method.Name] = func(ctx context.Context) (any, error) { return call(next(start(), method.Name), "All", ctx) }
			found[method.Name+" and count"] = func(ctx context.Context) (any, error) { return call(next(start(), method.Name), "IDs", ctx) }
		}
	}
	return found
}

func sum(counts []int) (total int) {
	for _, count := range counts {
		total += count
	}
	return total
}

// call calls a method whose last result is an error.
func call(on reflect.Value, method string, arguments ...any) (any, error) {
	results := on.MethodByName(method).Call(values(arguments))
	err, _ := results[len(results)-1].Interface().(error)
	if len(results) == 1 {
		return nil, err
	}
	return results[0].Interface(), err
}

// next calls a method that gives the next step of a query.
func next(on reflect.Value, method string, arguments ...any) reflect.Value {
	return on.MethodByName(method).Call(values(arguments))[0]
}

func values(arguments []any) []reflect.Value {
	var found []reflect.Value
	for _, argument := range arguments {
		found = append(found, reflect.ValueOf(argument))
	}
	return found
}
