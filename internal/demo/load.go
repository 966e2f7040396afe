package demo

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// load reads the content, joins its parts and checks what the files promise one another.
func load() (*workspace, error) {
	w, err := read()
	if err != nil {
		return nil, err
	}
	for _, a := range w.areas {
		for _, r := range a.Requirements {
			if err := w.addRequirement(a, r); err != nil {
				return nil, err
			}
		}
	}
	for _, f := range w.flaws {
		if err := w.placeFlaw(f); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (w *workspace) addRequirement(a *area, r *requirement) error {
	r.area = a
	if w.byKey[r.Key] != nil {
		return fmt.Errorf("demo content: %s is written twice", r.Key)
	}
	if r.In != "" {
		r.parent = w.byKey[r.In]
		if r.parent == nil {
			return fmt.Errorf("demo content: %s: its parent %s is not written above it", r.Key, r.In)
		}
		r.parent.children++
	}
	r.Release = cmp.Or(r.Release, a.Release)
	r.Type = cmp.Or(r.Type, "FUNCTIONAL")
	r.Criticality = cmp.Or(r.Criticality, "MAJOR")
	if !slices.Contains(w.plan.Releases, r.Release) {
		return fmt.Errorf("demo content: %s: no release %q", r.Key, r.Release)
	}
	w.byKey[r.Key] = r
	w.requirements = append(w.requirements, r)
	for i, c := range r.Cases {
		c.owner, c.order, c.key = r, i, "C-"+strconv.Itoa(len(w.cases)+1)
		c.Release = cmp.Or(c.Release, r.Release)
		w.cases = append(w.cases, c)
		if err := c.complete(); err != nil {
			return fmt.Errorf("demo content: %s, case %q: %w", r.Key, c.Title, err)
		}
		for _, f := range c.Defects {
			f.owner = c
			c.flaws = append(c.flaws, f)
			w.flaws = append(w.flaws, f)
		}
	}
	return nil
}

// complete turns the columns of parameters into rows and checks the names that the case uses.
func (c *testCase) complete() error {
	a := c.owner.area
	if name := c.precondition(); a.Pre[name] == "" {
		return fmt.Errorf("no precondition %q in this area", name)
	}
	if c.Go != "" && a.Go[c.Go] == "" {
		return fmt.Errorf("no first step %q in this area", c.Go)
	}
	if len(c.Steps) == 0 {
		return errors.New("it has no steps")
	}
	for _, column := range c.With {
		c.names = append(c.names, fmt.Sprint(column.Key))
		values, ok := column.Value.([]any)
		if !ok || (len(c.rows) > 0 && len(values) != len(c.rows)) {
			return fmt.Errorf("parameter %v has not one value for each row", column.Key)
		}
		for i, value := range values {
			if len(c.rows) <= i {
				c.rows = append(c.rows, map[string]string{})
			}
			c.rows[i][fmt.Sprint(column.Key)] = fmt.Sprint(value)
		}
	}
	return nil
}

// placeFlaw finds the builds and cases that a defect names.
func (w *workspace) placeFlaw(f *flaw) error {
	number := func(build string) (int, error) {
		if build == "" {
			return -1, nil
		}
		n, ok := w.builds[build]
		if !ok {
			return 0, fmt.Errorf("demo content: defect %q: no build %q", f.Title, build)
		}
		return n, nil
	}
	var err error
	if f.found, err = number(f.Found); err != nil {
		return err
	}
	if f.fixed, err = number(f.Fixed); err != nil {
		return err
	}
	if f.again, err = number(f.Again); err != nil {
		return err
	}
	if f.found < w.firstBuild(f.owner) || (f.fixed >= 0 && f.fixed <= f.found) {
		return fmt.Errorf("demo content: defect %q: found before its case exists, or fixed before it was found", f.Title)
	}
	for _, name := range f.Also {
		other := w.caseNamed(name)
		if other == nil {
			return fmt.Errorf("demo content: defect %q: no case %s", f.Title, name)
		}
		other.flaws = append(other.flaws, f)
	}
	return nil
}

// caseNamed finds a case by its requirement's key and its number there, as in.
func (w *workspace) caseNamed(name string) *testCase {
	i := slices.IndexFunc(w.cases, func(c *testCase) bool {
		return name == c.owner.Key+"."+strconv.Itoa(c.order+1)
	})
	if i < 0 {
		return nil
	}
	return w.cases[i]
}

// firstBuild is the number of the first build on which a case can be executed.
func (w *workspace) firstBuild(c *testCase) int {
	return slices.Index(w.plan.Releases, c.Release) * buildsPerRelease
}
