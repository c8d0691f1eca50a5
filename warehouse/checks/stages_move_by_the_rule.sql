-- wrong: A commitment moved from stage to stage as the rule does not allow, or on words that do not count.
-- grain: One row a change of stage.
-- columns:
--   commitment_id: The commitment.
--   position: Number of the change.
--   from_stage: The stage before.
--   stage: The stage since.
--   what: What is wrong with it.
WITH steps AS (
    SELECT stage, step
    FROM (
        VALUES ('proposed', 1), ('agreed', 2), ('signed', 3), ('in_progress', 4), ('fulfilled', 5)
    ) AS ladder (stage, step)
),

changes AS (
    SELECT
        change.*,
        lag(change.cycle) OVER (PARTITION BY change.commitment_id ORDER BY change.position) AS cycle_before,
        lag(change.changed_on) OVER (
            PARTITION BY change.commitment_id ORDER BY change.position
        ) AS changed_before,
        step.step,
        step_before.step AS step_before,
        mention.stage AS told,
        mention.is_background AND mention.acted_on IS NULL AS is_undated_background,
        coalesce(mention.acted_on, report.published_on) AS told_on,
        report.superseded_by IS NOT NULL AS is_superseded
    FROM stage_changes AS change
    LEFT JOIN steps AS step ON step.stage = change.stage
    LEFT JOIN steps AS step_before ON step_before.stage = change.from_stage
    LEFT JOIN commitment_mentions AS mention ON mention.mention_id = change.mention_id
    LEFT JOIN reports AS report ON report.report_id = mention.report_id
),

judged AS (
    SELECT
        *,
        CASE
            WHEN told IS NULL THEN 'it rests on no mention'
            WHEN told = 'reaffirmed' OR is_undated_background THEN 'it rests on words that move nothing'
            WHEN is_superseded THEN 'it rests on a superseded report'
            WHEN told_on IS DISTINCT FROM changed_on THEN 'it is not of the day of the act'
            WHEN stage IN ('stalled', 'withdrawn') AND told <> stage THEN 'no word says that it stopped'
            WHEN cycle < cycle_before OR changed_on < changed_before THEN 'it goes back in time'
            WHEN step < step_before AND cycle = cycle_before THEN 'it goes down within a cycle'
            WHEN stage = from_stage AND cycle = cycle_before THEN 'it changes nothing'
        END AS what
    FROM changes
)

SELECT commitment_id, position, from_stage, stage, what
FROM judged
WHERE what IS NOT NULL
ORDER BY commitment_id, position
