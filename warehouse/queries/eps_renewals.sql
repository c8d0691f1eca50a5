-- vi: Bản ghi nhớ về lao động theo chương trình EPS đã được ký, hết hạn và ký lại những lần nào?
-- en: When was the memorandum on workers under EPS signed, when did it lapse, when was it renewed?
SELECT cycle, changed_on, changed_precision, from_stage, stage, quote
FROM stage_changes
WHERE commitment_id = 'eps_labour_mou'
ORDER BY position
