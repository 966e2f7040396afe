-- +goose Up
-- What was approved so far was approved as it is now.
UPDATE `requirements` SET `approved_version` = `content_version` WHERE `status` IN ('APPROVED', 'IMPLEMENTED', 'VERIFIED');
UPDATE `test_cases` SET `approved_version` = `content_version` WHERE `status` = 'APPROVED';
-- Nobody noted when defects ended; their last change is the nearest that is known.
UPDATE `defects` SET `ended_at` = `updated_at` WHERE `status` IN ('CLOSED', 'REJECTED', 'DUPLICATE');
-- What stands under its parent in the document and refines it, does so because of that.
UPDATE `requirement_links` SET `from_document` = true WHERE `role` = 'REFINES' AND EXISTS (SELECT 1 FROM `requirements` AS `r` WHERE `r`.`id` = `requirement_links`.`child_id` AND `r`.`parent_id` = `requirement_links`.`parent_id`);
-- The full-text table reads its text from search_entries, by the number that each entry has; the triggers keep it.
-- The ascii tokenizer splits at blanks only here, since terms hold nothing but letters and digits.
CREATE VIRTUAL TABLE `search_terms` USING fts5(`terms`, content='search_entries', content_rowid='row', tokenize='ascii', detail='none', prefix='2 3');
-- +goose StatementBegin
CREATE TRIGGER `search_entries_added` AFTER INSERT ON `search_entries` BEGIN
  INSERT INTO `search_terms` (`rowid`, `terms`) VALUES (new.`row`, new.`terms`);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER `search_entries_removed` AFTER DELETE ON `search_entries` BEGIN
  INSERT INTO `search_terms` (`search_terms`, `rowid`, `terms`) VALUES ('delete', old.`row`, old.`terms`);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER `search_entries_changed` AFTER UPDATE OF `terms` ON `search_entries` BEGIN
  INSERT INTO `search_terms` (`search_terms`, `rowid`, `terms`) VALUES ('delete', old.`row`, old.`terms`);
  INSERT INTO `search_terms` (`rowid`, `terms`) VALUES (new.`row`, new.`terms`);
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER `search_entries_changed`;
DROP TRIGGER `search_entries_removed`;
DROP TRIGGER `search_entries_added`;
DROP TABLE `search_terms`;
