package graph

import (
	"github.com/asterism-qa/asterism/graph/gen/exec"
)

func (r *Resolver) Attachment() exec.AttachmentResolver { return &attachmentResolver{r} }

func (r *Resolver) Build() exec.BuildResolver { return &buildResolver{r} }

func (r *Resolver) Comment() exec.CommentResolver { return &commentResolver{r} }

func (r *Resolver) Defect() exec.DefectResolver { return &defectResolver{r} }

func (r *Resolver) DefectLink() exec.DefectLinkResolver { return &defectLinkResolver{r} }

func (r *Resolver) Environment() exec.EnvironmentResolver { return &environmentResolver{r} }

func (r *Resolver) Execution() exec.ExecutionResolver { return &executionResolver{r} }

func (r *Resolver) ExternalReference() exec.ExternalReferenceResolver {
	return &externalReferenceResolver{r}
}

func (r *Resolver) FailureSignature() exec.FailureSignatureResolver {
	return &failureSignatureResolver{r}
}

func (r *Resolver) ImportRun() exec.ImportRunResolver { return &importRunResolver{r} }

func (r *Resolver) Project() exec.ProjectResolver { return &projectResolver{r} }

func (r *Resolver) Release() exec.ReleaseResolver { return &releaseResolver{r} }

func (r *Resolver) Requirement() exec.RequirementResolver { return &requirementResolver{r} }

func (r *Resolver) RequirementLink() exec.RequirementLinkResolver { return &requirementLinkResolver{r} }

func (r *Resolver) RequirementVersion() exec.RequirementVersionResolver {
	return &requirementVersionResolver{r}
}

func (r *Resolver) Suite() exec.SuiteResolver { return &suiteResolver{r} }

func (r *Resolver) SuiteMember() exec.SuiteMemberResolver { return &suiteMemberResolver{r} }

func (r *Resolver) Tag() exec.TagResolver { return &tagResolver{r} }

func (r *Resolver) TestCase() exec.TestCaseResolver { return &testCaseResolver{r} }

func (r *Resolver) TestCaseVersion() exec.TestCaseVersionResolver { return &testCaseVersionResolver{r} }

func (r *Resolver) TestCycle() exec.TestCycleResolver { return &testCycleResolver{r} }

func (r *Resolver) TraceLink() exec.TraceLinkResolver { return &traceLinkResolver{r} }

type (
	attachmentResolver         struct{ *Resolver }
	buildResolver              struct{ *Resolver }
	commentResolver            struct{ *Resolver }
	defectResolver             struct{ *Resolver }
	defectLinkResolver         struct{ *Resolver }
	environmentResolver        struct{ *Resolver }
	executionResolver          struct{ *Resolver }
	externalReferenceResolver  struct{ *Resolver }
	failureSignatureResolver   struct{ *Resolver }
	importRunResolver          struct{ *Resolver }
	projectResolver            struct{ *Resolver }
	releaseResolver            struct{ *Resolver }
	requirementResolver        struct{ *Resolver }
	requirementLinkResolver    struct{ *Resolver }
	requirementVersionResolver struct{ *Resolver }
	suiteResolver              struct{ *Resolver }
	suiteMemberResolver        struct{ *Resolver }
	tagResolver                struct{ *Resolver }
	testCaseResolver           struct{ *Resolver }
	testCaseVersionResolver    struct{ *Resolver }
	testCycleResolver          struct{ *Resolver }
	traceLinkResolver          struct{ *Resolver }
)
