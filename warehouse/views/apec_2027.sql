-- question: Where does Viet Nam's hosting of APEC 2027 stand, and what has Korea said to support it?
-- grain: One row a telling of it in the current version of a report: first the one that its current stage
--   rests on, then the latest to the earliest.
-- needs: commitment_status, commitment_timeline
-- columns:
--   current_stage: The stage it stands at now, in every row.
--   since_on: The day since which it stands there.
--   due_on: The day by which it is to be held.
--   due_precision: How fine due_on is: day, month or year.
--   is_overdue: Whether that day had passed without it, by the latest report of all.
--   is_evidence: Whether the current stage rests on the words of this row.
--   happened_on: Day of the act, where the words give one, else told_on (background: null).
--   happened_precision: How fine happened_on is: day, month or year.
--   stage: What the words report.
--   moved_to: The stage that they moved it to; null where they moved nothing.
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
    status.due_on,
    status.due_precision,
    status.is_overdue,
    status.current_stage IS NOT NULL AND telling.mention_id = status.mention_id AS is_evidence,
    telling.happened_on,
    telling.happened_precision,
    telling.stage,
    telling.moved_to,
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
WHERE telling.commitment_id = 'apec_2027'
ORDER BY
    is_evidence DESC,
    telling.happened_on DESC NULLS LAST,
    telling.told_on DESC NULLS LAST,
    telling.mention_id
