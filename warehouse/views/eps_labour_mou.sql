-- question: Where does the memorandum on workers under the Employment Permit System stand, through its renewals?
-- grain: One row a telling of it in the current version of a report: first the one that its current stage
--   rests on, then the latest to the earliest.
-- needs: commitment_status, commitment_timeline
-- columns:
--   current_stage: The stage it stands at now, in every row.
--   since_on: The day since which it stands there.
--   current_cycle: Number of the memorandum in force or under way, from 1.
--   pending: Whether a renewal was asked for or agreed after the last signing.
--   is_evidence: Whether the current stage rests on the words of this row.
--   happened_on: Day of the act, where the words give one, else told_on (background: null).
--   happened_precision: How fine happened_on is: day, month or year.
--   stage: What the words report.
--   moved_to: The stage that they moved it to; null where they moved nothing.
--   cycle: Number of the cycle that they moved it in.
--   side: Who commits or asks: vn, kr or both.
--   speaker: The official who says so.
--   is_background: Whether an earlier act is told in passing.
--   quote: The words.
--   told_on: Day of publication of the report; null where not known.
--   outlet: Outlet of the report.
--   title: Title of the report.
--   url: Address of the report.
--   report_id: The report.
SELECT
    status.current_stage,
    status.since_on,
    status.cycle AS current_cycle,
    status.pending,
    status.current_stage IS NOT NULL AND telling.mention_id = status.mention_id AS is_evidence,
    telling.happened_on,
    telling.happened_precision,
    telling.stage,
    telling.moved_to,
    telling.cycle,
    telling.side,
    telling.speaker,
    telling.is_background,
    telling.quote,
    telling.told_on,
    telling.outlet,
    telling.title,
    telling.url,
    telling.report_id
FROM commitment_timeline AS telling
JOIN commitment_status AS status USING (commitment_id)
WHERE telling.commitment_id = 'eps_labour_mou'
ORDER BY
    is_evidence DESC,
    telling.happened_on DESC NULLS LAST,
    telling.told_on DESC NULLS LAST,
    telling.mention_id
