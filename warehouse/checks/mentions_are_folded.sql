-- wrong: One report tells the same act of a commitment in two rows, which ought to be one with a count.
-- grain: One row a report, commitment, stage, side and day of the act.
-- columns:
--   report_id: The report.
--   commitment_id: The commitment.
--   stage: The stage.
--   side: The side.
--   acted_on: The day of the act.
--   acted_precision: How fine it is.
--   n_rows: How many rows tell it.
SELECT
    report_id,
    commitment_id,
    stage,
    side,
    acted_on,
    acted_precision,
    count(*) AS n_rows
FROM commitment_mentions
GROUP BY report_id, commitment_id, stage, side, acted_on, acted_precision
HAVING count(*) > 1
ORDER BY ALL
