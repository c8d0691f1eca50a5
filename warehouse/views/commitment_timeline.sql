-- question: What has been told of each commitment, when, by whom, in which report and in which words?
-- grain: One row a mention in the current version of a report.
-- needs: stage_changes
-- columns:
--   commitment_id: The commitment.
--   name_vi: Its name in Vietnamese.
--   name_en: Its name in English.
--   told_on: Day of publication of the report; null where not known.
--   happened_on: Day of the act, where the words give one, else told_on (background: null).
--   happened_precision: How fine happened_on is: day, month or year.
--   stage: What the words report.
--   moved_to: The stage that this mention moved the commitment to; null where it moved nothing.
--   cycle: The cycle that it moved it in.
--   side: Who commits or asks: vn, kr or both.
--   speaker: The official who says so.
--   is_background: Whether an earlier act is told in passing.
--   n_occurrences: How many places of the report tell it.
--   quote: The words that tell it.
--   outlet: Outlet of the report.
--   title: Title of the report.
--   url: Address of the report.
--   is_original: False where the report is a wire copy of another one.
--   report_id: The report.
--   mention_id: The mention.
SELECT
    mention.commitment_id,
    commitment.name_vi,
    commitment.name_en,
    report.published_on AS told_on,
    CASE
        WHEN mention.acted_on IS NOT NULL THEN mention.acted_on
        WHEN NOT mention.is_background THEN report.published_on
    END AS happened_on,
    CASE
        WHEN mention.acted_on IS NOT NULL THEN mention.acted_precision
        WHEN NOT mention.is_background THEN report.published_precision
    END AS happened_precision,
    mention.stage,
    change.stage AS moved_to,
    change.cycle,
    mention.side,
    speaker.name AS speaker,
    mention.is_background,
    mention.n_occurrences,
    mention.quote,
    report.outlet,
    report.title,
    report.url,
    report.is_original,
    mention.report_id,
    mention.mention_id
FROM commitment_mentions AS mention
JOIN reports AS report USING (report_id)
JOIN commitments AS commitment USING (commitment_id)
LEFT JOIN stage_changes AS change ON change.mention_id = mention.mention_id
LEFT JOIN officials AS speaker ON speaker.official_id = mention.speaker_id
WHERE report.superseded_by IS NULL
ORDER BY mention.commitment_id, happened_on NULLS LAST, told_on NULLS LAST, mention.mention_id
