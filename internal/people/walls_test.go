package people_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/migrate"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestWithoutAViewerNothingCanBeAsked(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		nobody := t.Context()
		asked := 0
		for kind, start := range types(w.Client) {
			for way, ask := range ways(start, kind) {
				asked++
				if _, err := ask(nobody); !fault.Is(err, fault.Unauthenticated) {
					t.Errorf("%s by %s: %v", kind, way, err)
				}
			}
		}
		if asked < 28*10 {
			t.Errorf("only %d ways were tried", asked)
		}
	})
}

func TestAStrangerFindsNothingOfAProjectAndAMemberFindsEverything(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		own := map[string]int{ent.TypeUser: 2, ent.TypeProject: 1, ent.TypeMembership: 1} // what the stranger may see
		hidden := func(t *testing.T, who context.Context) {
			t.Helper()
			for kind, start := range types(w.Client) {
				for way, ask := range ways(start, kind) {
					found, err := ask(who)
					if text := shown(found); strings.Contains(text, canary) || strings.Contains(text, w.project.ID.String()) {
						t.Errorf("%s by %s shows %s, %v", kind, way, text, err)
					}
					if count, ok := found.(int); ok && count > own[kind] {
						t.Errorf("%s by %s counts %d", kind, way, count)
					}
				}
			}
		}
		t.Run("stranger", func(t *testing.T) { hidden(t, w.stranger) })
		t.Run("somebody who is no user", func(t *testing.T) {
			hidden(t, viewer.With(t.Context(), viewer.Viewer{User: w.project.ID}))
		})
		for kind, start := range types(w.Client) {
			if kind == ent.TypeUser {
				continue
			}
			all, err := ways(start, kind)["All"](w.member)
			text := shown(all)
			if err != nil || (kind != ent.TypeMembership && strings.Count(text, canary) < len(texts(kind))-sensitive[kind]) {
				t.Errorf("a member sees too little of %s: %s, %v", kind, text, err)
			}
			if count, err := ways(start, kind)["Count"](w.member); err != nil || count == 0 {
				t.Errorf("a member counts %v of %s, %v", count, kind, err)
			}
		}
		w.write(t, func(ctx context.Context, tx *ent.Client) error {
			tx.Receipt.Delete().ExecX(ctx) // a user's own stay the user's; this is about what the project owns
			_, err := tx.Membership.Delete().Where(membership.UserID(w.memberID)).Exec(ctx)
			return err
		})
		t.Run("former member", func(t *testing.T) { hidden(t, w.member) })
	})
}

func TestEveryTableIsWalled(t *testing.T) {
	walked := map[string]bool{}
	for kind := range types(ent.NewClient()) {
		walked[tables[kind]] = true
	}
	for _, table := range migrate.Tables {
		if !walked[table.Name] {
			t.Errorf("nobody tried the walls of %s", table.Name)
		}
	}
}

func shown(found any) string { return fmt.Sprintf("%+v", deref(reflect.ValueOf(found))) }

// deref opens the pointers of what was found, so that printing shows the content and what was loaded with it.
func deref(v reflect.Value) any {
	switch {
	case !v.IsValid():
		return nil
	case v.Kind() == reflect.Pointer && !v.IsNil():
		return fmt.Sprintf("%+v", v.Interface()) + edges(v.Elem())
	case v.Kind() == reflect.Slice:
		var all []any
		for i := range v.Len() {
			all = append(all, deref(v.Index(i)))
		}
		return all
	}
	return v.Interface()
}

func edges(v reflect.Value) string {
	if v.Kind() != reflect.Struct {
		return ""
	}
	loaded := v.FieldByName("Edges")
	if !loaded.IsValid() {
		return ""
	}
	var text strings.Builder
	for i := range loaded.NumField() {
		if one := loaded.Field(i); loaded.Type().Field(i).IsExported() && (one.Kind() == reflect.Pointer || one.Kind() == reflect.Slice) && !one.IsNil() {
			fmt.Fprintf(&text, " %s:%v", loaded.Type().Field(i).Name, deref(one))
		}
	}
	return text.String()
}
