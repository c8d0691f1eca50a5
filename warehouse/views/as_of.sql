-- question: Where did each commitment stand, by what had been published by day d (null: by all reports)?
-- grain: One row a commitment that a current report mentions.
-- needs: mentions_as_of, stage_changes_as_of
-- macro: as_of(d)
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
--   silent_days: Days from last_reported_on to the latest day of publication (in as_of: to d).
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
WITH told AS (
    SELECT
        commitment_id,
        min(published_on) AS first_reported_on,
        max(published_on) AS last_reported_on,
        count(DISTINCT report_id) AS n_reports,
        count(DISTINCT cluster_id) AS n_independent,
        max(counts_on) FILTER (WHERE stage IN ('proposed', 'agreed')) AS last_asked_on
    FROM mentions_as_of(d)
    GROUP BY commitment_id
),

last_signings AS (
    SELECT
        commitment_id,
        CASE counts_precision
            WHEN 'year' THEN make_date(year(counts_on), 12, 31)
            WHEN 'month' THEN last_day(counts_on)
            ELSE counts_on
        END AS signed_by
    FROM mentions_as_of(d)
    WHERE stage = 'signed'
        AND counts_on IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY commitment_id
        ORDER BY counts_on DESC, list_position(['day', 'month', 'year'], counts_precision)
    ) = 1
),

last_changes AS (
    SELECT
        commitment_id,
        stage,
        changed_on,
        changed_precision,
        cycle,
        mention_id
    FROM stage_changes_as_of(d)
    QUALIFY row_number() OVER (PARTITION BY commitment_id ORDER BY position DESC) = 1
),

first_words AS (
    SELECT
        commitment_id,
        stage,
        mention_id
    FROM mentions_as_of(d)
    QUALIFY row_number() OVER (
        PARTITION BY commitment_id
        ORDER BY
            stage = 'reaffirmed' DESC,
            published_on NULLS LAST,
            is_original DESC,
            mention_id
    ) = 1
),

standings AS (
    SELECT
        told.*,
        last_signing.signed_by,
        CASE
            WHEN last_change.stage IS NOT NULL THEN last_change.stage
            WHEN first_word.stage = 'reaffirmed' THEN 'agreed'
        END AS current_stage,
        CASE
            WHEN last_change.stage IS NOT NULL THEN 'stated'
            WHEN first_word.stage = 'reaffirmed' THEN 'implied'
        END AS stage_basis,
        last_change.changed_on AS since_on,
        last_change.changed_precision AS since_precision,
        coalesce(last_change.cycle, 1) AS cycle,
        coalesce(last_change.mention_id, first_word.mention_id) AS mention_id
    FROM told
    LEFT JOIN last_signings AS last_signing USING (commitment_id)
    LEFT JOIN last_changes AS last_change USING (commitment_id)
    LEFT JOIN first_words AS first_word USING (commitment_id)
),

today AS (
    SELECT coalesce(d, max(published_on)) AS day
    FROM reports
    WHERE superseded_by IS NULL
)

SELECT
    standing.commitment_id,
    commitment.name_vi,
    commitment.name_en,
    commitment.kind,
    commitment.sector,
    standing.current_stage,
    standing.stage_basis,
    standing.since_on,
    standing.since_precision,
    standing.cycle,
    commitment.renewable
    AND coalesce(standing.current_stage IN ('signed', 'in_progress', 'fulfilled'), FALSE)
    AND coalesce(standing.last_asked_on > standing.signed_by, FALSE) AS pending,
    standing.first_reported_on,
    standing.last_reported_on,
    standing.n_reports,
    standing.n_independent,
    date_diff('day', standing.last_reported_on, today.day) AS silent_days,
    commitment.due_on,
    commitment.due_precision,
    coalesce(
        standing.current_stage IS DISTINCT FROM 'fulfilled'
        AND standing.current_stage IS DISTINCT FROM 'withdrawn'
        AND today.day >= CASE commitment.due_precision
            WHEN 'day' THEN commitment.due_on + INTERVAL 1 DAY
            WHEN 'month' THEN commitment.due_on + INTERVAL 1 MONTH
            WHEN 'year' THEN commitment.due_on + INTERVAL 1 YEAR
        END,
        FALSE
    ) AS is_overdue,
    standing.mention_id,
    mention.report_id,
    mention.quote,
    mention.side,
    speaker.name AS speaker,
    report.published_on,
    report.outlet,
    report.title,
    report.url
FROM standings AS standing
JOIN commitments AS commitment USING (commitment_id)
CROSS JOIN today
LEFT JOIN commitment_mentions AS mention ON mention.mention_id = standing.mention_id
LEFT JOIN reports AS report ON report.report_id = mention.report_id
LEFT JOIN officials AS speaker ON speaker.official_id = mention.speaker_id
ORDER BY standing.commitment_id
