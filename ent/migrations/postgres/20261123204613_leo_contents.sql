-- +goose Up
-- What was approved so far was approved as it is now.
UPDATE "requirements" SET "approved_version" = "content_version" WHERE "status" IN ('APPROVED', 'IMPLEMENTED', 'VERIFIED');
UPDATE "test_cases" SET "approved_version" = "content_version" WHERE "status" = 'APPROVED';
-- Nobody noted when defects ended; their last change is the nearest that is known.
UPDATE "defects" SET "ended_at" = "updated_at" WHERE "status" IN ('CLOSED', 'REJECTED', 'DUPLICATE');
-- What stands under its parent in the document and refines it, does so because of that.
UPDATE "requirement_links" SET "from_document" = true WHERE "role" = 'REFINES' AND EXISTS (SELECT 1 FROM "requirements" AS "r" WHERE "r"."id" = "requirement_links"."child_id" AND "r"."parent_id" = "requirement_links"."parent_id");

-- +goose Down
SELECT 1;
