-- question: What had been told of each commitment by day d, and on which day does each telling count?
-- grain: One row a mention in the version of a report that was current by d, published by d; with d null,
--   in the current version of every report, reports without a date included.
-- macro: mentions_as_of(d)
-- rule: An act counts on the day that its words give (acted_on), else on the day its report was published;
--   told by a wire copy that gives no day of its own, on the day of the original that tells it, too. What has
--   neither day, what is only reaffirmed, and background without a day of its own count on none.
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
WITH tellings AS (
    SELECT
        mention.mention_id,
        mention.commitment_id,
        mention.report_id,
        mention.stage,
        mention.is_background,
        mention.acted_on,
        mention.acted_precision,
        report.published_on,
        report.published_precision,
        report.cluster_id,
        report.is_original,
        mention.acted_on IS NULL
        AND NOT mention.is_background
        AND report.published_on IS NOT NULL AS is_of_the_day_of_its_report
    FROM commitment_mentions AS mention
    JOIN reports AS report USING (report_id)
    LEFT JOIN reports AS next_version ON next_version.report_id = report.superseded_by
    WHERE (report.superseded_by IS NULL OR coalesce(next_version.published_on > d, FALSE))
        AND (d IS NULL OR report.published_on <= d)
),

originals AS (
    SELECT DISTINCT
        cluster_id,
        commitment_id,
        stage,
        published_on,
        published_precision
    FROM tellings
    WHERE is_original
        AND is_of_the_day_of_its_report
)

SELECT
    telling.mention_id,
    telling.commitment_id,
    telling.report_id,
    telling.published_on,
    telling.cluster_id,
    telling.is_original,
    telling.stage,
    telling.is_background,
    CASE
        WHEN telling.stage = 'reaffirmed' THEN NULL
        WHEN telling.acted_on IS NOT NULL THEN telling.acted_on
        WHEN telling.is_of_the_day_of_its_report THEN coalesce(original.published_on, telling.published_on)
    END AS counts_on,
    CASE
        WHEN telling.stage = 'reaffirmed' THEN NULL
        WHEN telling.acted_on IS NOT NULL THEN telling.acted_precision
        WHEN telling.is_of_the_day_of_its_report
            THEN coalesce(original.published_precision, telling.published_precision)
    END AS counts_precision
FROM tellings AS telling
LEFT JOIN originals AS original USING (cluster_id, commitment_id, stage)
