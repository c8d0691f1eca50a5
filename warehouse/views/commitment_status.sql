-- question: Where does each commitment stand, since when, and in which words does a report say so?
-- grain: One row a commitment that a current report mentions; entries of the registry that none mentions
--   are left out.
-- needs: as_of
-- columns:
--   commitment_id: The commitment.
--   name_vi: Its name in Vietnamese.
--   name_en: Its name in English.
--   kind: What sort of thing it is.
--   sector: The field it belongs to.
--   current_stage: The stage it stands at; null where no report says so with a date.
--   stage_basis: stated, where an act moved it there; implied, where it is only ever reaffirmed.
--   since_on: The day since which it stands there; null where implied.
--   since_precision: How fine since_on is: day, month or year.
--   cycle: Number of the cycle it is in, from 1.
--   pending: Whether a renewal of what is signed was asked for or agreed after the signing.
--   first_reported_on: Day of publication of the first report that mentions it.
--   last_reported_on: Day of publication of the last report that mentions it.
--   n_reports: Number of reports that mention it.
--   n_independent: The same, wire copies of one text counted once.
--   silent_days: Days from last_reported_on to the latest day of publication.
--   due_on: Day by which it is to be done.
--   due_precision: How fine due_on is: day, month or year.
--   is_overdue: Whether due_on (its whole month or year) had passed by then without it being fulfilled.
--   mention_id: The mention that the current stage rests on; where there is none, one that names it.
--   report_id: The report that tells it.
--   quote: The words that tell it.
--   side: Who commits or asks in these words: vn, kr or both.
--   speaker: The official who says so.
--   published_on: Day of publication of that report.
--   outlet: Its outlet.
--   title: Its title.
--   url: Its address.
SELECT
    commitment_id,
    name_vi,
    name_en,
    kind,
    sector,
    current_stage,
    stage_basis,
    since_on,
    since_precision,
    cycle,
    pending,
    first_reported_on,
    last_reported_on,
    n_reports,
    n_independent,
    silent_days,
    due_on,
    due_precision,
    is_overdue,
    mention_id,
    report_id,
    quote,
    side,
    speaker,
    published_on,
    outlet,
    title,
    url
FROM as_of(NULL::DATE)
