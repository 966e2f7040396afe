package since

import (
	"context"
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/build"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/environment"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/failuresignature"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/demo"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Things are found anew for every act, since each act raises the version that the next one has to name.

func (t *teller) requirement(ctx context.Context, key string) (*ent.Requirement, error) {
	one, err := t.tx.Requirement.Query().Where(requirement.Key(key), requirement.HasProjectWith(project.Key(demo.ProjectKey))).Only(ctx)
	return one, missing(err, key)
}

func (t *teller) testCase(ctx context.Context, key string) (*ent.TestCase, error) {
	one, err := t.tx.TestCase.Query().Where(testcase.Key(key), testcase.HasProjectWith(project.Key(demo.ProjectKey))).Only(ctx)
	return one, missing(err, key)
}

func (t *teller) defect(ctx context.Context, key string) (*ent.Defect, error) {
	one, err := t.tx.Defect.Query().Where(defect.Key(key), defect.HasProjectWith(project.Key(demo.ProjectKey))).Only(ctx)
	return one, missing(err, key)
}

func (t *teller) release(ctx context.Context, key string) (*ent.Release, error) {
	one, err := t.tx.Release.Query().Where(release.Key(key), release.HasProjectWith(project.Key(demo.ProjectKey))).Only(ctx)
	return one, missing(err, key)
}

// suite finds a suite at the top or below another by its name, which the demo gives once only.
func (t *teller) suite(ctx context.Context, name string) (*ent.Suite, error) {
	one, err := t.tx.Suite.Query().Where(suite.Name(name), suite.HasProjectWith(project.Key(demo.ProjectKey))).Only(ctx)
	return one, missing(err, name)
}

// signature finds the one whose words end so.
func (t *teller) signature(ctx context.Context, words string) (*ent.FailureSignature, error) {
	one, err := t.tx.FailureSignature.Query().
		Where(failuresignature.TextHasSuffix(words), failuresignature.HasProjectWith(project.Key(demo.ProjectKey))).Only(ctx)
	return one, missing(err, words)
}

// execution is the last one of the case on the build and in the environment that an act names.
func (t *teller) execution(ctx context.Context, a *act) (*ent.Execution, error) {
	one, err := t.tx.Execution.Query().Where(
		execution.HasTestCaseWith(testcase.Key(a.Of), testcase.HasProjectWith(project.Key(demo.ProjectKey))),
		execution.HasBuildWith(build.Key(a.Build)), execution.HasEnvironmentWith(environment.Key(a.Environment)),
	).Order(ent.Desc(execution.FieldExecutedAt)).First(ctx)
	return one, missing(err, a.Of+" on "+a.Build+" in "+a.Environment)
}

// thing is what an act is about: an execution when it names a build, otherwise what bears the key.
func (t *teller) thing(ctx context.Context, a *act) (ident.ID, error) {
	if a.Build != "" {
		one, err := t.execution(ctx, a)
		if err != nil {
			return ident.ID{}, err
		}
		return one.ID, nil
	}
	return t.keyed(ctx, a.Of)
}

// keyed finds a requirement, test case or defect; the first letter of its key tells which.
func (t *teller) keyed(ctx context.Context, key string) (ident.ID, error) {
	var id ident.ID
	var err error
	switch {
	case strings.HasPrefix(key, "R-"):
		id, err = t.tx.Requirement.Query().Where(requirement.Key(key), requirement.HasProjectWith(project.Key(demo.ProjectKey))).OnlyID(ctx)
	case strings.HasPrefix(key, "C-"):
		id, err = t.tx.TestCase.Query().Where(testcase.Key(key), testcase.HasProjectWith(project.Key(demo.ProjectKey))).OnlyID(ctx)
	default:
		id, err = t.tx.Defect.Query().Where(defect.Key(key), defect.HasProjectWith(project.Key(demo.ProjectKey))).OnlyID(ctx)
	}
	return id, missing(err, key)
}

// missing names what was looked for.
func missing(err error, name string) error {
	if err != nil {
		return fmt.Errorf("look for %s: %w", name, err)
	}
	return nil
}
