-- question: Which moves has each commitment made from stage to stage, and what moved it?
-- grain: One row a change of stage; a new cycle is a change too.
-- needs: stage_changes_as_of
-- columns:
--   commitment_id: The commitment.
--   position: Number of the change in the history of the commitment, from 1.
--   changed_on: The day of the act that changed the stage.
--   changed_precision: How fine changed_on is: day, month or year.
--   from_stage: The stage before; null for the first.
--   stage: The stage since.
--   cycle: Number of the cycle, from 1; further ones after a withdrawal, a lapse or a renewal.
--   mention_id: The mention that the change rests on.
--   report_id: The report that tells it.
--   quote: The words that tell it.
SELECT
    commitment_id,
    position,
    changed_on,
    changed_precision,
    from_stage,
    stage,
    cycle,
    mention_id,
    report_id,
    quote
FROM stage_changes_as_of(NULL::DATE)
