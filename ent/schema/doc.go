// Package schema declares the model, one file an entity. It imports ent, entgql and internal/id and nothing else of
// ours, so that the generator works whatever state the rest of the code is in.
//
// Platform: User, Project, Membership, KeyCounter, ExternalReference, ImportRun, Consumer, ConsumerPosition, Webhook,
// WebhookDelivery.
// Leo: Requirement, RequirementVersion, RequirementLink, TestCase, TestCaseVersion, TraceLink, Defect, DefectLink.
// Pisces: Release, Build, TestCycle, Execution.
// Orion: Environment.
//
// Every file runs in the order Fields, Edges, Indexes, Mixin, Annotations. A comment on a field becomes its meaning in
// the API and in the database.
package schema
