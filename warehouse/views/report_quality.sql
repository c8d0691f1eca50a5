-- question: What is lacking in each report, and how much came out of it?
-- grain: One row a current version of a report.
-- columns:
--   report_id: The report.
--   outlet: Its outlet.
--   title: Its title.
--   language: Its language.
--   published_on: Its day of publication; null where not known.
--   published_basis: stated or inferred.
--   url: Its address.
--   n_chars: Length of its text in code points.
--   furniture_share: Share of its lines that are furniture, from 0 to 1.
--   n_commitments: Commitments that it mentions.
--   n_agreements: Instruments that it tells of.
--   n_targets: Targets that it tells.
--   n_meetings: Meetings that it tells of.
--   n_officials: Officials that it names.
--   lacks: What is not known of it, separated by ', ': title, outlet, date, records; empty where all is.
WITH lines AS (
    SELECT
        report_id,
        avg((kind = 'furniture')::INTEGER) AS furniture_share
    FROM report_lines
    GROUP BY report_id
),

commitments_told AS (
    SELECT report_id, count(DISTINCT commitment_id) AS n
    FROM commitment_mentions
    GROUP BY report_id
),

agreements_told AS (
    SELECT report_id, count(*) AS n
    FROM agreement_mentions
    GROUP BY report_id
),

targets_told AS (
    SELECT report_id, count(*) AS n
    FROM target_mentions
    GROUP BY report_id
),

meetings_told AS (
    SELECT report_id, count(*) AS n
    FROM meeting_mentions
    GROUP BY report_id
),

officials_named AS (
    SELECT report_id, count(*) AS n
    FROM official_mentions
    GROUP BY report_id
),

counts AS (
    SELECT
        report.*,
        lines.furniture_share,
        coalesce(commitments_told.n, 0) AS n_commitments,
        coalesce(agreements_told.n, 0) AS n_agreements,
        coalesce(targets_told.n, 0) AS n_targets,
        coalesce(meetings_told.n, 0) AS n_meetings,
        coalesce(officials_named.n, 0) AS n_officials
    FROM reports AS report
    LEFT JOIN lines USING (report_id)
    LEFT JOIN commitments_told USING (report_id)
    LEFT JOIN agreements_told USING (report_id)
    LEFT JOIN targets_told USING (report_id)
    LEFT JOIN meetings_told USING (report_id)
    LEFT JOIN officials_named USING (report_id)
    WHERE report.superseded_by IS NULL
)

SELECT
    report_id,
    outlet,
    title,
    language,
    published_on,
    published_basis,
    url,
    n_chars,
    furniture_share,
    n_commitments,
    n_agreements,
    n_targets,
    n_meetings,
    n_officials,
    concat_ws(
        ', ',
        CASE WHEN title IS NULL THEN 'title' END,
        CASE WHEN outlet IS NULL THEN 'outlet' END,
        CASE WHEN published_on IS NULL THEN 'date' END,
        CASE WHEN n_commitments + n_agreements + n_targets + n_meetings = 0 THEN 'records' END
    ) AS lacks
FROM counts
ORDER BY published_on DESC NULLS LAST, report_id
