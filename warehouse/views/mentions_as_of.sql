-- question: What had been told of each commitment by day d, and on which day does each telling count?
-- grain: One row a mention in the current version of a report published by d; with d null, in every one,
--   reports without a date included.
-- macro: mentions_as_of(d)
-- columns:
--   mention_id: The mention.
--   commitment_id: The commitment.
--   report_id: The report that tells it.
--   published_on: Its day of publication; null where not known.
--   cluster_id: Its wire-copy cluster: what counts as one independent source.
--   is_original: False where the report copies another one.
--   stage: What the words report.
--   is_background: Whether an earlier act is told in passing.
--   counts_on: The day on which the act counts; null for what never moves a stage.
--   counts_precision: How fine counts_on is: day, month or year.
SELECT
    mention.mention_id,
    mention.commitment_id,
    mention.report_id,
    report.published_on,
    report.cluster_id,
    report.is_original,
    mention.stage,
    mention.is_background,
    CASE
        WHEN mention.stage = 'reaffirmed' THEN NULL
        WHEN mention.acted_on IS NOT NULL THEN mention.acted_on
        WHEN NOT mention.is_background THEN report.published_on
    END AS counts_on,
    CASE
        WHEN mention.stage = 'reaffirmed' THEN NULL
        WHEN mention.acted_on IS NOT NULL THEN mention.acted_precision
        WHEN NOT mention.is_background THEN report.published_precision
    END AS counts_precision
FROM commitment_mentions AS mention
JOIN reports AS report USING (report_id)
WHERE report.superseded_by IS NULL
    AND (d IS NULL OR report.published_on <= d)
